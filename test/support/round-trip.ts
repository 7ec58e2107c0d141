import { readFile } from "node:fs/promises";
import { loadAssets } from "../../server/src/assets.ts";
import type { Language } from "../../server/src/base/language.ts";
import { installed } from "../../server/src/node/assets.ts";
import { compile } from "../../server/src/translator/compile.ts";
import { SourceDocument } from "../../server/src/translator/document.ts";
import type { Environment } from "../../server/src/translator/environment.ts";
import { createEnvironment } from "../../server/src/translator/index.ts";

/** What a text becomes in its own language on the way through the IR. */
export interface RoundTrip {
  readonly text: string;
  /** Code and message of each mark; a text with marks is declined. */
  readonly marks: readonly string[];
}

/** The core's environment, on the assets of this tree. */
export async function loadEnvironment(): Promise<Environment> {
  return createEnvironment(await loadAssets((path) => readFile(installed(path))));
}

/** Lifts a program to the IR and lowers it to the language that it came from. */
export function roundTrip(environment: Environment, language: Language, text: string): RoundTrip {
  const document = new SourceDocument(environment.grammars, "main", language, text);
  try {
    const [compiled] = compile([document], environment, { target: language }).documents;
    const marks = compiled!.diagnostics
      .filter(({ severity }) => severity === "mark")
      .map(({ code, message }) => `${code}: ${message}`);
    return { text: compiled!.printed.text, marks };
  } finally {
    document.dispose();
  }
}
