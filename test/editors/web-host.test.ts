import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findChromium, serveWebHost } from "../../scripts/editors.mjs";
import { placeOf } from "../../scripts/hover.mjs";
import { freePort } from "../../scripts/local-server.mjs";
import { openBrowser, screenshot } from "./support/browser.ts";
import type { Browser } from "./support/browser.ts";
import { extensionFolder, projectRoot } from "./support/project.ts";
import { WorkbenchPage } from "./support/workbench-page.ts";

describe("VS Code in the browser, with the extension in a web worker", function () {
  this.timeout(180_000);
  const orders = readFileSync(join(projectRoot, "examples", "python", "orders.py"), "utf8");
  let server: Awaited<ReturnType<typeof serveWebHost>>;
  let browser: Browser;
  let workbench: WorkbenchPage;

  before(async function () {
    this.timeout(600_000);
    if (findChromium() === undefined) {
      console.log("      SKIPPED: there is no Chromium on this machine");
      this.skip();
    }
    server = await serveWebHost({
      extensionDevelopmentPath: extensionFolder,
      folderPath: join(projectRoot, "examples"),
      port: await freePort(),
    });
    browser = await openBrowser();
    workbench = new WorkbenchPage(browser.page);
    await workbench.open(server.address);
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed() && browser !== undefined) await screenshot(browser.page, "web-failed");
  });

  after(async () => {
    await browser?.close();
    server?.close();
  });

  it("shows Go when hovering over a Python raise", async () => {
    await workbench.openFile("python/orders.py");
    const { line, column } = placeOf(orders, "raise ValueError");
    const text = await workbench.hover(line, column, "return");
    assert.match(text, /return .*(fmt\.Errorf|errors\.New|Err|Error)/);
    await screenshot(browser.page, "web-hover-python");
  });

  it("shows the Go version beside", async () => {
    await workbench.run("Interlinear: Show Go Version");
    await workbench.waitForText("orders.go", /struct|func/);
    await screenshot(browser.page, "web-go-version");
  });

  it("lights up counterparts, and explains them", async () => {
    await workbench.goTo(placeOf(orders, "raise ValueError").line, 20);
    // A move by key scrolls the other side to the counterpart.
    await browser.page.keyboard.press("ArrowRight");
    await workbench.litUp("orders.go");
    await workbench.run("Interlinear: Explain This Construct");
    await workbench.page.locator(".tab.active", { hasText: "Preview" }).waitFor({ timeout: 30_000 });
    await screenshot(browser.page, "web-explain");
  });

  it("lists patterns", async () => {
    await workbench.openFile("python/health.py");
    await workbench.run("Interlinear: Insert Pattern…");
    await workbench.page.locator(".quick-input-widget input.input").first().fill("iferr");
    await workbench.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "Handle an exception" })
      .waitFor({ timeout: 30_000 });
    await screenshot(browser.page, "web-insert-pattern");
    await workbench.page.keyboard.press("Escape");
  });

  it("says in plain words what cannot be done in a browser", async () => {
    await workbench.run("Interlinear: Verify Translation");
    await workbench.page
      .locator(".notification-toast", { hasText: "an editor in a browser cannot" })
      .waitFor({ timeout: 30_000 });
    await screenshot(browser.page, "web-verify");
  });
});
