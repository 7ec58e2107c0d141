import type { SourceRange, TranslateResult } from "../protocol/messages.ts";
import type { Translation } from "../translator/api.ts";

/** A translation as the client gets it. `range` turns offsets of the source document into lines and characters. */
export function translationView(
  translation: Translation,
  version: number,
  range: (start: number, end: number) => SourceRange,
): TranslateResult {
  return {
    text: translation.text,
    language: translation.language,
    version,
    diagnostics: translation.diagnostics.map((each) => ({
      severity: each.severity,
      code: each.code,
      message: each.message,
      range: range(each.start, each.end),
    })),
  };
}
