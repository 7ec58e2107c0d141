import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placeOf } from "../../scripts/hover.mjs";
import { projectRoot } from "./support/project.ts";
import { describeInWorkbench } from "./support/workbench-suite.ts";

const orders = readFileSync(join(projectRoot, "examples", "python", "orders.py"), "utf8");

describeInWorkbench("the live view in a workbench", {}, (suite) => {
  it("lights up the counterpart of what is selected, on both sides", async () => {
    const { workbench } = suite;
    await workbench.quickOpen("orders.py");
    await workbench.run("Interlinear: Show Go Version");
    await workbench.waitForText("orders.go", /struct/);
    const { line, column } = placeOf(orders, "raise ValueError");
    await workbench.goTo(line, column);
    await workbench.page.keyboard.press("Shift+End");
    await workbench.litUp("orders.go");
    await workbench.litUp("orders.py");
    await suite.pictures("live-view");
  });

  it("goes to the counterpart and back", async () => {
    const { workbench } = suite;
    const { line, column } = placeOf(orders, "raise ValueError");
    await workbench.goTo(line, column);
    await workbench.run("Interlinear: Go to Counterpart");
    await workbench.until("the view is active", async () => assert.equal(await workbench.activeTab(), "orders.go"));
    await workbench.run("Interlinear: Go to Counterpart");
    await workbench.until("the source is active", async () => assert.equal(await workbench.activeTab(), "orders.py"));
    assert.match(await workbench.position(), new RegExp(`Ln ${line}, Col ${column}`));
  });

  it("explains what is hovered over in the view, with its source", async () => {
    const { workbench } = suite;
    await workbench.run("Interlinear: Go to Counterpart");
    const hover = workbench.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content", { hasText: "raise" });
    await workbench.until("the hover shows the source", async () => {
      await workbench.page.keyboard.press("Control+K");
      await workbench.page.keyboard.press("Control+I");
      await hover.first().waitFor({ timeout: 5_000 });
    });
    assert.match(await hover.first().innerText(), /raise ValueError/);
    await suite.pictures("view-hover");
    await workbench.page.keyboard.press("Escape");
  });

  it("keeps its scroll while the source is edited", async () => {
    const { workbench } = suite;
    await workbench.focus("orders.go");
    await workbench.page.keyboard.press("Control+End");
    const numbers = workbench.group("orders.go").locator(".line-numbers");
    const seen = async () => (await numbers.allInnerTexts()).map(Number).sort((left, right) => left - right);
    await workbench.page.waitForTimeout(1_000);
    const before = await seen();
    await workbench.focus("orders.py");
    await workbench.goTo(placeOf(orders, "def parse_quantity").line, 1);
    await workbench.page.keyboard.insertText("def added() -> int: return 5\n\n");
    await workbench.focus("orders.go");
    await workbench.page.waitForTimeout(1_000);
    const after = await seen();
    assert.ok(before.length > 10 && before[0]! > 1, "the view is scrolled");
    assert.ok(Math.abs(after[0]! - before[0]!) <= 4, `${before[0]} is not ${after[0]}`);
    await workbench.page.keyboard.press("Control+Home");
    await workbench.focus("orders.py");
  });

  it("lists marks and caveats as problems of the view alone", async () => {
    const { workbench } = suite;
    suite.write(
      "python/marked.py",
      "import ctypes\n\n\ndef call(name: str) -> int:\n    return ctypes.CDLL(name).run()\n",
    );
    await workbench.quickOpen("marked.py");
    await workbench.run("View: Focus Problems");
    await workbench.page.waitForTimeout(1_000);
    const problems = workbench.page.locator(".markers-panel .monaco-list-row");
    assert.equal(await problems.filter({ hasText: "marked" }).count(), 0);
    await workbench.focus("marked.py");
    await workbench.run("Interlinear: Show Go Version");
    await workbench.waitForText("marked.go", /TODO\(interlinear\)/);
    await problems
      .filter({ hasText: /marked\.go/ })
      .first()
      .waitFor({ timeout: 30_000 });
    assert.equal(await problems.and(workbench.page.locator("[aria-level='1']")).filter({ hasText: ".py" }).count(), 0);
    await suite.pictures("problems");
    await workbench.run("View: Toggle Panel Visibility");
  });

  it("opens an untitled copy, and compares with the source", async () => {
    const { workbench } = suite;
    await workbench.focus("marked.py");
    await workbench.run("Interlinear: Compare Translation with Existing File");
    await workbench.page.locator(".monaco-diff-editor").first().waitFor({ timeout: 30_000 });
    await suite.pictures("compare");
    await workbench.run("View: Close Editor");
    await workbench.quickOpen("marked.py");
    await workbench.run("Interlinear: Open Translation as Untitled File");
    await workbench.until("an untitled file is active", async () =>
      assert.match(await workbench.activeTab(), /Untitled|package/),
    );
  });

  it("opens the page of the construct at the cursor", async () => {
    const { workbench } = suite;
    await workbench.quickOpen("orders.py");
    const { line, column } = placeOf(orders, "class OrderError");
    await workbench.goTo(line, column);
    await workbench.run("Interlinear: Explain This Construct");
    await workbench.page.locator(".tab.active", { hasText: "Preview" }).waitFor({ timeout: 30_000 });
    await workbench.page.waitForTimeout(1_500);
    await suite.pictures("explain");
  });
});
