import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a program did. `output` is what it printed; `failure` says why it did not come to its end. */
export interface Outcome {
  readonly output: string;
  readonly failure?: string | undefined;
}

/** A program by a name that is a valid identifier. `cases`: run the functions `case0`, `case1` … after it, each on its own. */
export interface BatchProgram {
  readonly name: string;
  readonly text: string;
  readonly cases?: number | undefined;
  /** What it reads from its standard input. */
  readonly input?: string | undefined;
}

const runner = `
import contextlib, io, json, sys, types

def attempt(work, out):
    with contextlib.redirect_stdout(out):
        try:
            work()
        except SystemExit as stop:
            if stop.code not in (None, 0):
                return f"exit {stop.code}"
        except BaseException as error:
            return f"{type(error).__name__}: {error}"
    return None

asked, answered = sys.argv[1:]
results = {}
for program in json.load(open(asked, encoding="utf-8")):
    sys.argv = [program["name"]]
    sys.stdin = io.StringIO(program.get("input") or "")
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    out = io.StringIO()
    failure = attempt(lambda: exec(compile(program["text"], program["name"], "exec", dont_inherit=True), module.__dict__), out)
    for number in range(program.get("cases") or 0):
        out.write(f"case {number}\\n")
        function = getattr(module, f"case{number}", None) or getattr(module, f"case_{number}", None)
        if function is None:
            out.write("missing\\n")
        elif attempt(function, out) is not None:
            out.write("failed\\n")
    results[program["name"]] = {"output": out.getvalue()} | ({"failure": failure} if failure else {})
json.dump(results, open(answered, "w", encoding="utf-8"))
`;

/** Runs the programs one after another in one \`python3\`. Throws when the process itself fails. */
export function runPython(programs: readonly BatchProgram[]): ReadonlyMap<string, Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "interlinear-python-"));
  try {
    const [script, asked, answered] = [
      join(folder, "run.py"),
      join(folder, "programs.json"),
      join(folder, "results.json"),
    ];
    writeFileSync(script, runner);
    writeFileSync(asked, JSON.stringify(programs));
    const { status, stderr } = spawnSync("python3", ["-X", "utf8", script, asked, answered], {
      encoding: "utf8",
      timeout: 120_000,
      input: "",
    });
    if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
    return new Map(Object.entries(JSON.parse(readFileSync(answered, "utf8")) as Record<string, Outcome>));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
