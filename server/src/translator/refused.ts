import { otherLanguage } from "../base/language.ts";
import type { ParseRefusal } from "../syntax/grammars.ts";
import { maximumTextLength } from "../syntax/limits.ts";
import type { Translation } from "./api.ts";
import type { SourceDocument } from "./document.ts";

const reasons: Readonly<Record<ParseRefusal, string>> = {
  "too-long": `This text is not translated: it is longer than ${maximumTextLength.toLocaleString("en")} characters.`,
  "too-slow": "This text is not translated: parsing it would not end in useful time.",
};

/** The translation of a document that the parser refused: one mark that says why, in a text that compiles. */
export function refusedTranslation({ path, language }: SourceDocument, refusal: ParseRefusal): Translation {
  const message = reasons[refusal];
  const todo = `TODO(interlinear): ${message}`;
  return {
    text: language === "python" ? `package main\n\n// ${todo}\n` : `# ${todo}\n`,
    language: otherLanguage(language),
    diagnostics: [{ severity: "mark", code: refusal, message, path, start: 0, end: 0 }],
    mapping: [],
    helpers: [],
  };
}
