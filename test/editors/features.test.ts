import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "../../scripts/editors.mjs";
import { describeInWorkbench } from "./support/workbench-suite.ts";

/** The compiler's cache of this machine: a workbench has a home of its own, in which it would begin from nothing. */
const go = findProgram("go");
const cache = go === undefined ? "" : spawnSync(go, ["env", "GOCACHE"], { encoding: "utf8" }).stdout.trim();

const options = {
  env: { GOCACHE: cache },
  settings: {
    "interlinear.inlayHints.signatures": true,
    "interlinear.codeLens.enabled": true,
    ...(go === undefined ? {} : { "interlinear.verify.go": go }),
    "editor.inlayHints.enabled": "on",
  },
};

describeInWorkbench("features in a workbench", options, (suite) => {
  it("shows signatures as hints and lenses where they are wanted", async () => {
    const { workbench } = suite;
    await workbench.quickOpen("orders.py");
    await workbench.page
      .locator(".codelens-decoration", { hasText: "Go: type OrderError struct" })
      .waitFor({ timeout: 60_000 });
    await workbench.goTo(44, 1);
    await workbench.waitForText("orders.py", /->\s\(int,\serror\)/);
    await suite.pictures("hints");
  });

  it("offers its actions on a selection, and inserts the other side as a comment", async () => {
    const { workbench } = suite;
    await workbench.quickOpen("health.py");
    await workbench.goTo(21, 5);
    await workbench.page.keyboard.press("Shift+End");
    const menu = workbench.page.locator(".action-widget");
    await workbench.until("the actions are offered", async () => {
      await workbench.page.keyboard.press("Control+.");
      await menu.getByText("Insert Go Version as Comment").waitFor({ timeout: 5_000 });
    });
    await suite.pictures("code-actions");
    await workbench.page.keyboard.press("Escape");
    await workbench.goTo(21, 5);
    await workbench.page.keyboard.press("Shift+End");
    await workbench.page.keyboard.press("Control+.");
    await menu.getByText("Insert Go Version as Comment").waitFor({ timeout: 10_000 });
    await workbench.page.keyboard.type("comment");
    await workbench.page.keyboard.press("Enter");
    await workbench.waitForText("health.py", /#\sGo:/);
    await workbench.run("File: Revert File");
  });

  it("finds a pattern by the other language's word, shows it, inserts it and adds its import", async () => {
    const { workbench } = suite;
    suite.write("go/pattern/pattern.go", "package pattern\n\nfunc gather() {\n\t\n}\n");
    await workbench.quickOpen("pattern.go");
    await workbench.goTo(4, 2);
    await workbench.page.keyboard.press("End");
    await workbench.run("Interlinear: Insert Pattern…");
    const input = workbench.page.locator(".quick-input-widget input.input").first();
    await input.fill("asyncio.gather");
    const row = workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Run calls side by side" });
    await row.waitFor({ timeout: 20_000 });
    await workbench.page.waitForTimeout(1_000);
    await suite.pictures("insert-pattern");
    await workbench.page.keyboard.press("Enter");
    await workbench.waitForText("pattern.go", /import\s"sync"/);
    await workbench.waitForText("pattern.go", /WaitGroup/);
  });

  it("completes the other language's word with the idiom, and adds its import", async () => {
    const { workbench } = suite;
    suite.write("python/complete.py", "\n");
    await workbench.quickOpen("complete.py");
    await workbench.goTo(1, 1);
    await workbench.page.keyboard.type("WaitGr", { delay: 50 });
    const item = workbench.page.locator(".suggest-widget .monaco-list-row", { hasText: "WaitGroup" }).first();
    await item.waitFor({ timeout: 30_000 });
    await suite.pictures("completion");
    await workbench.page.keyboard.press("Tab");
    await workbench.waitForText("complete.py", /import\sasyncio/);
    await workbench.run("File: Revert File");
  });

  it("pastes Python as Go, with its imports", async () => {
    const { workbench } = suite;
    suite.write(
      "python/copied.py",
      "import math\n\n\ndef area(radius: float) -> float:\n    return math.pi * radius**2\n",
    );
    suite.write("go/paste/paste.go", "package paste\n\n");
    await workbench.quickOpen("copied.py");
    await workbench.page.keyboard.press("Control+A");
    await workbench.page.keyboard.press("Control+C");
    await workbench.quickOpen("paste.go");
    await workbench.page.keyboard.press("Control+End");
    await workbench.run("Interlinear: Paste as Go");
    await workbench.waitForText("paste.go", /import\s"math"/);
    await workbench.waitForText("paste.go", /math\.Pi/);
    await suite.pictures("paste");
  });

  it("translates the workspace into a folder of its own, with go.mod and a report, and overwrites nothing unasked", async () => {
    const { workbench, folder } = suite;
    const out = (path: string) => join(folder, "translated-go", path);
    await workbench.run("Interlinear: Translate Workspace");
    await workbench.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "Python to Go" })
      .waitFor({ timeout: 20_000 });
    await workbench.page.keyboard.press("Enter");
    await workbench.page.locator(".tab.active", { hasText: "Preview Translation report" }).waitFor({ timeout: 60_000 });
    await workbench.page.waitForTimeout(1_500);
    await suite.pictures("report");
    assert.match(readFileSync(out("python/orders.go"), "utf8"), /^\/\/ .*\npackage main/);
    assert.match(readFileSync(out("go.mod"), "utf8"), /^module [\w-]+\n\ngo 1\.\d+\n$/);
    assert.ok(!existsSync(out("go/inventory")), "the Go files are no part of it");
    suite.write("translated-go/python/orders.go", "package mine\n");
    await workbench.run("Interlinear: Translate Workspace");
    await workbench.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "Python to Go" })
      .waitFor({ timeout: 20_000 });
    await workbench.page.keyboard.press("Enter");
    const dialog = workbench.page.locator(".monaco-dialog-box");
    await dialog.waitFor({ timeout: 60_000 });
    await suite.pictures("overwrite");
    await dialog.getByText("Keep Them").click();
    await workbench.page.waitForTimeout(2_000);
    assert.equal(readFileSync(out("python/orders.go"), "utf8"), "package mine\n");
  });

  it("verifies a program", async function () {
    if (go === undefined || findProgram("python3") === undefined) return this.skip();
    const { workbench } = suite;
    suite.write("check/sums.py", sums);
    await workbench.quickOpen("sums.py");
    await workbench.goTo(15, 1);
    await workbench.run("Interlinear: Verify Translation");
    await workbench.page.locator(".tab.active", { hasText: "Preview Verification" }).waitFor({ timeout: 120_000 });
    const report = workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe");
    await report.getByText("Both sides print the same.").waitFor({ timeout: 30_000 });
    await suite.pictures("verification");
    return undefined;
  });

  it("shows the guide and the walkthrough", async () => {
    const { workbench } = suite;
    await workbench.run("Interlinear: Python or Go?");
    await workbench.page.locator(".tab.active", { hasText: "python-or-go.md" }).waitFor({ timeout: 30_000 });
    await workbench.page.waitForTimeout(1_500);
    await suite.pictures("guide");
    await workbench.run("View: Close All Editors");
    await workbench.run("Interlinear: Get Started");
    await workbench.page
      .locator(".gettingStartedContainer", { hasText: "Hover over code" })
      .first()
      .waitFor({ timeout: 30_000 });
    await suite.pictures("walkthrough");
  });
});

const sums = `def total(values: list[int]) -> int:
    """Add up.

    >>> total([1, 2, 3])
    6
    >>> total([])
    0
    """
    result = 0
    for value in values:
        result += value
    return result


print(total([4, 5]))
`;
