import type * as vscode from "vscode";
import type { SourceText } from "../../../server/src/protocol/editing.ts";
import type { ProgramRun, Programs } from "./programs.ts";
import { goVersion } from "./project-file.ts";

/** What is run on each side: the files, and for Python the one to start. */
export interface Sides {
  readonly python: readonly SourceText[];
  readonly start: string;
  readonly go: readonly SourceText[];
}

/** The programs of this machine that run the sides. */
export interface Tools {
  readonly python: string;
  readonly go: string;
}

/** What came of running both sides. */
export interface Verification {
  readonly versions: { readonly python: string; readonly go: string };
  readonly python: ProgramRun;
  /** Undefined when the Go side does not build; `build` says why. */
  readonly go: ProgramRun | undefined;
  readonly build: ProgramRun;
  readonly verdict: "same" | "different" | "unfinished" | "unbuilt";
}

/** Go fetches nothing: no packages, no newer version of itself. */
const offline = { GOPROXY: "off", GOTOOLCHAIN: "local", GOFLAGS: "-mod=mod", GOWORK: "off" };

/** Runs both sides, one after the other so that neither slows down the other, in a folder that is removed afterwards. */
export function verify(
  programs: Programs,
  tools: Tools,
  sides: Sides,
  timeout: number,
  token: vscode.CancellationToken,
  report: (message: "python" | "build" | "go") => void,
): Promise<Verification> {
  return programs.withFolder(async (folder, write) => {
    for (const { path, text } of sides.python) await write(`python/${path}`, text);
    for (const { path, text } of sides.go) await write(`go/${path}`, text);
    await write("go/go.mod", `module verification\n\ngo ${goVersion}\n`);
    const [python, go] = [`${folder}/python`, `${folder}/go`];
    const run = (program: string, args: readonly string[], at: string) =>
      programs.run(program, args, { folder: at, timeout, env: { ...offline, PYTHONDONTWRITEBYTECODE: "1" }, token });
    const versions = {
      python: (await run(tools.python, ["--version"], python)).stdout.trim(),
      go: (await run(tools.go, ["version"], go)).stdout.trim(),
    };
    report("build");
    const build = await run(tools.go, ["build", "-o", "program.exe", "."], go);
    report("python");
    const pythonRun = await run(tools.python, [sides.start], python);
    if (build.status !== 0) return { versions, python: pythonRun, go: undefined, build, verdict: "unbuilt" };
    report("go");
    const goRun = await run(`${go}/program.exe`, [], go);
    return { versions, python: pythonRun, go: goRun, build, verdict: verdictOf(pythonRun, goRun) };
  });
}

/** Two runs are the same when they print the same to standard output, and both succeed or both fail. */
function verdictOf(python: ProgramRun, go: ProgramRun): Verification["verdict"] {
  if (python.status === undefined || go.status === undefined) return "unfinished";
  const isSame = normal(python.stdout) === normal(go.stdout) && (python.status === 0) === (go.status === 0);
  return isSame ? "same" : "different";
}

function normal(text: string): string {
  return text.replace(/\r\n/g, "\n");
}
