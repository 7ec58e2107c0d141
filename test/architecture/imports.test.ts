import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

function check(root: string): { readonly status: number | null; readonly output: string } {
  const script = join(project, "scripts", "check-imports.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, root], { encoding: "utf8" });
  return { status, output: stdout + stderr };
}

describe("the direction of imports", function () {
  this.timeout(60_000);

  it("is kept", () => {
    const { status, output } = check(project);
    assert.equal(status, 0, output);
  });

  describe("in a copy with violations", () => {
    const copy = mkdtempSync(join(tmpdir(), "interlinear-imports-"));
    const violations: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
      "one-way-base": { file: "base/seed.ts", text: 'import "../syntax/limits.ts";' },
      "one-way-types": {
        file: "types/seed.ts",
        text: 'import type { Seed } from "../ir/seed.ts";\nexport type S = Seed;',
      },
      "one-way-python": { file: "python/seed.ts", text: 'import "../go/seed.ts";' },
      "one-way-go": { file: "go/seed.ts", text: 'export const load = () => import("../python/seed.ts");' },
      "one-way-ir": { file: "ir/seed.ts", text: 'export type { S as Seed } from "../translator/seed.ts";' },
      "one-way-translator": { file: "translator/seed.ts", text: 'export * from "../features/seed.ts";' },
      "constructs-apart": { file: "constructs/errors/seed.ts", text: 'import "../classes/seed.ts";' },
      "core-without-platform": { file: "constructs/classes/seed.ts", text: 'import "node:path";' },
      "core-without-protocol": { file: "lowering/seed.ts", text: 'import "vscode-languageserver";' },
      "features-without-platform": { file: "features/seed.ts", text: 'import "../node/seed.ts";\nexport type S = 1;' },
      "features-without-node": { file: "protocol/seed.ts", text: 'import "fs";' },
      "protocol-is-a-leaf": { file: "protocol/seed-two.ts", text: 'import "../base/span.ts";' },
      "node-and-browser-apart": { file: "browser/seed.ts", text: 'import "../node/seed.ts";' },
      "client-knows-the-protocol-alone": {
        file: "../../client/src/common/seed.ts",
        text: 'import "../../../server/src/base/span.ts";',
      },
      "no-unresolvable": { file: "node/seed.ts", text: 'import "./nowhere.ts";' },
    };
    let output = "";
    let status: number | null = 0;

    before(() => {
      for (const folder of ["client", "server/src", "tsconfig.json", "package.json"]) {
        cpSync(join(project, folder), join(copy, folder), { recursive: true });
      }
      symlinkSync(join(project, "node_modules"), join(copy, "node_modules"), "junction");
      for (const { file, text } of Object.values(violations)) {
        const path = join(copy, "server", "src", file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${text}\n`);
      }
      ({ status, output } = check(copy));
    });

    after(() => rmSync(copy, { recursive: true, force: true }));

    it("fails", () => assert.equal(status, 1, output));

    for (const [rule, { file }] of Object.entries(violations)) {
      it(`is reported by ${rule}`, () => {
        const path = join("server", "src", file).replaceAll("\\", "/");
        assert.ok(output.includes(`${rule}: ${path} -> `), output);
      });
    }
  });

  it("is not believed when there is nothing to check", () => {
    const empty = mkdtempSync(join(tmpdir(), "interlinear-imports-"));
    mkdirSync(join(empty, "server", "src"), { recursive: true });
    writeFileSync(join(empty, "tsconfig.json"), "{}");
    try {
      assert.equal(check(empty).status, 1);
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });
});
