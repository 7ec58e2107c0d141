import { otherLanguage } from "../base/language.ts";
import { dedented, lineAt, lineStartsOf } from "../base/lines.ts";
import { cover, type Span } from "../base/span.ts";
import type { Construct } from "../lowering/construct.ts";
import type { Explanation, HoverAnswer } from "./api.ts";
import { importHover } from "./import-hover.ts";
import { placed } from "./placed.ts";
import type { CompiledDocument } from "./compiled-document.ts";
import type { Environment } from "./environment.ts";
import type { OriginRange } from "./print.ts";

/** A range of the printed unit with one of the places in the unit that it stands for. */
interface OwnRange {
  readonly range: OriginRange;
  readonly span: Span;
}

/** What a hover shows at an offset: the innermost construct there (the idiom, where it is the head of one), and the whole lines that it became. */
export function hoverAt(compiled: CompiledDocument, offset: number, environment: Environment): HoverAnswer | undefined {
  const { document } = compiled;
  const unit = document.unitAt(offset);
  if (unit === undefined) return undefined;
  const imported = importHover(unit.text, unit.start, offset - unit.start, document.language);
  if (imported) return imported;
  const key = document.unitKey(unit.key);
  const printed = compiled.printedUnit(key);
  if (printed === undefined) return undefined;
  const within = offset - unit.start;
  // A piece of the translation may stand for several places of the unit.
  const own: readonly OwnRange[] = printed.mapping.flatMap((range) =>
    range.origin.ranges.flatMap((source) => (source.unit === key ? [{ range, span: source.span }] : [])),
  );
  let innermost: OwnRange | undefined;
  for (const candidate of own) {
    if (candidate.span.start > within || within >= candidate.span.end) continue;
    if (
      innermost === undefined ||
      candidate.span.end - candidate.span.start < innermost.span.end - innermost.span.start
    )
      innermost = candidate;
  }
  if (innermost === undefined) return undefined;
  const span = widened(innermost, own, unit.text);
  const construct = constructOf(innermost.range, environment);
  if (construct === undefined) return undefined;
  const inside = own
    .filter((other) => span.start <= other.span.start && other.span.end <= span.end)
    .map(({ range }) => range);
  const diagnostics = compiled.diagnostics.filter(
    ({ range }) => range?.unit === key && span.start <= range.span.start && range.span.end <= span.end,
  );
  const around = idiomAround(within, own, environment);
  const idiom = around === construct ? undefined : around;
  return {
    span: { start: unit.start + span.start, end: unit.start + span.end },
    construct: explanationOf(construct),
    ...(idiom === undefined ? {} : { idiom: { id: idiom.id, title: idiom.title } }),
    code: wholeLines(printed.text, inside),
    language: otherLanguage(document.language),
    caveats: placed(document, diagnostics),
  };
}

/** The span with those that the same piece stands for and that adjoin it: a call in Go and the test of its error are one `try`. */
function widened({ range, span }: OwnRange, own: readonly OwnRange[], text: string): Span {
  const others = own.filter((other) => other.range === range && other.span !== span).map((other) => other.span);
  return others.reduce((whole, other) => {
    const gap = text.slice(Math.min(whole.end, other.end), Math.max(whole.start, other.start));
    return gap.trim() === "" ? cover(whole, other) : whole;
  }, span);
}

function constructOf(range: OriginRange, environment: Environment): Construct | undefined {
  const [lifted] = range.origin.constructs;
  return idiomOf(range, environment) ?? environment.registry.constructs.find((construct) => construct.id === lifted);
}

/** The idiom that the place is part of: of the smallest stretch around it that was recognised as one. */
function idiomAround(within: number, own: readonly OwnRange[], environment: Environment): Construct | undefined {
  const around = own
    .filter(({ span }) => span.start <= within && within < span.end)
    .sort((left, right) => left.span.end - left.span.start - (right.span.end - right.span.start));
  for (const { range } of around) {
    const idiom = idiomOf(range, environment);
    if (idiom !== undefined) return idiom;
  }
  return undefined;
}

function idiomOf(range: OriginRange, environment: Environment): Construct | undefined {
  return environment.registry.constructs.find(
    ({ id, recognises }) => recognises !== undefined && range.origin.constructs.includes(id),
  );
}

/** A construct's own words. */
export function explanationOf(construct: Construct): Explanation {
  const { id, title, summary, explanation, references } = construct;
  return { id, title, summary, explanation, references };
}

/** The lines from the first range to the last, without the indentation they share. */
function wholeLines(text: string, ranges: readonly Span[]): string {
  const starts = lineStartsOf(text);
  const first = lineAt(starts, Math.min(...ranges.map(({ start }) => start)));
  const last = Math.max(...ranges.map(({ start, end }) => lineAt(starts, Math.max(start, end - 1))));
  return dedented(text.slice(starts[first], starts[last + 1] ?? text.length).split("\n"));
}
