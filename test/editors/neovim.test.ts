import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findNeovim } from "../../scripts/editors.mjs";
import { placeOf } from "../../scripts/hover.mjs";
import { projectRoot, serverBundle } from "./support/project.ts";

describe("Neovim with the server over standard input and output", function () {
  this.timeout(120_000);

  before(function () {
    if (findNeovim() === undefined) {
      console.log("      SKIPPED: there is no Neovim on this machine");
      this.skip();
    }
  });

  it("shows Go when hovering over a Python raise", () => {
    const hover = hoverInNeovim("examples/python/orders.py", "python", "raise ValueError");
    assert.match(hover, /```go\n[^`]*return /);
  });

  it("shows Python when hovering over Go's if err != nil", () => {
    const hover = hoverInNeovim("examples/go/inventory/inventory.go", "go", "if err != nil");
    assert.match(hover, /```python\n/);
    assert.match(hover, /try:|raise|except/);
    assert.doesNotMatch(hover, /TODO/);
  });

  it("completes the other language's word with the idiom and its import", () => {
    const folder = mkdtempSync(join(tmpdir(), "interlinear-neovim-"));
    const path = join(folder, "a.go");
    writeFileSync(path, "package a\n\nfunc f() {\n\tgather\n}\n");
    const request = ["textDocument/completion", { position: { line: 3, character: 7 } }];
    const { others } = inNeovim(path, "go", { INTERLINEAR_REQUESTS: JSON.stringify([request]) });
    rmSync(folder, { recursive: true });
    const { items } = others[0] as { items: { label: string; additionalTextEdits: { newText: string }[] }[] };
    const gather = items.find(({ label }) => label === "gather");
    assert.match(gather!.additionalTextEdits[0]!.newText, /"sync"/);
  });

  it("carries out the action that inserts the other side as a comment", () => {
    const path = join(projectRoot, "examples", "python", "orders.py");
    const { line } = placeOf(readFileSync(path, "utf8"), "raise ValueError");
    const { text } = inNeovim(path, "python", { INTERLINEAR_ACTION: String(line - 1) });
    assert.match(text!, / {12}# Go:\n {12}# +return fmt\.Errorf\(.*\n {12}raise ValueError/);
  });
});

interface NeovimAnswer {
  readonly error?: string;
  readonly hovers: readonly string[];
  readonly others: readonly unknown[];
  readonly text: string | null;
}

function hoverInNeovim(file: string, language: string, text: string): string {
  const path = join(projectRoot, file);
  const { line, column } = placeOf(readFileSync(path, "utf8"), text);
  return inNeovim(path, language, { INTERLINEAR_PLACES: JSON.stringify([[line - 1, column - 1]]) }).hovers[0]!;
}

function inNeovim(path: string, language: string, variables: Readonly<Record<string, string>>): NeovimAnswer {
  const env = {
    ...process.env,
    INTERLINEAR_SERVER: JSON.stringify([process.execPath, serverBundle, "--stdio"]),
    INTERLINEAR_PLACES: "[]",
    INTERLINEAR_FILE: path,
    INTERLINEAR_LANGUAGE: language,
    ...variables,
  };
  const script = join(projectRoot, "test", "editors", "support", "neovim.lua");
  const run = spawnSync(findNeovim()!, ["--headless", "--clean", "-n", "-S", script], {
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  const answer = JSON.parse(run.stdout.trim().split("\n").at(-1) ?? "") as NeovimAnswer;
  assert.equal(answer.error, undefined);
  return answer;
}
