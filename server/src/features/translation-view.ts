import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CounterpartResult, SourceRange, TranslateDiagnostic, TranslateResult } from "../protocol/messages.ts";
import type { KnownTranslation } from "../translations.ts";
import type { Diagnostic, FileSpan } from "../translator/api.ts";
import { counterpartOf } from "./counterpart.ts";
import type { Side } from "./counterpart.ts";

/** A translation as the client gets it. */
export function translationView(known: KnownTranslation, source: TextDocument): TranslateResult {
  const { translation, version, revision } = known;
  return {
    text: translation.text,
    language: translation.language,
    version,
    revision,
    diagnostics: translation.diagnostics.map((each) => placed(each, known, source)),
  };
}

function placed(diagnostic: Diagnostic, known: KnownTranslation, source: TextDocument): TranslateDiagnostic {
  const { severity, code, message, start, end } = diagnostic;
  const { mapping } = known.translation;
  const [there] = counterpartOf(mapping, "source", { start, end })?.there ?? [];
  const target = there ?? { start: 0, end: 0 };
  return { severity, code, message, range: rangeIn(source, { start, end }), target: rangeIn(known.text, target) };
}

/** What stands for a range on the other side, or null. Where a place is asked about, blocks are answered by their first lines. */
export function counterpartView(
  known: KnownTranslation,
  source: TextDocument,
  side: Side,
  span: FileSpan,
): CounterpartResult | null {
  const found = counterpartOf(known.translation.mapping, side, span);
  if (found === undefined) return null;
  const [here, there] = side === "source" ? [source, known.text] : [known.text, source];
  const ranges = (text: TextDocument, spans: readonly FileSpan[]): SourceRange[] =>
    spans.map((each) => rangeIn(text, span.start === span.end ? head(text, each) : each));
  return { here: ranges(here, found.here), there: ranges(there, found.there) };
}

/** The part of a span on its first line. */
function head(text: TextDocument, { start, end }: FileSpan): FileSpan {
  const content = text.getText().slice(start, end);
  const [line] = content.split(/\r\n|\r|\n/, 1);
  return { start, end: start + line!.trimEnd().length };
}

/** A span as the protocol writes it. */
export function rangeIn(text: TextDocument, { start, end }: FileSpan): SourceRange {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

/** The innermost node that a place of a translation stands for, and an offset at which nothing inside of it stands. */
export function placeInSource(
  known: KnownTranslation,
  offset: number,
): { readonly source: FileSpan; readonly target: FileSpan; readonly offset: number } | undefined {
  const { mapping } = known.translation;
  const segment = mapping.find(({ target }) => target.start <= offset && offset < target.end);
  if (segment === undefined) return undefined;
  const { source, target } = segment;
  const nested = mapping
    .map((other) => other.source)
    .filter((other) => source.start <= other.start && other.end <= source.end)
    .filter((other) => other.end - other.start < source.end - source.start)
    .sort((left, right) => left.start - right.start);
  let own = source.start;
  for (const other of nested) if (other.start <= own && own < other.end) own = other.end;
  return { source, target, offset: own < source.end ? own : source.start };
}
