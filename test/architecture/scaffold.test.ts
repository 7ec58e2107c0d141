import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

describe("npm run new", function () {
  this.timeout(120_000);
  const copy = mkdtempSync(join(tmpdir(), "interlinear-new-"));

  before(() => {
    for (const path of ["server/src", "tsconfig.json", "package.json"]) {
      cpSync(join(project, path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(project, "node_modules"), join(copy, "node_modules"), "junction");
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  function scaffold(name: string): { readonly status: number | null; readonly output: string } {
    const args = ["--import", "tsx", join(project, "scripts", "new.ts"), "--root", copy, name];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: project });
    return { status, output: stdout + stderr };
  }

  it("writes a construct that type-checks, and its test folder", () => {
    const { status, output } = scaffold("errors/seeded-name");
    assert.equal(status, 0, output);
    const file = "server/src/constructs/errors/seeded-name.ts";
    assert.match(readFileSync(join(copy, file), "utf8"), /id: "seeded-name"/);
    assert.ok(existsSync(join(copy, "test/constructs/seeded-name/from-python.py")));
    assert.ok(existsSync(join(copy, "test/constructs/seeded-name/from-go.go")));

    writeFileSync(join(copy, "tsconfig.new.json"), JSON.stringify({ extends: "./tsconfig.json", include: [file] }));
    const tsc = join(project, "node_modules", "typescript", "bin", "tsc");
    const checked = spawnSync(process.execPath, [tsc, "-p", join(copy, "tsconfig.new.json")], { encoding: "utf8" });
    assert.doesNotMatch(checked.stdout, /seeded-name/);

    const prettier = join(project, "node_modules", "prettier", "bin", "prettier.cjs");
    const options = ["--config", join(project, ".prettierrc.json"), "--check", join(copy, file)];
    const formatted = spawnSync(process.execPath, [prettier, ...options], { encoding: "utf8" });
    assert.equal(formatted.status, 0, formatted.stderr);
  });

  it("overwrites nothing", () => {
    assert.equal(scaffold("errors/kept").status, 0);
    const again = scaffold("data/kept");
    assert.equal(again.status, 2);
    assert.match(again.output, /errors\/kept already/);
  });

  for (const name of ["", "errors", "Errors/Defer", "errors/defer_close", "../errors/x", "nonsense/x"]) {
    it(`refuses ${JSON.stringify(name)}`, () => assert.equal(scaffold(name).status, 2));
  }
});
