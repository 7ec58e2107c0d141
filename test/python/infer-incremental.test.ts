import assert from "node:assert/strict";
import { analysePython, pythonLibrary } from "../../server/src/python/analysis.ts";
import type { PythonAnalysis } from "../../server/src/python/analysis.ts";
import { readModule } from "../../server/src/python/read-module.ts";
import type { PythonModule } from "../../server/src/python/tree.ts";
import { SyntaxDocument } from "../../server/src/syntax/document.ts";
import { grammars } from "../support/grammars.ts";
import { Analysed } from "../support/python-analysis.ts";

const program = `from dataclasses import dataclass
import math

LIMIT = 10
cache = {}

@dataclass
class Point:
    x: int
    y: int = 0

class Stack:
    def __init__(self):
        self.items = []
        self.top = None

    def push(self, item):
        self.items.append(item)
        self.top = item
        return self

    def pop(self):
        if not self.items:
            raise IndexError("empty")
        return self.items.pop()

def scale(values, factor):
    result = []
    for value in values:
        result.append(value * factor)
    return result

def remember(key, value):
    cache[key] = value
    return cache.get(key)

def area(radius):
    return math.pi * radius ** 2

def main():
    stack = Stack()
    for i in range(LIMIT):
        stack.push(i)
    points = [Point(1), Point(2, 3)]
    print(scale([p.x for p in points], 2), remember("ab", 1), area(2), stack.pop())

if __name__ == "__main__":
    main()
`;

const replacements = [
  "1",
  "0.5",
  '"ab"',
  "[]",
  "None",
  "x",
  "value",
  "items",
  "\n",
  "    ",
  "def g(a):\n    return a\n",
  "return ",
  "(",
  ")",
  ".append(1)",
  " + ",
  "for i in [1]:\n",
  "class A:\n    pass\n",
  ": int",
  "",
];

/** A small generator of numbers that are the same in each run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("incremental inference", () => {
  it("answers after any edits as it does from scratch", async function () {
    this.timeout(120_000);
    const loaded = await grammars();
    const library = pythonLibrary(loaded);
    for (let seed = 1; seed <= 4; seed++) {
      const next = random(seed);
      const document = new SyntaxDocument(loaded, "python", program);
      let module: PythonModule | undefined;
      let warm: PythonAnalysis | undefined;
      for (let edit = 0; edit < 25; edit++) {
        const start = next(document.text.length);
        const length = next(4) === 0 ? next(30) : next(3);
        document.edit({ start, oldEnd: start + length, text: replacements[next(replacements.length)]! });
        if (edit % 8 === 7) document.replace(program);
        module = readModule(document, module);
        warm = analysePython([{ name: "main", module }], library, warm);
        if (edit % 5 > 1 && edit % 8 !== 7) continue;
        const fresh = new SyntaxDocument(loaded, "python", document.text);
        const coldModule = readModule(fresh);
        const cold = analysePython([{ name: "main", module: coldModule }], library);
        assert.equal(
          new Analysed([{ name: "main", module }], warm).dump(),
          new Analysed([{ name: "main", module: coldModule }], cold).dump(),
          `seed ${seed}, edit ${edit}:\n${document.text}`,
        );
        fresh.dispose();
      }
      document.dispose();
    }
  });

  it("infers nothing anew where nothing changed, and little where little did", async () => {
    const loaded = await grammars();
    const library = pythonLibrary(loaded);
    const document = new SyntaxDocument(loaded, "python", program);
    const module = readModule(document);
    const first = analysePython([{ name: "main", module }], library) as PythonAnalysis & { inferredParts: number };
    const all = first.inferredParts;
    const again = analysePython(
      [{ name: "main", module: readModule(document, module) }],
      library,
      first,
    ) as typeof first;
    assert.equal(again.inferredParts, 0);
    const place = document.text.indexOf("math.pi");
    document.edit({ start: place, oldEnd: place, text: "2 * " });
    const edited = analysePython(
      [{ name: "main", module: readModule(document, module) }],
      library,
      again,
    ) as typeof first;
    assert.ok(edited.inferredParts > 0 && edited.inferredParts < all / 2, `${edited.inferredParts} of ${all}`);
    document.dispose();
  });
});
