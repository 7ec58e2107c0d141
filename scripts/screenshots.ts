/** Makes the pictures of the README, media/screenshots/*.png, in a real workbench with the packed extension: run `npm run package` before. */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WorkbenchSuite } from "../test/editors/support/workbench-suite.ts";
import { placeOf } from "./hover.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "media", "screenshots");
const orders = readFileSync(join(root, "examples", "python", "orders.py"), "utf8");
const suite = new WorkbenchSuite();

async function picture(name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await suite.workbench.page.waitForTimeout(800);
  await suite.workbench.page.screenshot({ path: join(folder, `${name}.png`) });
}

try {
  await suite.start({
    settings: { "workbench.colorTheme": "Default Light Modern", "workbench.activityBar.location": "hidden" },
  });
  const { workbench } = suite;
  await workbench.page.setViewportSize({ width: 1100, height: 620 });
  await workbench.quickOpen("orders.py");
  await workbench.run("View: Toggle Primary Side Bar Visibility");
  const { line, column } = placeOf(orders, "raise ValueError");
  await workbench.hover(line, column, "return");
  await picture("hover");
  await workbench.page.keyboard.press("Escape");
  await workbench.run("Interlinear: Show Go Version");
  await workbench.waitForText("orders.go", /struct/);
  const test = placeOf(orders, "if quantity <= 0");
  await workbench.goTo(test.line, test.column + 2);
  // A move by key scrolls the other side to the counterpart.
  await workbench.page.keyboard.press("ArrowRight");
  await workbench.litUp("orders.go");
  await picture("view");
} finally {
  await suite.stop();
}
