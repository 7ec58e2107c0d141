import { otherLanguage } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { Construct } from "../lowering/construct.ts";
import type { Diagnostic, Explanation, HoverAnswer } from "./api.ts";
import type { CompiledDocument } from "./compile.ts";
import type { Environment } from "./environment.ts";
import type { OriginRange } from "./print.ts";

/** A range of the printed text with the place in the document that it stands for. */
interface PlacedRange {
  readonly range: OriginRange;
  readonly place: Span;
}

/** What all hovers on one compiled document share. */
interface HoverIndex {
  readonly placed: readonly PlacedRange[];
  readonly lineStarts: readonly number[];
}

const indexes = new WeakMap<CompiledDocument, HoverIndex>();

function indexOf(compiled: CompiledDocument): HoverIndex {
  let index = indexes.get(compiled);
  if (index === undefined) {
    const { document, printed } = compiled;
    const placed = printed.mapping.flatMap((range) =>
      range.origin.ranges.flatMap(({ unit, span }): readonly PlacedRange[] => {
        const place = document.place(unit, span);
        return place === undefined ? [] : [{ range, place }];
      }),
    );
    index = { placed, lineStarts: lineStartsOf(printed.text) };
    indexes.set(compiled, index);
  }
  return index;
}

/** What a hover shows at an offset: the innermost construct there, and the whole lines that it became. */
export function hoverAt(compiled: CompiledDocument, offset: number, diagnostics: readonly Diagnostic[], environment: Environment): HoverAnswer | undefined {
  const { document, printed } = compiled;
  const { placed, lineStarts } = indexOf(compiled);
  const around = placed.filter(({ place }) => place.start <= offset && offset < place.end);
  const innermost = around.reduce<(typeof around)[number] | undefined>((best, candidate) => {
    if (best === undefined) return candidate;
    return candidate.place.end - candidate.place.start < best.place.end - best.place.start ? candidate : best;
  }, undefined);
  if (innermost === undefined) return undefined;
  const { place } = innermost;
  const construct = constructOf(innermost.range, environment);
  if (construct === undefined) return undefined;
  const inside = placed.filter((other) => place.start <= other.place.start && other.place.end <= place.end).map(({ range }) => range);
  return {
    span: place,
    construct: explanationOf(construct),
    code: wholeLines(printed.text, lineStarts, inside),
    language: otherLanguage(document.language),
    caveats: diagnostics.filter((diagnostic) => place.start <= diagnostic.start && diagnostic.end <= place.end),
  };
}

function constructOf(range: OriginRange, environment: Environment): Construct | undefined {
  const [lifted] = range.origin.constructs;
  return environment.registry.constructs.find((construct) => construct.id === lifted);
}

/** A construct's own words. */
export function explanationOf(construct: Construct): Explanation {
  const { id, title, summary, explanation, references } = construct;
  return { id, title, summary, explanation, references };
}

/** The lines that hold the ranges, without the indentation they share. Ranges that lie far apart keep a line of dots between them. */
function wholeLines(text: string, starts: readonly number[], ranges: readonly Span[]): string {
  const wanted = new Set<number>();
  const contentOf = (line: number): string => text.slice(starts[line], (starts[line + 1] ?? text.length + 1) - 1);
  for (const { start, end } of ranges) for (let line = lineAt(starts, start); line <= lineAt(starts, Math.max(start, end - 1)); line++) wanted.add(line);
  const lines = [...wanted].sort((left, right) => left - right);
  const shown: string[] = [];
  lines.forEach((line, position) => {
    const previous = lines[position - 1];
    if (previous !== undefined) for (let between = previous + 1; between < line; between++) shown.push(contentOf(between));
    shown.push(contentOf(line));
  });
  return dedent(shown);
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0].length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join("\n").trimEnd();
}
