import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildOnFakeTranslator, projectRoot } from "../support/fake-build.ts";
import type { FakeBuild } from "../support/fake-build.ts";
import { runCommand } from "./run.ts";
import type { CommandResult } from "./run.ts";

describe("the command, on a translator whose answers are known", function () {
  this.timeout(60_000);
  let fake: FakeBuild;
  let folder: string;

  before(async () => {
    fake = await buildOnFakeTranslator();
  });
  after(() => fake.remove());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "interlinear-cli-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  const read = (path: string): string => readFileSync(join(folder, path), "utf8");

  function run(...args: string[]): CommandResult {
    const result = runCommand(fake.command, args, { cwd: folder });
    assert.doesNotMatch(result.stderr, /^ {4}at /m, "no stack trace");
    return result;
  }

  describe("translate", () => {
    it("prints one file alone, and ends with 0", () => {
      write("a.py", "x = 1\n");
      assert.deepEqual(run("translate", "a.py"), { status: 0, stdout: "// x = 1\n// \n", stderr: "" });
    });

    it("prints several files under their names", () => {
      write("a.py", "x = 1\n");
      write("b.go", "package b\n");
      const { status, stdout } = run("translate", "a.py", "b.go");
      assert.equal(status, 0);
      assert.equal(stdout, "// a.py\n\n// x = 1\n// \n\n# b.go\n\n# package b\n# \n\n");
    });

    it("ends with 3 where there are marks, and says where", () => {
      write("a.py", "x = 1\r\ny = '😀' marked\n");
      const { status, stderr } = run("translate", "a.py");
      assert.equal(status, 3);
      assert.equal(stderr, "a.py:2:10: mark code-marked: this is marked\n");
    });

    it("reports caveats and ends with 0; notes are for hovers", () => {
      write("a.py", "caveat noted\n");
      const { status, stderr } = run("translate", "a.py");
      assert.equal(status, 0);
      assert.equal(stderr, "a.py:1:1: caveat code-caveat: this is caveat\n");
    });

    it("reads standard input, in the language that --to is not", () => {
      const { status, stdout } = runCommand(fake.command, ["translate", "--to", "python", "-"], {
        input: "package p\n",
      });
      assert.deepEqual([status, stdout], [0, "# package p\n# \n"]);
    });

    it("calls standard input by a name that no file has", () => {
      const { status, stderr } = runCommand(fake.command, ["translate", "--to", "go", "-"], { input: "marked\n" });
      assert.deepEqual([status, stderr], [3, "<stdin>:1:1: mark code-marked: this is marked\n"]);
    });

    it("prints JSON: an object for one file, a list for several", () => {
      write("a.py", "marked\n");
      write("b.py", "x\n");
      const one = JSON.parse(run("translate", "--format", "json", "a.py").stdout) as Record<string, unknown>;
      assert.deepEqual(Object.keys(one), ["path", "text", "language", "diagnostics", "mapping", "helpers"]);
      assert.equal(one["language"], "go");
      const several = JSON.parse(run("translate", "--format", "json", "a.py", "b.py", "no.py").stdout) as unknown[];
      assert.equal(several.length, 3);
    });

    it("ends with 1 for a file that is not there, and still translates the others", () => {
      write("a.py", "marked\n");
      const { status, stdout, stderr } = run("translate", "a.py", "gone.py");
      assert.equal(status, 1);
      assert.match(stderr, /^interlinear: gone\.py: cannot be read: there is no such file$/m);
      assert.match(stdout, /\/\/ marked/);
    });

    it("ends with 1 where the translator gives nothing or fails, with a sentence", () => {
      write("a.py", "nothing\n");
      write("b.py", "defect\n");
      assert.match(run("translate", "a.py").stderr, /a\.py: gave nothing/);
      assert.match(run("translate", "b.py").stderr, /b\.py: could not be translated: a defect of the translator/);
      assert.equal(run("translate", "a.py").status, 1);
      assert.equal(run("translate", "b.py").status, 1);
    });

    it("accepts an empty file", () => {
      write("a.py", "");
      assert.equal(run("translate", "a.py").status, 0);
    });
  });

  describe("decoding", () => {
    const bytes = (...parts: (string | number[])[]): Uint8Array =>
      Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

    it("leaves out a byte order mark", () => {
      write("a.py", bytes([0xef, 0xbb, 0xbf], "x\n"));
      assert.equal(run("translate", "a.py").stdout, "// x\n// \n");
    });

    it("reads Latin-1 where a Python file declares it, and refuses it elsewhere", () => {
      write("a.py", bytes("# -*- coding: latin-1 -*-\n'", [0xe9, 0x80], "'\n"));
      assert.equal(run("translate", "a.py").stdout, "// # -*- coding: latin-1 -*-\n// 'é\u0080'\n// \n");
      write("b.py", bytes("'", [0xe9], "'\n"));
      write("c.go", bytes("// coding: latin-1\n// ", [0xe9], "\n"));
      for (const name of ["b.py", "c.go"]) {
        const { status, stderr } = run("translate", name);
        assert.equal(status, 1);
        assert.match(stderr, /is not UTF-8/);
      }
    });

    it("refuses NUL bytes and UTF-16 with a sentence", () => {
      write("a.py", bytes("x", [0], "\n"));
      write("b.py", bytes([0xff, 0xfe, 0x78, 0x00]));
      assert.match(run("translate", "a.py").stderr, /holds a NUL byte \(at offset 1\)/);
      assert.match(run("translate", "b.py").stderr, /is UTF-16/);
      assert.equal(run("translate", "b.py").status, 1);
    });
  });

  describe("usage", () => {
    const misuses: readonly (readonly [string, readonly string[]])[] = [
      ["no command", []],
      ["an unknown command", ["transmogrify"]],
      ["no path", ["translate"]],
      ["an unknown option", ["translate", "--fast", "a.py"]],
      ["an unknown language", ["translate", "--to", "rust", "a.py"]],
      ["standard input without --to", ["translate", "-"]],
      ["standard input twice", ["translate", "--to", "go", "-", "-"]],
      ["a name that tells no language", ["translate", "notes.txt"]],
      ["a file that is in that language already", ["translate", "--to", "go", "b.go"]],
      ["a folder without --to", ["translate", "--out", "out", "."]],
      ["a folder without --out", ["translate", "--to", "go", "."]],
      ["JSON into a folder", ["translate", "--format", "json", "--out", "out", "a.py"]],
      ["a place without a column", ["hover", "a.py:1"]],
      ["lsp without --stdio", ["lsp"]],
    ];
    for (const [what, args] of misuses) {
      it(`ends with 2: ${what}`, () => {
        write("a.py", "x\n");
        write("b.go", "package b\n");
        write("notes.txt", "x\n");
        const { status, stderr } = run(...args);
        assert.equal(status, 2);
        assert.notEqual(stderr, "");
        assert.equal(existsSync(join(folder, "out")), false);
      });
    }

    it("ends with 0 for --help and --version", () => {
      assert.equal(run("--help").status, 0);
      const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string };
      assert.equal(run("--version").stdout, `${version}\n`);
    });
  });

  describe("--out", () => {
    it("mirrors a folder, leaving out what is installed or hidden, and counts", () => {
      write("src/a.py", "x\n");
      write("src/deep/b.py", "marked marked\n");
      write("src/deep/c.go", "package c\n");
      write("src/.git/d.py", "x\n");
      write("src/venv/pyvenv.cfg", "");
      write("src/venv/e.py", "x\n");
      write("src/node_modules/f.py", "x\n");
      const { status, stdout, stderr } = run("translate", "--to", "go", "--out", "src/out", "src");
      assert.equal(status, 3);
      assert.equal(stdout, "");
      assert.match(stderr, /2 files translated: 1 without marks, 1 with marks \(2 in all\), 0 not translated\n$/);
      assert.equal(read("src/out/a.go"), "// x\n// \n");
      assert.equal(read("src/out/deep/b.go"), "// marked marked\n// \n");
      assert.match(run("translate", "--to", "go", "--out", "src/out", "src").stderr, /2 files translated/);
    });

    it("gives files that the Go command would overlook another name", () => {
      write("src/__init__.py", "x\n");
      write("src/__main__.py", "x\n");
      write("src/_private.py", "x\n");
      run("translate", "--to", "go", "--out", "out", "src");
      for (const name of ["init.go", "main.go", "private.go"]) assert.ok(existsSync(join(folder, "out", name)), name);
    });

    it("writes again what it wrote, and leaves alone what it did not write or what was changed since", () => {
      write("src/a.py", "x\n");
      write("src/b.py", "y\n");
      write("src/c.py", "z\n");
      write("out/a.go", "mine\n");
      const first = run("translate", "--to", "go", "--out", "out", "src");
      assert.equal(first.status, 1);
      assert.match(first.stderr, /a\.py: not written: out\/a\.go is there, and was not made by this command/);
      assert.equal(read("out/a.go"), "mine\n");

      write("src/b.py", "other\n");
      write("out/c.go", "edited by hand\n");
      const second = run("translate", "--to", "go", "--out", "out", "src");
      assert.equal(second.status, 1);
      assert.equal(read("out/b.go"), "// other\n// \n");
      assert.match(second.stderr, /c\.go is there, and was not made by this command or was changed since/);
      assert.equal(read("out/c.go"), "edited by hand\n");

      const third = run("translate", "--to", "go", "--overwrite", "--out", "out", "src");
      assert.equal(third.status, 0);
      assert.equal(read("out/a.go"), "// x\n// \n");
      assert.equal(read("out/c.go"), "// z\n// \n");
    });

    it("does not write through a link", () => {
      write("src/a.py", "x\n");
      write("elsewhere.go", "mine\n");
      mkdirSync(join(folder, "out"));
      symlinkSync(join(folder, "elsewhere.go"), join(folder, "out", "a.go"));
      assert.equal(run("translate", "--to", "go", "--out", "out", "src").status, 1);
      assert.equal(read("elsewhere.go"), "mine\n");
    });

    it("writes neither of two translations over the other", () => {
      write("one/a.py", "x\n");
      write("two/a.py", "y\n");
      const { status, stderr } = run("translate", "--out", "out", "one/a.py", "two/a.py");
      assert.equal(status, 1);
      assert.match(stderr, /two\/a\.py: not written: out\/a\.go is the translation of another file/);
      assert.equal(read("out/a.go"), "// x\n// \n");
    });

    it("says so when the folder cannot be made", () => {
      write("a.py", "x\n");
      write("out", "a file\n");
      const { status, stderr } = run("translate", "--out", "out", "a.py");
      assert.equal(status, 1);
      assert.match(stderr, /not written/);
    });

    it("says so when a folder holds nothing to translate", () => {
      write("src/a.txt", "x\n");
      const { status, stderr } = run("translate", "--to", "go", "--out", "out", "src");
      assert.equal(status, 1);
      assert.match(stderr, /src: holds no Python files/);
    });
  });

  describe("hover", () => {
    it("prints Markdown, and ends with 3 at a mark", () => {
      write("a.py", "'😀' marked\n");
      const { status, stdout } = run("hover", "a.py:1:6");
      assert.equal(status, 3);
      assert.match(
        stdout,
        /^\*\*A word\*\*\n\nOne word\.\n\n```go\n\[marked\]\n```\n\n- \*\*To do by hand:\*\* this is marked/,
      );
    });

    it("prints JSON", () => {
      write("a.py", "word\n");
      const { status, stdout } = run("hover", "--format", "json", "a.py:1:1");
      assert.equal(status, 0);
      assert.equal((JSON.parse(stdout) as { code: string }).code, "[word]");
    });

    it("ends with 1 where there is nothing, and where there is no such place", () => {
      write("a.py", "a  b\n");
      for (const place of ["a.py:1:3", "a.py:9:1", "a.py:1:99", "a.py:0:0", "gone.py:1:1"]) {
        const { status, stdout, stderr } = run("hover", place);
        assert.deepEqual([status, stdout], [1, ""], place);
        assert.notEqual(stderr, "");
      }
    });
  });
});
