import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeOf } from "../../scripts/hover.mjs";
import { ServerProcess } from "../server/connection.ts";
import { projectRoot } from "../support/fake-build.ts";
import { hostileTexts, hugeText } from "../support/hostile.ts";
import { runCommand } from "./run.ts";
import type { CommandResult } from "./run.ts";

const command = join(projectRoot, "server", "bin", "interlinear.js");

describe("the command as it is built", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "interlinear-bundle-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(args: readonly string[], input?: string | Uint8Array): CommandResult {
    const result = runCommand(command, args, { cwd: folder, ...(input === undefined ? {} : { input }) });
    assert.doesNotMatch(result.stderr, /^ {4}at |internal error|InvariantError/m, "no stack trace, no defect");
    assert.ok([0, 1, 3].includes(result.status!), `it has ended by itself, with status ${result.status}`);
    return result;
  }

  it("translates a Python function", () => {
    const { status, stdout, stderr } = run(
      ["translate", "--to", "go", "-"],
      "def add(a: int, b: int) -> int:\n    return a + b\n",
    );
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /func \w+\(a, b int\) int \{\n\treturn a \+ b\n\}/);
  });

  it("translates a Go function", () => {
    const source = "package p\n\nfunc Add(a, b int) int {\n\treturn a + b\n}\n";
    const { status, stdout, stderr } = run(["translate", "--to", "python", "-"], source);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /def add\(a: int, b: int\) -> int:\n {4}return a \+ b\n/);
  });

  it("prints the hover that an editor shows", () => {
    const file = join(projectRoot, "examples", "python", "orders.py");
    const source = "def f(x: int) -> int:\n    if x < 0:\n        raise ValueError('negative')\n    return x\n";
    writeFileSync(join(folder, "f.py"), source);
    const { line, column } = placeOf(source, "raise");
    const { status, stdout } = run(["hover", `f.py:${line}:${column}`]);
    assert.equal(status, 0);
    assert.match(stdout, /^\*\*.+\*\*\n\n.+\n\n```go\n[^`]*return /);
    assert.equal(run(["hover", `${file}:38:13`]).status, 0);
  });

  it("lists its constructs", () => {
    const constructs = JSON.parse(run(["constructs", "--format", "json"]).stdout) as { id: string }[];
    assert.ok(constructs.length > 20);
    const lines = run(["constructs"]).stdout.trimEnd().split("\n");
    assert.equal(lines.length, constructs.length + 1);
  });

  it("serves the language server protocol", async () => {
    const server = new ServerProcess(command, ["lsp", "--stdio"]);
    const { serverInfo } = await server.initialize();
    assert.equal(serverInfo?.name, "interlinear");
    await server.stop();
  });

  for (const language of ["python", "go"] as const) {
    const target = language === "python" ? "go" : "python";
    for (const [what, text] of Object.entries(hostileTexts(language))) {
      it(`ends well on ${what}, read as ${language}`, () => {
        const { status, stdout, stderr } = run(["translate", "--to", target, "-"], text);
        if (status === 1) assert.match(stderr, /^interlinear: <stdin>: .+$/m);
        if (status === 3) assert.match(stderr, /^<stdin>:\d+:\d+: mark [\w-]+: .+$/m);
        if (text.trim() !== "") assert.ok(stdout !== "" || status === 1, "it says something");
      });
    }

    it(`ends well on ten megabytes of ${language}`, () => {
      const { status, stdout, stderr } = run(["translate", "--to", target, "-"], hugeText(language));
      if (status === 0) assert.ok(stdout.length > 1_000_000, "without a mark all of it is there");
      else assert.match(stderr, /too-long/);
    });
  }
});
