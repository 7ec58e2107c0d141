import assert from "node:assert/strict";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describeInWorkbench } from "./support/workbench-suite.ts";

const options = { asksForTrust: true };

describeInWorkbench("a workspace that is not trusted, in a workbench", options, (suite) => {
  it("gets nothing run, though its settings name a program, and is told why; hovers work", async () => {
    const { workbench, folder } = suite;
    await workbench.page.getByText("No, I don't trust the authors").click({ timeout: 60_000 });
    const owned = join(folder, "owned");
    for (const name of ["bin/python3", "bin/go"]) chmodSync(suite.write(name, `#!/bin/sh\ntouch ${owned}\n`), 0o755);
    suite.configure({
      "interlinear.verify.python": join(folder, "bin", "python3"),
      "interlinear.verify.go": join(folder, "bin", "go"),
      "interlinear.translate.outputFolder": "../outside",
    });
    suite.write("evil.py", 'raise ValueError("[x](command:workbench.action.terminal.new)")\n');
    await workbench.quickOpen("evil.py");
    await workbench.hover(1, 2, "Raising an exception");
    const links = workbench.page.locator(".monaco-hover a[data-href^='command:']");
    assert.equal(await links.count(), 1);
    assert.match((await links.first().getAttribute("data-href"))!, /^command:interlinear\.explainConstruct\?/);
    await workbench.page.keyboard.press("Escape");
    await workbench.run("Interlinear: Verify Translation");
    await workbench.page
      .locator(".notification-toast", { hasText: "Trust the workspace first" })
      .waitFor({ timeout: 30_000 });
    await suite.pictures("untrusted");
    assert.equal(existsSync(owned), false);
  });
});
