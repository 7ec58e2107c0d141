import type { DoctestResult } from "../protocol/editing.ts";

/** A function or class whose docstring has examples. */
interface Documented {
  readonly name: string;
  /** Its lines, from the one of `def` or `class`. */
  readonly first: number;
  readonly last: number;
  readonly examples: readonly string[];
}

/**
 * A program that runs the examples of the function or class at a line (counted from 0) of a Python text, and prints each
 * with what it gives. Examples that are statements are run and print nothing. Undefined where there are none.
 */
export function doctestProgram(text: string, line: number): DoctestResult | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const found = documented(lines).filter((each) => each.first <= line && line <= each.last);
  const innermost = found.sort((left, right) => right.first - left.first).find((each) => each.examples.length > 0);
  if (innermost === undefined) return undefined;
  const { name, examples } = innermost;
  const calls = examples.map((example) => (isExpression(example) ? shown(example) : example));
  return {
    name,
    program: `${withoutMain(lines).join("\n").trimEnd()}\n\n\n${calls.join("\n")}\n`,
    examples: examples.length,
  };
}

function shown(example: string): string {
  return example.startsWith("print(") ? example : `print(repr(${example}))`;
}

function documented(lines: readonly string[]): Documented[] {
  return lines.flatMap((line, first) => {
    const declared = /^(\s*)(?:async\s+def|def|class)\s+(\w+)/.exec(line);
    if (declared === null) return [];
    const indent = declared[1]!.length;
    let last = first;
    for (let index = first + 1; index < lines.length; index++) {
      const text = lines[index]!;
      if (text.trim() === "") continue;
      if (text.length - text.trimStart().length <= indent && !/^\s*[)\]]/.test(text)) break;
      last = index;
    }
    return [{ name: declared[2]!, first, last, examples: examplesIn(lines.slice(first, last + 1)) }];
  });
}

function examplesIn(lines: readonly string[]): readonly string[] {
  const examples: string[] = [];
  for (const line of lines) {
    const start = /^\s*>>> ?(.*)$/.exec(line);
    const more = /^\s*\.\.\. ?(.*)$/.exec(line);
    if (start !== null) examples.push(start[1]!);
    else if (more !== null && examples.length > 0) examples.push(`${examples.pop()!}\n${more[1]!}`);
  }
  return examples;
}

function isExpression(example: string): boolean {
  const isStatement = /^(import|from|for|while|if|with|def|class|try|raise|assert|del|return|@|async)\b/.test(example);
  return !isStatement && !/^[\w.[\], ()*'"]+?\s*([-+*/%&|^]|\/\/|\*\*|<<|>>)?=(?!=)/.test(example);
}

/** The lines of a module without what runs when it is started. */
function withoutMain(lines: readonly string[]): readonly string[] {
  const main = lines.findIndex((line) => /^if\s+__name__\s*==/.test(line));
  if (main < 0) return lines;
  const next = lines.findIndex((line, index) => index > main && /^\S/.test(line));
  return [...lines.slice(0, main), ...(next < 0 ? [] : lines.slice(next))];
}
