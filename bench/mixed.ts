import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** A program whose names at the top level are its own, and what it imports. */
interface Piece {
  readonly imports: readonly string[];
  readonly lines: readonly string[];
}

/**
 * A Python file of about so many lines as people write them, with annotations in some places and none in others: programs of the tests and examples
 * one after the other, again and again, each with names of its own. The same programs give the same file each time.
 */
export function mixedPythonFile(lines: number): string {
  const programs = ["test/behaviour", "examples"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .sort()
        .map((path) => join(root, folder, path)),
    )
    .filter((path) => path.endsWith(".py"))
    .map((path) => readFileSync(path, "utf8"))
    .filter(isAlone);
  const imports = new Set<string>();
  const result: string[] = [];
  for (let count = 1; result.length < lines; count++) {
    const piece = pieceOf(programs[(count - 1) % programs.length]!, count);
    for (const line of piece.imports) imports.add(line);
    result.push(...piece.lines, "", "");
  }
  const entries = result.flatMap((line) => /^def (entry_\d+)\(\)/.exec(line)?.[1] ?? []);
  const calls = entries.length === 0 ? [] : ['if __name__ == "__main__":', ...entries.map((name) => `    ${name}()`)];
  const isFuture = (line: string): boolean => line.includes("__future__");
  const head = [...imports].sort((left, right) => Number(isFuture(right)) - Number(isFuture(left)));
  return [...head, "", "", ...result, ...calls, ""].join("\n");
}

/** Whether a program can stand in one file with others: its imports take a line each, and no web framework looks for its names. */
function isAlone(text: string): boolean {
  return !/import \*|fastapi|flask|--- another program|^from .* import \($/im.test(text);
}

/** The program with a number behind its names; what it does when it is run is a function. */
function pieceOf(text: string, count: number): Piece {
  const imports: string[] = [];
  const body: string[] = [];
  for (const line of text.trim().split("\n")) {
    if (/^(import|from)\s/.test(line)) imports.push(line.replace(/#.*/, "").trimEnd());
    else body.push(/^if __name__ ==/.test(line) ? `def entry_${count}():` : line);
  }
  const own = body.join("\n").replace(/^"""[^]*?"""\n/, "");
  const declared = [...own.matchAll(/^(?:(?:async )?def|class) (\w+)|^(\w+)(?: *:[^=\n]*)? *=/gm)];
  const names = new Set(declared.map(([, definition, variable]) => definition ?? variable!));
  const numbered = own.replace(/(?<![\w.])[A-Za-z_]\w*/g, (word) =>
    names.has(word) && !word.startsWith("entry_") ? `${word}_${count}` : word,
  );
  return { imports, lines: numbered.trim().split("\n") };
}
