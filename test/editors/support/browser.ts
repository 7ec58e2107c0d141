import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { findChromium } from "../../../scripts/editors.mjs";
import { projectRoot } from "./project.ts";

/** A browser with one page, without any way to the network beyond this machine. */
export interface Browser {
  readonly page: Page;
  close(): Promise<void>;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
];

/** How long the workbench fades things in, in milliseconds. */
const settling = 400;

/** Starts Chromium, which must be installed, with a profile of its own. */
export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "interlinear-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium()!,
    headless: true,
    args: flags,
    viewport: { width: 1400, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Keeps what the page shows as `out/screenshots/NAME.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, "out", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.waitForTimeout(settling);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
