import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BatchProgram, Outcome } from "./python-batch.ts";

const environment = { ...process.env, GOFLAGS: "-mod=mod", GOWORK: "off" };

/**
 * Compiles the programs, each `package main`, into one binary and runs each in a process of its own. What does not compile has the compiler's
 * words as its failure and does not disturb the others. `times`: a program that prints something else in one of so many runs has failed; `race`: so has one
 * in which Go's race detector finds something.
 */
export function runGo(
  programs: readonly BatchProgram[],
  { times = 1, race = false } = {},
): ReadonlyMap<string, Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "interlinear-go-"));
  try {
    const usesSync = programs.some(({ text }) => text.includes('"golang.org/x/sync/'));
    writeFileSync(
      join(folder, "go.mod"),
      `module batch\n\ngo 1.26\n${usesSync ? "\nrequire golang.org/x/sync v0.24.0\n" : ""}`,
    );
    for (const { name, text, cases } of programs) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "program.go"), asPackage(text, name));
      if (cases !== undefined) writeFileSync(join(folder, name, "cases.go"), caseRunner(text, name, cases));
    }
    const failures = compileFailures(folder);
    const sound = programs.filter(({ name }) => !failures.has(name));
    link(folder, sound, race);
    const outcomes = new Map<string, Outcome>(
      programs.map(({ name }) => [name, { output: "", failure: failures.get(name) }]),
    );
    for (const { name, input } of sound)
      outcomes.set(
        name,
        repeated(() => run(join(folder, "run"), name, input), times),
      );
    return outcomes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function asPackage(text: string, name: string): string {
  return text.replace(/^package main\b/m, `package ${name}`).replace(/^func main\(\)/m, "func Main()");
}

/** The case functions take no arguments; one that fails must not end the others. */
function caseRunner(text: string, name: string, cases: number): string {
  const calls = Array.from({ length: cases }, (_, number) => {
    const [, name] = new RegExp(`^func ([cC]ase${number})\\(`, "m").exec(text) ?? [];
    return `\tprintln_("case ${number}")\n\t${name ? `attempt_(func() { ${name}() })` : 'println_("missing")'}`;
  });
  return `package ${name}

import "os"

func println_(text string) { os.Stdout.WriteString(text + "\\n") }

func attempt_(work func()) {
	defer func() {
		if recover() != nil {
			println_("failed")
		}
	}()
	work()
}

func Main() {
${calls.join("\n")}
}
`;
}

/** The compiler's words by package. */
function compileFailures(folder: string): ReadonlyMap<string, string> {
  const { stderr } = spawnSync("go", ["build", "-gcflags=-e", "./..."], {
    cwd: folder,
    encoding: "utf8",
    env: environment,
    timeout: 400_000,
    maxBuffer: 1 << 26,
  });
  const failures = new Map<string, string>();
  let current = "";
  for (const line of stderr.split("\n")) {
    const header = /^# batch\/(\w+)/.exec(line);
    const parse = /^(\w+)\/program\.go:/.exec(line);
    if (header) current = header[1]!;
    else if (line.trim() === "") continue;
    else if (parse) failures.set(parse[1]!, `${failures.get(parse[1]!) ?? ""}${line}\n`);
    else if (current !== "") failures.set(current, `${failures.get(current) ?? ""}${line}\n`);
    else throw new Error(`go build failed: ${stderr}`);
  }
  return failures;
}

/** The first outcome, unless a later one differs from it. */
function repeated(once: () => Outcome, times: number): Outcome {
  const first = once();
  for (let time = 1; time < times; time++) {
    const again = once();
    if (again.failure !== undefined) return again;
    if (again.output !== first.output)
      return { output: again.output, failure: `printed something else before:\n${first.output}` };
  }
  return first;
}

function link(folder: string, programs: readonly BatchProgram[], race: boolean): void {
  const imports = programs.map(({ name }) => `\t"batch/${name}"`).join("\n");
  const entries = programs.map(({ name }) => `\t"${name}": ${name}.Main,`).join("\n");
  writeFileSync(
    join(folder, "main.go"),
    `package main\n\nimport (\n\t"os"\n${imports}\n)\n\nvar programs = map[string]func(){\n${entries}\n}\n\nfunc main() {\n\tname := os.Args[1]\n\tos.Args = os.Args[1:]\n\tprograms[name]()\n}\n`,
  );
  const { status, stderr } = spawnSync("go", ["build", ...(race ? ["-race"] : []), "-o", "run", "."], {
    cwd: folder,
    encoding: "utf8",
    env: environment,
    timeout: 400_000,
  });
  if (status !== 0) throw new Error(`go build failed: ${stderr}`);
}

function run(binary: string, name: string, input = ""): Outcome {
  const { status, stdout, stderr, error } = spawnSync(binary, [name], { encoding: "utf8", timeout: 10_000, input });
  const failure = error ? error.message : status === 0 ? undefined : `exit ${status}: ${stderr.slice(0, 400)}`;
  return { output: stdout, failure };
}
