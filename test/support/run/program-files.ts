import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Language } from "../../../server/src/base/language.ts";
import { filesBelow } from "../tools.ts";

/** A program of a test, with what its first lines say of it. */
export interface TestProgram {
  readonly title: string;
  readonly language: Language;
  readonly text: string;
  /** From `# input: "…"`: what it reads from its standard input. */
  readonly input: string;
  /** From `# ends with a failure`: the program ends the process with another status than 0. */
  readonly fails: boolean;
}

const separator = /^(?:#|\/\/) --- another program\n/m;

/** The programs below a folder; a file may hold several. */
export function programsBelow(folder: string): readonly TestProgram[] {
  return (["python", "go"] as const).flatMap((language) =>
    filesBelow(folder, language === "python" ? ".py" : ".go").flatMap((file) =>
      readFileSync(file, "utf8")
        .split(separator)
        .map((text, number) => ({
          title: number === 0 ? basename(file) : `${basename(file)}, program ${number + 1}`,
          language,
          text,
          input: inputOf(text),
          fails: /^(?:#|\/\/) ends with a failure$/m.test(text),
        })),
    ),
  );
}

function inputOf(text: string): string {
  const [, quoted] = /^(?:#|\/\/) input: (".*")$/m.exec(text) ?? [];
  return quoted === undefined ? "" : (JSON.parse(quoted) as string);
}
