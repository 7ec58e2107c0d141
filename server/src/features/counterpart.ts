import type { FileSpan, MappingSegment } from "../translator/api.ts";

/** The two sides of a source map. */
export type Side = "source" | "target";

/** What belongs together: spans of the side that was asked about, and of the other. Both are in order and do not overlap. */
export interface Counterpart {
  readonly here: readonly FileSpan[];
  readonly there: readonly FileSpan[];
}

/**
 * What stands for a span on the other side. An empty span means the innermost node at that place, and what is nested in it
 * has no part in the answer; any other means all that lies inside, or, where nothing does, the innermost node around it.
 * Undefined where the map has nothing.
 */
export function counterpartOf(mapping: readonly MappingSegment[], side: Side, span: FileSpan): Counterpart | undefined {
  const chosen = span.start === span.end ? [] : inside(mapping, side, span);
  const segments = chosen.length > 0 ? chosen : siblings(mapping, innermost(mapping, side, span));
  if (segments.length === 0) return undefined;
  const source = withoutNested(segments.map((segment) => segment.source));
  const target = joined(mapping, segments);
  return side === "source" ? { here: source, there: target } : { here: target, there: source };
}

function inside(mapping: readonly MappingSegment[], side: Side, span: FileSpan): readonly MappingSegment[] {
  const within = mapping.filter((segment) => span.start <= segment[side].start && segment[side].end <= span.end);
  if (side === "source") return within;
  const parts = countBySource(within);
  const all = countBySource(mapping);
  // A bracket of a block that is not wholly selected does not stand for the block.
  return within.filter((segment) => parts.get(keyOf(segment)) === all.get(keyOf(segment)));
}

function countBySource(segments: readonly MappingSegment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(keyOf(segment), (counts.get(keyOf(segment)) ?? 0) + 1);
  return counts;
}

function innermost(mapping: readonly MappingSegment[], side: Side, span: FileSpan): MappingSegment | undefined {
  let best: MappingSegment | undefined;
  for (const segment of mapping) {
    const { start, end } = segment[side];
    if (start > span.start || end < span.end) continue;
    if (best === undefined || closer(segment[side], best[side], span)) best = segment;
  }
  return best;
}

/** Whether `one` is the better answer of two spans around a place: the shorter, or the one that begins there. */
function closer(one: FileSpan, other: FileSpan, place: FileSpan): boolean {
  const endsBefore = (span: FileSpan): boolean => span.end === place.start;
  if (endsBefore(one) !== endsBefore(other)) return endsBefore(other);
  return one.end - one.start < other.end - other.start;
}

/** All segments that stand for the same source. */
function siblings(mapping: readonly MappingSegment[], segment: MappingSegment | undefined): readonly MappingSegment[] {
  return segment === undefined ? [] : mapping.filter((other) => keyOf(other) === keyOf(segment));
}

function keyOf({ source }: MappingSegment): string {
  return `${source.start} ${source.end}`;
}

function withoutNested(spans: readonly FileSpan[]): readonly FileSpan[] {
  const sorted = [...spans].sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: FileSpan[] = [];
  for (const span of sorted) if (kept.length === 0 || span.end > kept[kept.length - 1]!.end) kept.push(span);
  return kept;
}

/** The targets of the segments; those that follow one another in the map are one span. */
function joined(mapping: readonly MappingSegment[], segments: readonly MappingSegment[]): readonly FileSpan[] {
  const wanted = new Set(segments);
  const spans: FileSpan[] = [];
  let previousWanted = false;
  for (const segment of mapping) {
    const isWanted = wanted.has(segment);
    const last = spans.at(-1);
    if (isWanted && previousWanted && last !== undefined) {
      spans[spans.length - 1] = { start: last.start, end: segment.target.end };
    } else if (isWanted) spans.push(segment.target);
    previousWanted = isWanted;
  }
  return spans;
}
