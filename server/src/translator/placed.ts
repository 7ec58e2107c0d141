import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import type { Diagnostic, MappingSegment } from "./api.ts";
import type { CompiledDocument } from "./compiled-document.ts";
import type { SourceDocument } from "./document.ts";

/** The diagnostics with their places in the document, in its order. */
export function diagnosticsOf({ document, diagnostics }: CompiledDocument): readonly Diagnostic[] {
  return placed(document, diagnostics);
}

/** Diagnostics with their places in the document, in its order. */
export function placed(document: SourceDocument, diagnostics: readonly UnitDiagnostic[]): readonly Diagnostic[] {
  return diagnostics
    .map(({ severity, code, message, range }): Diagnostic => {
      const place = range === undefined ? undefined : document.place(range.unit, range.span);
      return { severity, code, message, path: document.path, start: place?.start ?? 0, end: place?.end ?? 0 };
    })
    .sort((left, right) => left.start - right.start || left.end - right.end || (left.code < right.code ? -1 : 1));
}

/** The source map with places in the document; neighbours that stand for the same source are one segment. */
export function mappingOf({ document, printed }: CompiledDocument): readonly MappingSegment[] {
  const segments: MappingSegment[] = [];
  for (const { start, end, origin } of printed.mapping) {
    const [range] = origin.ranges;
    const source = range === undefined ? undefined : document.place(range.unit, range.span);
    if (source === undefined) continue;
    const last = segments.at(-1);
    if (
      last !== undefined &&
      last.source.start === source.start &&
      last.source.end === source.end &&
      printed.text.slice(last.target.end, start).trim() === ""
    ) {
      segments[segments.length - 1] = { source, target: { start: last.target.start, end } };
    } else segments.push({ source, target: { start, end } });
  }
  return segments;
}
