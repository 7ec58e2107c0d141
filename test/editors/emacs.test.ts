import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEmacs } from "../../scripts/editors.mjs";
import { placeOf } from "../../scripts/hover.mjs";
import { projectRoot, serverBundle } from "./support/project.ts";

describe("Emacs with Eglot and the server over standard input and output", function () {
  this.timeout(120_000);

  before(function () {
    if (findEmacs() === undefined) {
      console.log("      SKIPPED: there is no Emacs with Eglot on this machine");
      this.skip();
    }
  });

  it("shows Go when hovering over a Python raise, and offers the actions that need no command", () => {
    const { hover, actions } = ask("examples/python/orders.py", "raise ValueError");
    assert.match(hover, /\nreturn fmt\.Errorf\("quantity/);
    assert.doesNotMatch(hover, /command:/);
    assert.deepEqual(actions, ["Insert Go Version as Comment"]);
  });

  it("shows Python when hovering over Go's if err != nil", () => {
    const { hover } = ask("examples/go/inventory/inventory.go", "if err != nil");
    assert.match(hover, /\n(try:|raise|except)/);
  });
});

function ask(file: string, text: string): { readonly hover: string; readonly actions: readonly string[] } {
  const path = join(projectRoot, file);
  const { line, column } = placeOf(readFileSync(path, "utf8"), text);
  const home = mkdtempSync(join(tmpdir(), "interlinear-emacs-"));
  const env = {
    ...process.env,
    HOME: home,
    INTERLINEAR_SERVER: JSON.stringify([process.execPath, serverBundle, "--stdio"]),
    INTERLINEAR_PLACE: JSON.stringify([line, column]),
    INTERLINEAR_FILE: path,
  };
  const script = join(projectRoot, "test", "editors", "support", "emacs.el");
  const run = spawnSync(findEmacs()!, ["-Q", "--batch", "-l", script], { env, encoding: "utf8", timeout: 90_000 });
  rmSync(home, { recursive: true, force: true });
  const answer = run.stdout.split("\n").find((each) => each.startsWith("{"));
  assert.ok(answer !== undefined, `Emacs has answered nothing: ${run.stderr.slice(-2000)}`);
  return JSON.parse(answer) as ReturnType<typeof ask>;
}
