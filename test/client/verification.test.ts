import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CancellationToken } from "vscode";
import { verify } from "../../client/src/common/verification.ts";
import { programs } from "../../client/src/node/programs.ts";
import type { DoctestResult, TranslateFilesResult } from "../../server/src/protocol/editing.ts";
import { ServerProcess } from "../server/connection.ts";
import { projectRoot } from "../support/fake-build.ts";

const bundle = join(projectRoot, "dist", "server", "node.cjs");
const examples = join(projectRoot, "examples", "verify");

/** A token that is cancelled after some milliseconds, or never. */
function cancelledAfter(milliseconds?: number): CancellationToken {
  const onCancellationRequested: CancellationToken["onCancellationRequested"] = (listener) => {
    const timer =
      milliseconds === undefined ? undefined : setTimeout(() => void listener.call(undefined, undefined), milliseconds);
    return { dispose: () => clearTimeout(timer) };
  };
  return { isCancellationRequested: false, onCancellationRequested };
}

const never = cancelledAfter();

describe("running programs", function () {
  this.timeout(30_000);
  const node = process.execPath;
  const run = (script: string, timeout = 20_000, token = never) =>
    programs.run(node, ["-e", script], { folder: projectRoot, timeout, token });

  it("gives what they print, and their status", async () => {
    const result = await run("console.log('out'); console.error('err'); process.exit(3)");
    assert.deepEqual([result.stdout, result.stderr, result.status, result.reason], ["out\n", "err\n", 3, undefined]);
    assert.ok(result.milliseconds > 0);
  });

  it("ends them, and what they have started, when the time is over or somebody cancels", async () => {
    const endless =
      "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); setInterval(() => {}, 1000)";
    assert.equal((await run(endless, 1_000)).reason, "timeout");
    const cancelled = await run(endless, 20_000, cancelledAfter(500));
    assert.deepEqual([cancelled.reason, cancelled.status], ["cancelled", undefined]);
  });

  it("ends one that prints without end", async () => {
    assert.equal((await run("setInterval(() => process.stdout.write('x'.repeat(1000000)), 1)")).reason, "output");
  });

  it("runs no shell, and says when there is no such program", async () => {
    const args = ["-e", "console.log(process.argv[1])", "$(touch owned); `id`"];
    const { stdout } = await programs.run(node, args, { folder: projectRoot, timeout: 20_000, token: never });
    assert.equal(stdout, "$(touch owned); `id`\n");
    await assert.rejects(programs.run("/no/such/program", [], { folder: projectRoot, timeout: 1_000, token: never }));
  });

  it("finds programs on the search path alone, never in the folder that is open", () => {
    assert.equal(programs.find(["no-such-program-at-all"]), undefined);
    assert.equal(programs.find(["./package.json", "package.json", ""]), undefined);
    assert.equal(programs.find(["no-such-program-at-all", node]), node);
  });

  it("keeps files in a folder that is removed afterwards", async () => {
    let seen = "";
    await programs.withFolder(async (folder, write) => {
      seen = folder;
      await write("a/b.txt", "text");
      assert.equal(readFileSync(join(folder, "a", "b.txt"), "utf8"), "text");
    });
    assert.equal(existsSync(seen), false);
  });
});

describe("verifying a translation", function () {
  this.timeout(240_000);
  const [python, go] = [programs.find(["python3", "python"]), programs.find(["go"])];
  let server: ServerProcess;

  before(async function () {
    if (python === undefined || go === undefined) {
      console.log("      SKIPPED: there is no python3 or no go on this machine");
      this.skip();
    }
    server = new ServerProcess(bundle);
    await server.initialize();
  });
  after(() => server?.stop());

  const verified = async (file: string, text: string) => {
    const files = [{ path: file, text }];
    const answer = await server.ask<TranslateFilesResult>("interlinear/translateFiles", { files, to: "go" });
    const [translated] = answer!.files;
    assert.deepEqual(
      translated!.diagnostics.filter(({ severity }) => severity === "mark"),
      [],
    );
    const sides = { python: files, start: file, go: [{ path: "main.go", text: translated!.text! }] };
    const steps: string[] = [];
    const result = await verify(programs, { python: python!, go: go! }, sides, 120_000, never, (step) =>
      steps.push(step),
    );
    assert.deepEqual(steps, result.go === undefined ? ["build", "python"] : ["build", "python", "go"]);
    return result;
  };

  const shipped = (file: string): string => readFileSync(join(examples, file), "utf8");

  for (const [file, expected] of [
    ["points.py", /^\d+ of 1000000 points/],
    ["json_scan.py", /200000 strings/],
  ] as const) {
    it(`finds that both sides of ${file} print the same`, async () => {
      const result = await verified(file, shipped(file));
      assert.equal(result.verdict, "same", result.build.stderr);
      assert.match(result.go!.stdout, expected);
      assert.match(result.versions.go, /^go version/);
    });
  }

  it("finds that both sides of fib.py print the same, with fewer calls than it ships with", async () => {
    const result = await verified("fib.py", shipped("fib.py").replaceAll("fib(40)", "fib(22)"));
    assert.equal(result.verdict, "same", result.build.stderr);
    assert.equal(result.go!.stdout, "fib(22) = 17711\n");
  });

  it("finds that the examples of a function give the same", async () => {
    const uri = "file:///verify/fib.py";
    await server.open(uri, "python", shipped("fib.py"));
    const line = shipped("fib.py")
      .split("\n")
      .findIndex((each) => each.startsWith("def fib"));
    const position = { line, character: 0 };
    const found = await server.ask<DoctestResult>("interlinear/doctest", { uri, position });
    assert.deepEqual([found?.name, found?.examples], ["fib", 2]);
    const result = await verified("fib.py", found!.program);
    assert.equal(result.verdict, "same", result.build.stderr);
    assert.equal(result.python.stdout, "55\n[0, 1, 1, 2, 3, 5, 8, 13]\n");
  });

  it("sees a difference, and a side that does not build", async () => {
    const tools = { python: python!, go: go! };
    const side = (text: string) => ({
      python: [{ path: "a.py", text: "print(1)\n" }],
      start: "a.py",
      go: [{ path: "main.go", text }],
    });
    const check = (text: string) => verify(programs, tools, side(text), 60_000, never, () => undefined);
    const other = await check('package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println(2)\n}\n');
    assert.equal(other.verdict, "different");
    const failing = await check(
      'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\tfmt.Println(1)\n\tos.Exit(1)\n}\n',
    );
    assert.equal(failing.verdict, "different", "the same output, but one side fails");
    const broken = await check("package main\n\nfunc main() {\n\tx\n}\n");
    assert.deepEqual([broken.verdict, broken.go], ["unbuilt", undefined]);
    assert.match(broken.build.stderr, /undefined: x/);
  });
});
