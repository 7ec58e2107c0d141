import { TextDocument } from "vscode-languageserver-textdocument";
import { otherLanguage } from "../base/language.ts";
import type { TranslatedFile, TranslateFilesParams } from "../protocol/editing.ts";
import type { Program, Translator } from "../translator/api.ts";

/** Translates the files of one folder as one program. What fails with one file leaves the others alone, and is told to `report`. */
export function translateFiles(
  translator: Translator,
  { files, to }: TranslateFilesParams,
  report: (error: unknown) => void,
): TranslatedFile[] {
  const program = translator.createProgram();
  try {
    for (const { path, text } of files) program.open(path, otherLanguage(to), text);
    return files.map(({ path, text }) => translateFile(program, path, text, report));
  } finally {
    program.dispose();
  }
}

function translateFile(program: Program, path: string, text: string, report: (error: unknown) => void): TranslatedFile {
  try {
    const translation = program.translate(path);
    const document = TextDocument.create(path, "", 0, text);
    const diagnostics = translation.diagnostics
      .filter((each) => each.severity !== "note")
      .map(({ severity, code, message, start }) => ({
        severity,
        code,
        message,
        line: document.positionAt(start).line,
      }));
    return { path, text: translation.text, diagnostics };
  } catch (error) {
    report(error);
    return { path, text: undefined, diagnostics: [] };
  }
}
