import type { Locator, Page } from "playwright-core";

const patience = { timeout: 60_000 };

/** Drives the workbench that a page shows, as a person would: with the keyboard. */
export class WorkbenchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the workbench and waits until it can be used. */
  async open(address: string): Promise<void> {
    await this.page.goto(address, patience);
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor(patience);
    await this.page.locator(".monaco-workbench .part.editor").waitFor(patience);
  }

  /** Opens a file of the workspace, given its path in it, through the explorer. */
  async openFile(path: string): Promise<void> {
    const segments = path.split("/");
    const name = segments[segments.length - 1]!;
    for (const [depth, segment] of segments.entries()) {
      const row = this.entry(segment);
      const next = segments[depth + 1];
      await this.until(`${path} is in the explorer`, async () => {
        await row.waitFor({ timeout: 10_000 });
        if (next === undefined) return row.dblclick({ timeout: 5_000 });
        if (!(await this.entry(next).isVisible())) await row.click({ timeout: 5_000 });
        return this.entry(next).waitFor({ timeout: 5_000 });
      });
    }
    const group = this.page.locator(`.editor-group-container:has(.tab.active[data-resource-name="${name}"])`);
    await group.locator(".view-line").first().waitFor(patience);
  }

  /** Moves the cursor of the active editor; lines and columns count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.ask("Control+G", `:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden", ...patience });
  }

  /** Runs a command by its title, through the command palette. */
  async run(title: string): Promise<void> {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
    await this.until(`the command ${title} is offered`, async () => {
      await this.ask("F1", `>${title}`);
      return row.waitFor({ timeout: 5_000 });
    });
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden", ...patience });
  }

  /** What the hover at a place says, once it says `expected`. The server may still be starting, so it is asked for again. */
  async hover(line: number, column: number, expected: string): Promise<string> {
    const hover = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content", { hasText: expected }).first();
    await this.until(`a hover says ${JSON.stringify(expected)}`, async () => {
      await this.page.keyboard.press("Escape");
      await this.goTo(line, column);
      await this.page.keyboard.press("Control+K");
      await this.page.keyboard.press("Control+I");
      return hover.waitFor({ timeout: 6_000 });
    });
    return hover.innerText();
  }

  /** Waits until the visible part of the tab of this name, which must be in front, matches `expected`. */
  async waitForText(name: string, expected: RegExp): Promise<void> {
    const group = this.page.locator(`.editor-group-container:has(.tab.active[data-resource-name="${name}"])`);
    await group.locator(".view-lines", { hasText: expected }).first().waitFor(patience);
  }

  /** The group of editors in which the tab of this name is in front. */
  group(name: string): Locator {
    return this.page.locator(`.editor-group-container:has(.tab.active[data-resource-name="${name}"])`);
  }

  /** Makes the editor of this name, which must be in front of its group, the active one. */
  async focus(name: string): Promise<void> {
    await this.until(`${name} is active`, async () => {
      const tabs = await this.page.locator(".editor-group-container .tab.active").all();
      const fronts = await Promise.all(tabs.map((tab) => tab.getAttribute("data-resource-name")));
      const position = fronts.indexOf(name) + 1;
      if (position === 0) throw new Error(`${name} is not in front; there are ${fronts.join(", ")}`);
      await this.page.keyboard.press("Escape");
      await this.page.keyboard.press(`Control+${position}`);
      if ((await this.activeTab()) !== name) throw new Error(`${await this.activeTab()} is active`);
    });
  }

  /** Opens a file of the workspace by its name, which must be unique. */
  async quickOpen(name: string): Promise<void> {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first();
    // Enter takes the first row, which need not be this one while others are still being looked for.
    await this.until(`${name} is opened`, async () => {
      await this.ask("Control+P", name);
      await row.click({ timeout: 5_000 });
      await this.page.locator(".quick-input-widget").waitFor({ state: "hidden", timeout: 5_000 });
      if ((await this.activeTab()) !== name) throw new Error(`${await this.activeTab()} is active`);
    });
    await this.group(name).locator(".view-line").first().waitFor(patience);
  }

  /** Waits until a decoration of the extension marks something in the editor of this name. */
  async litUp(name: string): Promise<void> {
    await this.group(name).locator(".view-overlays .cdr[class*='ced-']").first().waitFor(patience);
  }

  /** Lines and columns that the active editor's status shows, such as "Ln 3, Col 1". */
  async position(): Promise<string> {
    return this.page.locator(".statusbar-item[id='status.editor.selection']").innerText();
  }

  /** The title of the tab that is active. */
  async activeTab(): Promise<string> {
    return (
      (await this.page
        .locator(".editor-group-container.active .tab.active")
        .first()
        .getAttribute("data-resource-name")) ?? ""
    );
  }

  private entry(name: string): Locator {
    return this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).first();
  }

  /** Opens a prompt of the workbench and types into it. */
  private async ask(keys: string, text: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget input.input").first();
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press(keys);
    await input.waitFor({ timeout: 10_000 });
    await input.fill(text);
  }

  /** Tries several times for a minute: a workbench that is starting drops keys. */
  async until(what: string, attempt: () => Promise<unknown>): Promise<void> {
    const end = Date.now() + patience.timeout;
    for (;;) {
      try {
        await attempt();
        return;
      } catch (error) {
        if (Date.now() > end) throw new Error(`not seen within a minute: ${what}`, { cause: error });
      }
    }
  }
}
