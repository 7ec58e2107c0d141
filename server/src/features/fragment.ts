import { otherLanguage } from "../base/language.ts";
import type { Language } from "../base/language.ts";
import type { Diagnostic, Translator } from "../translator/api.ts";
import { dedented } from "../base/lines.ts";
import { patternImports } from "./pattern-imports.ts";

/** A text in the other language, without what makes it a file. */
export interface Fragment {
  /** Declarations, then statements; not indented. */
  readonly text: string;
  /** Import paths of Go, import statements of Python. */
  readonly imports: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Translates a text that somebody has copied from anywhere: a file, some declarations or some statements. `present` is the
 * text that the answer is to be put into: helpers that it has already are left out.
 */
export function translateFragment(translator: Translator, text: string, to: Language, present: string): Fragment {
  const from = otherLanguage(to);
  const source =
    from === "go" ? asGoFile(dedented(text.split(/\r\n|\r|\n/))) : `${dedented(text.split(/\r\n|\r|\n/))}\n`;
  const program = translator.createProgram();
  try {
    const path = from === "go" ? "pasted.go" : "pasted.py";
    program.open(path, from, source);
    const translation = program.translate(path);
    const hasMain = /^(func|def|async def) main\b/m.test(text);
    const known = translation.helpers
      .filter((helper) => declares(present, helper.name))
      .map((helper) => helper.text.trim());
    const whole = known.reduce((result, helper) => result.replace(`${helper}\n`, ""), translation.text);
    const parts = to === "go" ? goParts(whole, hasMain) : pythonParts(whole, hasMain);
    return { ...parts, diagnostics: translation.diagnostics };
  } finally {
    program.dispose();
  }
}

function declares(text: string, name: string): boolean {
  return new RegExp(`^(func|type|def|class|async def)\\s+${name}\\b`, "m").test(text);
}

/** A Go text with what a file needs before it can be read: statements alone are the body of a function. */
function asGoFile(text: string): string {
  if (/^package\s+\w+/m.test(text)) return `${text}\n`;
  const isDeclared =
    /^(import|func|type|var|const)\b/m.test(text) &&
    !/^(if|for|switch|select|return|go|defer|\w[\w., ]*:?=|[\w.]+\()/m.test(text);
  const imports = patternImports({ language: "go", body: [text.replace(/\$/g, "\\$")] }).map(
    (path) => `import "${path}"\n`,
  );
  const body = isDeclared ? text : `func main() {\n${text}\n}`;
  return `package main\n\n${imports.join("")}\n${body}\n`;
}

function goParts(text: string, hasMain: boolean): Omit<Fragment, "diagnostics"> {
  const lines = text.split("\n");
  const imports: string[] = [];
  const rest: string[] = [];
  const statements: string[] = [];
  let index = lines.findIndex((line) => /^package\s/.test(line));
  rest.push(...lines.slice(0, Math.max(0, index)));
  for (index++; index < lines.length; index++) {
    const line = lines[index]!;
    if (/^import\s/.test(line)) {
      const isBlock = /^import \($/.test(line);
      do {
        const path = /"([^"]+)"/.exec(lines[index]!)?.[1];
        if (path !== undefined) imports.push(path);
      } while (isBlock && !/^\)/.test(lines[index]!) && ++index < lines.length);
    } else if (!hasMain && line === "func main() {") {
      const end = lines.indexOf("}", index);
      statements.push(...lines.slice(index + 1, end));
      index = end;
    } else rest.push(line);
  }
  return { text: joined(rest, statements), imports };
}

function pythonParts(text: string, hasMain: boolean): Omit<Fragment, "diagnostics"> {
  const lines = text.split("\n");
  const imports: string[] = [];
  const rest: string[] = [];
  const statements: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (/^(import|from)\s/.test(line)) {
      let statement = line;
      while (statement.includes("(") && !statement.includes(")")) statement += ` ${lines[++index]!.trim()}`;
      imports.push(statement.replace(/\(\s*|,?\s*\)/g, ""));
    } else if (!hasMain && /^(async )?def main\(\)/.test(line)) {
      while (index + 1 < lines.length && !/^\S/.test(lines[index + 1]!)) statements.push(lines[++index]!);
    } else if (!hasMain && line.startsWith('if __name__ == "__main__":')) index++;
    else rest.push(line);
  }
  return { text: joined(rest, statements), imports };
}

function joined(declarations: readonly string[], statements: readonly string[]): string {
  return [declarations.join("\n").trim(), dedented(statements).replace(/^\n+/, "")]
    .filter((part) => part !== "")
    .join("\n\n");
}
