import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../../scripts/editors.mjs";
import { placeOf } from "../../scripts/hover.mjs";
import { openBrowser, screenshot } from "./support/browser.ts";
import type { Browser } from "./support/browser.ts";
import { packedExtension, projectRoot } from "./support/project.ts";
import { startWorkbench } from "./support/workbench-server.ts";
import type { WorkbenchServer } from "./support/workbench-server.ts";
import { WorkbenchPage } from "./support/workbench-page.ts";

describe("a VS Code workbench with the packed extension", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "interlinear-workspace-"));
  const orders = readFileSync(join(projectRoot, "examples", "python", "orders.py"), "utf8");
  const inventory = readFileSync(join(projectRoot, "examples", "go", "inventory", "inventory.go"), "utf8");
  let server: WorkbenchServer;
  let browser: Browser;
  let workbench: WorkbenchPage;

  before(async function () {
    this.timeout(600_000);
    if (findChromium() === undefined) {
      console.log("      SKIPPED: there is no Chromium on this machine");
      this.skip();
    }
    cpSync(join(projectRoot, "examples"), folder, { recursive: true });
    server = await startWorkbench(packedExtension());
    browser = await openBrowser();
    workbench = new WorkbenchPage(browser.page);
    await workbench.open(`${server.address}/?folder=${folder}`);
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed() && browser !== undefined) await screenshot(browser.page, "workbench-failed");
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows Go when hovering over a Python raise", async () => {
    await workbench.openFile("python/orders.py");
    const { line, column } = placeOf(orders, "raise ValueError");
    const text = await workbench.hover(line, column, "return");
    assert.match(text, /return .*(fmt\.Errorf|errors\.New|Err|Error)/);
    await screenshot(browser.page, "workbench-hover-python");
  });

  it("shows the Go version beside, and it follows an edit", async () => {
    await workbench.run("Interlinear: Show Go Version");
    await workbench.waitForText("orders.go", /struct|func/);
    await screenshot(browser.page, "workbench-go-version");
    const { line } = placeOf(orders, "class OrderError");
    await workbench.goTo(line - 1, 1);
    await browser.page.keyboard.insertText("def edited_here() -> int: return 41\n");
    await workbench.waitForText("orders.go", /func\s+editedHere/);
    await screenshot(browser.page, "workbench-go-version-edited");
  });

  it("follows edits again after the server was restarted", async () => {
    await workbench.run("Interlinear: Restart Server");
    const { line } = placeOf(orders, "class OrderError");
    await workbench.goTo(line - 1, 1);
    await browser.page.keyboard.insertText("def after_restart() -> int: return 42\n");
    await workbench.waitForText("orders.go", /func\s+afterRestart/);
  });

  it("shows Python when hovering over Go's if err != nil", async () => {
    await workbench.openFile("go/inventory/inventory.go");
    const { line, column } = placeOf(inventory, "if err != nil");
    const text = await workbench.hover(line, column, "error");
    assert.match(text, /try:|raise|except/);
    assert.doesNotMatch(text, /TODO/);
    await screenshot(browser.page, "workbench-hover-go");
  });

  it("shows the Python version of a Go file", async () => {
    await workbench.run("Interlinear: Show Python Version");
    await workbench.waitForText("inventory.py", /from\s+dataclasses\s+import/);
    await screenshot(browser.page, "workbench-python-version");
  });
});
