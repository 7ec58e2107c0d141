import type { LibraryRow } from "../../../server/src/lowering/library/row.ts";
import { importsFor } from "./programs.ts";
import { literal, goLiteral, goType, pythonType } from "./row-values.ts";

/** A tiny program in one language that evaluates a row with each of the inputs in a function of its own: `case0`, `case1` …. */
export interface RowProgram {
  readonly text: string;
  readonly cases: number;
}

export type Input = Readonly<Record<string, string>>;

/** The metavariables of a row, in alphabetical order. */
export function variablesOf(row: LibraryRow): readonly string[] {
  return [...new Set([...`${row.python} ${row.go}`.matchAll(/\$(\w+)/g)].map((match) => match[1]!))].sort();
}

const modules =
  "math cmath random re json os sys time datetime collections itertools functools operator string bisect heapq statistics hashlib base64 uuid copy textwrap unicodedata io pathlib shutil binascii html urllib hmac secrets zlib calendar glob tempfile platform getpass socket subprocess posixpath shlex errno fnmatch string".split(
    " ",
  );

/** A row that wants to know an operand gets it as a literal. */
function isInline(row: LibraryRow, name: string): boolean {
  return row.where?.[name] !== undefined;
}

/** Undefined where a value has no spelling in the language. */
export function pythonProgram(row: LibraryRow, inputs: readonly Input[]): RowProgram | undefined {
  const used = modules.filter((name) =>
    new RegExp(`\\b${name}\\.`).test(`${row.python} ${Object.values(inputs[0] ?? {}).join(" ")}`),
  );
  const types = row.types ?? {};
  const names = variablesOf(row).filter((name) => row.python.includes(`$${name}`) && !isInline(row, name));
  const bodies = inputs.map((input, number) => {
    const values = names.map((name) => `    ${name}: ${pythonType(types[name], input[name]!)} = ${input[name]!}`);
    const call = row.python.replace(/\$(\w+)(\.\.\.)?/g, (_, name: string) =>
      isInline(row, name) ? input[name]! : name,
    );
    const lines = types["result"] === "None" ? [call, ...names.map((name) => `print(${name})`)] : [`print(${call})`];
    const guarded = row.fails
      ? [
          "try:",
          ...lines.map((line) => `    ${line}`),
          `except ${row.fails[0] === "CalledProcessError" ? "subprocess.CalledProcessError" : row.fails[0]!}:`,
          `    print("error")`,
        ]
      : lines;
    return `def case${number}() -> None:\n${[...values, ...guarded.map((line) => `    ${line}`)].join("\n")}\n`;
  });
  return { text: `${used.map((name) => `import ${name}\n`).join("")}\n\n${bodies.join("\n\n")}`, cases: inputs.length };
}

export function goProgram(row: LibraryRow, inputs: readonly Input[]): RowProgram | undefined {
  const types = row.types ?? {};
  if (row.where) return undefined;
  const names = variablesOf(row).filter((name) => row.go.includes(`$${name}`));
  const bodies: string[] = [];
  for (const [number, input] of inputs.entries()) {
    const values: string[] = [];
    for (const name of names) {
      const value = literal(input[name]!);
      const type = goType(types[name], value);
      const spelled = type === undefined ? undefined : goLiteral(value, type);
      if (spelled === undefined) return undefined;
      values.push(`\tvar ${name} ${type} = ${spelled}`);
    }
    const call = row.go.replace(/\$(\w+)(\.\.\.)?/g, "$1");
    const printed = row.fails
      ? [
          `\tresult, err := ${call}`,
          "\tif err != nil {",
          '\t\tfmt.Println("error")',
          "\t\treturn",
          "\t}",
          "\tfmt.Println(result)",
        ]
      : [`\tfmt.Println(${call})`];
    const lines =
      types["result"] === "None" ? [`\t${call}`, ...names.map((name) => `\tfmt.Println(${name})`)] : printed;
    bodies.push(`func case${number}() {\n${[...values, ...lines].join("\n")}\n}\n`);
  }
  const text = bodies.join("\n");
  return { text: `package main\n\n${importsFor(text)}\n${text}`, cases: inputs.length };
}
