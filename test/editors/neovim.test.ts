import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
});

function hoverInNeovim(file: string, language: string, text: string): string {
  const path = join(projectRoot, file);
  const { line, column } = placeOf(readFileSync(path, "utf8"), text);
  const env = {
    ...process.env,
    INTERLINEAR_SERVER: JSON.stringify([process.execPath, serverBundle, "--stdio"]),
    INTERLINEAR_PLACES: JSON.stringify([[line - 1, column - 1]]),
    INTERLINEAR_FILE: path,
    INTERLINEAR_LANGUAGE: language,
  };
  const script = join(projectRoot, "test", "editors", "support", "neovim.lua");
  const run = spawnSync(findNeovim()!, ["--headless", "--clean", "-n", "-S", script], {
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  const answer = JSON.parse(run.stdout.trim().split("\n").at(-1) ?? "") as { hovers?: string[]; error?: string };
  assert.equal(answer.error, undefined);
  return answer.hovers![0]!;
}
