import assert from "node:assert/strict";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";
import { translateAlone } from "../support/translate-alone.ts";

/* Python to Go: a list that grows while somebody else holds it is marked, and one that nobody else holds is not; so is what hides an attribute of a class. */

const given = "given = [1]\n\n\n";

const shared: readonly (readonly [title: string, text: string])[] = [
  ["what a function was given", "def same(xs):\n    return xs\n\n\na = [1]\nb = same(a)\nb.append(2)\nprint(a, b)\n"],
  ["a list with two names from the start", "a = b = []\na.append(1)\nprint(b)\n"],
  ["what the program holds", `${given}def shared():\n    return given\n\n\nc = shared()\nc.append(3)\nprint(given)\n`],
  [
    "a row of a table",
    "def row(grid, i):\n    return grid[i]\n\n\ngrid = [[1], [2]]\nr = row(grid, 0)\nr.append(9)\nprint(grid)\n",
  ],
  [
    "what a function has kept",
    "kept = []\n\n\ndef keep(xs):\n    kept.append(xs)\n\n\na = [1]\nkeep(a)\na.append(2)\nprint(kept)\n",
  ],
  [
    "what a function has handed on to one that keeps it",
    "kept = []\n\n\ndef keep(xs):\n    kept.append(xs)\n\n\ndef through(xs):\n    ys = xs\n    keep(ys)\n\n\na = [1]\nthrough(a)\na.append(2)\nprint(kept)\n",
  ],
  [
    "one of several results",
    "def both(xs):\n    return xs, len(xs)\n\n\na = [1]\nb, n = both(a)\nb.append(2)\nprint(a, b, n)\n",
  ],
  [
    "a list that a cache has too",
    "cache = {}\n\n\ndef divisors(n):\n    if n not in cache:\n        found = [d for d in range(1, n + 1) if n % d == 0]\n        cache[n] = found\n    return cache[n]\n\n\nds = divisors(6)\nds.append(0)\nprint(divisors(6))\n",
  ],
];

const alone: readonly (readonly [title: string, text: string])[] = [
  ["an object", "class A:\n    debug = False\n\n\na = A()\na.debug = True\nprint(a.debug, A.debug, A().debug)\n"],
  [
    "an object of a derived class",
    "class A:\n    count = 0\n\n    def __init__(self):\n        A.count += 1\n\n\nclass B(A):\n    pass\n\n\nb = B()\nb.count = 50\nprint(b.count, B.count, A.count)\n",
  ],
];

const own: readonly (readonly [title: string, text: string])[] = [
  [
    "a list that a function makes",
    "def fresh(n):\n    out = []\n    for i in range(n):\n        out.append(i)\n    return out\n\n\nf = fresh(3)\nf.append(4)\nprint(f)\n",
  ],
  [
    "a list that a recursive function puts together",
    "def merge(left, right):\n    if not left:\n        return right\n    return [left[0]] + merge(left[1:], right)\n\n\nm = merge([1, 2], [3])\nm.append(9)\nprint(m)\n",
  ],
  [
    "a list that a method makes",
    "class Source:\n    def __init__(self, n: int) -> None:\n        self.n = n\n\n    def items(self) -> list[int]:\n        return list(range(self.n))\n\n\nxs = Source(3).items()\nxs.append(7)\nprint(xs)\n",
  ],
  [
    "two lists that a function makes",
    "def split(xs):\n    low = []\n    high = []\n    for x in xs:\n        if x < 5:\n            low.append(x)\n        else:\n            high.append(x)\n    return low, high\n\n\nlow, high = split([1, 9])\nlow.append(2)\nprint(low, high)\n",
  ],
];

describe("what several hold", () => {
  let translator: Translator;
  before(async () => {
    translator = await loadTranslator();
  });

  const marks = (text: string): readonly string[] =>
    translateAlone(translator, "python", text).marks.map((mark) => mark.split(":")[0]!);

  for (const [title, text] of shared)
    it(`${title} grows`, () => {
      assert.ok(marks(text).includes("shared-list-growth"));
    });

  for (const [title, text] of alone)
    it(`${title} hides an attribute of its class`, () => {
      assert.ok(marks(text).includes("class-attribute"));
    });

  for (const [title, text] of own)
    it(`${title} grows unseen`, () => {
      assert.deepEqual(marks(text), []);
    });
});
