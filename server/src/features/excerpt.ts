import { dedented, lineAt, lineStartsOf } from "../base/lines.ts";
import type { FileSpan, Translation } from "../translator/api.ts";

/** Part of a translation, and what it stands for. */
export interface Excerpt {
  /** Whole lines without the indentation they share, without a line feed at the end. */
  readonly text: string;
  /** The part of the source, from its first statement to its last. */
  readonly span: FileSpan;
  readonly marks: number;
  readonly caveats: number;
}

/**
 * The lines of a translation that stand for what lies inside a span of the source, with the comments directly above them.
 * Helpers and imports are no part of it. Undefined where nothing stands for it.
 */
export function excerptOf(translation: Translation, source: string, span: FileSpan): Excerpt | undefined {
  const wanted = trimmed(source, span);
  const segments = translation.mapping.filter(
    (segment) => wanted.start <= segment.source.start && segment.source.end <= wanted.end,
  );
  if (segments.length === 0) return undefined;
  const lines = translation.text.split("\n");
  const starts = lineStartsOf(translation.text);
  const chosen = new Set<number>();
  for (const { target } of segments) {
    for (
      let line = lineAt(starts, target.start);
      line <= lineAt(starts, Math.max(target.start, target.end - 1));
      line++
    )
      chosen.add(line);
  }
  const others = new Set(
    translation.mapping
      .filter((segment) => !segments.includes(segment))
      .map(({ target }) => lineAt(starts, target.start)),
  );
  for (const line of [...chosen]) {
    for (let above = line - 1; above >= 0 && isComment(lines[above]!) && !chosen.has(above); above--) chosen.add(above);
  }
  const inside = translation.diagnostics.filter((each) => wanted.start <= each.start && each.end <= wanted.end);
  return {
    text: dedented(withGaps(lines, chosen, others)),
    span: wanted,
    marks: inside.filter((each) => each.severity === "mark").length,
    caveats: inside.filter((each) => each.severity === "caveat").length,
  };
}

/** The part of a translation for a selection; for an empty one, the part for the lines that it stands on. */
export function excerptAt(translation: Translation, source: string, span: FileSpan): Excerpt | undefined {
  if (span.start < span.end) return excerptOf(translation, source, span);
  const around = translation.mapping
    .map((segment) => segment.source)
    .filter(({ start, end }) => start <= span.start && span.end <= end)
    .sort((left, right) => left.end - left.start - (right.end - right.start));
  const line = lineAround(source, span.start);
  const statement = around.find(({ start, end }) => start <= line.start && line.end <= end) ?? line;
  return excerptOf(translation, source, statement);
}

function lineAround(text: string, offset: number): FileSpan {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const rest = text.slice(start).search(/[\r\n]/);
  return trimmed(text, { start, end: rest === -1 ? text.length : start + rest });
}

/** The chosen lines; what lies between them is kept where nothing else of the source stands there. */
function withGaps(lines: readonly string[], chosen: ReadonlySet<number>, others: ReadonlySet<number>): string[] {
  const shown: string[] = [];
  let previous: number | undefined;
  for (const line of [...chosen].sort((left, right) => left - right)) {
    if (previous !== undefined && line > previous + 1) {
      const between = Array.from({ length: line - previous - 1 }, (_, index) => previous! + 1 + index);
      if (between.some((each) => others.has(each))) shown.push("");
      else shown.push(...between.map((each) => lines[each]!));
    }
    shown.push(lines[line]!);
    previous = line;
  }
  return shown;
}

function isComment(line: string): boolean {
  return /^\s*(\/\/|#)/.test(line);
}

function trimmed(text: string, { start, end }: FileSpan): FileSpan {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return part.trim() === "" ? { start, end } : { start: start + lead, end: start + part.trimEnd().length };
}
