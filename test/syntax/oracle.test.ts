import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Language } from "../../server/src/base/language.ts";
import type { Grammars } from "../../server/src/syntax/grammars.ts";
import { grammars } from "../support/grammars.ts";
import { filesBelow, goLibrary, pythonLibrary, sample } from "../support/tools.ts";

/** What both cursors have that is compared. */
interface Cursor {
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly currentFieldName: string | null | undefined;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

interface NativeParser {
  setLanguage(language: unknown): void;
  parse(input: (index: number) => string): { walk(): Cursor };
}

const require = createRequire(import.meta.url);
const filesEach = 320;

/** The native parser, or undefined where it was not built: `node scripts/build-oracle.mjs`. */
function nativeParser(language: Language): NativeParser | undefined {
  try {
    const Parser = require("tree-sitter") as new () => NativeParser;
    const parser = new Parser();
    parser.setLanguage(require(`tree-sitter-${language}`));
    return parser;
  } catch {
    return undefined;
  }
}

/** Walks both trees in step. The first difference, or undefined; counts the nodes. */
function difference(left: Cursor, right: Cursor, count: { nodes: number }): string | undefined {
  let depth = 0;
  for (;;) {
    count.nodes++;
    const [one, other] = [describeNode(left), describeNode(right)];
    if (one !== other) return `${one} is not ${other}`;
    const goesDown = left.gotoFirstChild();
    if (goesDown !== right.gotoFirstChild()) return `${one}: only one has children`;
    if (goesDown) {
      depth++;
      continue;
    }
    for (;;) {
      const goesOn = left.gotoNextSibling();
      if (goesOn !== right.gotoNextSibling()) return `${one}: only one has a sibling`;
      if (goesOn) break;
      if (depth-- === 0) return undefined;
      left.gotoParent();
      right.gotoParent();
    }
  }
}

function describeNode(cursor: Cursor): string {
  const { nodeType, nodeIsNamed, nodeIsMissing, currentFieldName, startIndex, endIndex } = cursor;
  return `${currentFieldName ?? ""}:${nodeIsNamed ? nodeType : `"${nodeType}"`}${nodeIsMissing ? "?" : ""} ${startIndex}-${endIndex}`;
}

describe("native and WebAssembly trees are equal", function () {
  this.timeout(300_000);
  let loaded: Grammars;
  before(async () => {
    loaded = await grammars();
  });

  const libraries: Readonly<Record<Language, () => readonly string[]>> = {
    python: () => filesBelow(pythonLibrary() ?? "", ".py", ["site-packages", "__pycache__", "lib2to3"]),
    go: () => filesBelow(goLibrary() ?? "", ".go", ["testdata", "vendor"]),
  };

  for (const language of ["python", "go"] as const) {
    it(`over ${filesEach} files of the standard library of ${language}`, function () {
      const parser = nativeParser(language);
      const files = sample(libraries[language](), filesEach);
      if (parser === undefined || files.length === 0) {
        console.log(
          `      SKIPPED: ${parser === undefined ? "no native tree-sitter: node scripts/build-oracle.mjs" : `no ${language}`}`,
        );
        this.skip();
      }
      assert.equal(files.length, filesEach);
      const count = { nodes: 0 };
      for (const file of files) {
        const text = `${readFileSync(file, "utf8")}\n`;
        const native = parser.parse((index) => text.slice(index, index + 8192)).walk();
        const tree = loaded.parse(language, text.slice(0, -1));
        assert.ok(typeof tree !== "string", file);
        const cursor = tree.walk();
        assert.equal(difference(native, cursor, count), undefined, file);
        cursor.delete();
        tree.delete();
      }
      console.log(`      ${files.length} files, ${count.nodes} nodes`);
    });
  }
});
