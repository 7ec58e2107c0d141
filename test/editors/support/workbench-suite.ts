import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findChromium } from "../../../scripts/editors.mjs";
import { openBrowser, screenshot } from "./browser.ts";
import type { Browser } from "./browser.ts";
import { packedExtension, projectRoot } from "./project.ts";
import { startWorkbench } from "./workbench-server.ts";
import type { WorkbenchOptions, WorkbenchServer } from "./workbench-server.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** What the tests of one suite share: a workbench with the packed extension, open on a folder with a copy of `examples/`. */
export class WorkbenchSuite {
  readonly folder = mkdtempSync(join(tmpdir(), "interlinear-workspace-"));
  private server: WorkbenchServer | undefined;
  private browser: Browser | undefined;
  private driver: WorkbenchPage | undefined;

  get workbench(): WorkbenchPage {
    return this.driver!;
  }

  /** Starts all of it. */
  async start(options: WorkbenchOptions = {}): Promise<void> {
    cpSync(join(projectRoot, "examples"), this.folder, { recursive: true });
    this.configure({});
    this.server = await startWorkbench(packedExtension(), options);
    this.browser = await openBrowser();
    this.driver = new WorkbenchPage(this.browser.page);
    await this.driver.open(`${this.server.address}/?folder=${this.folder}`);
  }

  /** Writes the workspace's settings, which the workbench then follows. */
  configure(settings: object): void {
    this.write(".vscode/settings.json", JSON.stringify({ "workbench.tips.enabled": false, ...settings }, null, 2));
  }

  /** Writes a file of the workspace. */
  write(path: string, text: string): string {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Keeps what is seen, in the dark theme and in the light one. */
  async pictures(name: string): Promise<void> {
    for (const [theme, title] of [
      ["light", "Default Light Modern"],
      ["dark", "Default Dark Modern"],
    ] as const) {
      this.configure({ "workbench.colorTheme": title });
      await this.workbench.page.locator(`.monaco-workbench.${theme === "dark" ? "vs-dark" : "vs"}`).waitFor();
      await screenshot(this.workbench.page, `${name}-${theme}`);
    }
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.server?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Declares a suite in a workbench of its own; it is skipped, aloud, where there is no Chromium. */
export function describeInWorkbench(
  title: string,
  options: WorkbenchOptions,
  tests: (suite: WorkbenchSuite) => void,
): void {
  describe(title, function () {
    this.timeout(180_000);
    const suite = new WorkbenchSuite();

    before(async function () {
      this.timeout(600_000);
      if (findChromium() === undefined) {
        console.log("      SKIPPED: there is no Chromium on this machine");
        this.skip();
      }
      await suite.start(options);
    });

    afterEach(async function () {
      if (!this.currentTest?.isFailed()) return;
      const name = this.currentTest.title.replace(/\W+/g, "-").slice(0, 60);
      await screenshot(suite.workbench.page, `failed-${name}`);
    });

    after(() => suite.stop());

    tests(suite);
  });
}
