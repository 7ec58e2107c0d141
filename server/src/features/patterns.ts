import type { Language } from "../base/language.ts";
import type { PatternItem } from "../protocol/editing.ts";
import type { Pattern } from "../translator/api.ts";
import { patternImports, plainText } from "./pattern-imports.ts";

/** The patterns of a language as people choose them. */
export function patternItems(patterns: readonly Pattern[], language: Language): readonly PatternItem[] {
  return patterns
    .filter((pattern) => pattern.language === language)
    .map((pattern) => ({
      construct: pattern.construct,
      title: pattern.title,
      description: pattern.description,
      prefix: pattern.prefix,
      terms: pattern.terms,
      body: pattern.body.join("\n"),
      preview: plainText(pattern.body.join("\n")),
      imports: patternImports(pattern),
    }));
}
