import type { Language } from "../../server/src/base/language.ts";
import type { Translator } from "../../server/src/translator/api.ts";

/** The translation of a program of one file, and what is marked in it, each as `code: message`. */
export function translateAlone(
  translator: Translator,
  language: Language,
  source: string,
): { readonly text: string; readonly marks: readonly string[] } {
  const program = translator.createProgram();
  program.open("main", language, source);
  const { text, diagnostics } = program.translate("main");
  program.dispose();
  const marks = diagnostics.filter(({ severity }) => severity === "mark");
  return { text, marks: marks.map(({ code, message }) => `${code}: ${message}`) };
}
