import assert from "node:assert/strict";
import type { Type } from "../../server/src/types/type.ts";
import { analyse } from "../support/python-analysis.ts";

/** How large the integers of a function's result are, or whether integers are among its floats. */
async function resultOf(text: string): Promise<string | undefined> {
  const program = await analyse(text);
  const { result } = program.analysis.functionFacts(program.function("f"));
  return detail(result);
}

function detail(type: Type): string | undefined {
  if (type.kind === "int") return String(type.size);
  if (type.kind === "float") return type.mixed ?? "float";
  return type.kind;
}

describe("the size of integers", () => {
  const product = "def f(n):\n    p = 1\n    for i in range(1, n + 1):\n        p *= i\n    return p\n";
  for (const [name, text, size] of [
    ["is small where only small constants are seen", `${product}f(10)\n`, "unbounded"],
    ["is large for a product of the counter of a long loop", `${product}f(30)\n`, "large"],
    [
      "is large for a recursive product",
      "def f(n: int) -> int:\n    return 1 if n < 2 else n * f(n - 1)\nf(25)\n",
      "large",
    ],
    [
      "is large for sums of the last two",
      "def f(n):\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a\nf(200)\n",
      "large",
    ],
    ["is large for a power of constants", "def f():\n    return 2 ** 64\n", "large"],
    ["is small for a power that fits", "def f():\n    return 10 ** 18\n", "unbounded"],
    ["is small for the remainder by a small number", "def f():\n    return 2 ** 100 % 97\n", "unbounded"],
    ["is large for a literal of more than 63 bits", "def f():\n    return 9223372036854775808\n", "large"],
  ] as const)
    it(name, async () => assert.equal(await resultOf(text), size));
});

describe("integers among floats", () => {
  for (const [name, text, mixed] of [
    ["are remembered of a declared parameter", "def f(x: float):\n    return x\nf(3)\n", "always"],
    ["are none where only floats are given", "def f(x: float):\n    return x\nf(3.0)\n", "float"],
    ["are none in a quotient", "def f(x: float):\n    return x / 2\nf(3)\n", "float"],
    ["are none in a product with a float", "def f(x: float):\n    return x * 1.5\nf(3)\n", "float"],
    [
      "are there at the start of a sum",
      "def f(xs: list[float]):\n    t = 0\n    for x in xs:\n        t += x\n    return t\n",
      "start",
    ],
    ["are there where a function gives both", "def f(c: bool):\n    return 1 if c else 2.5\n", "always"],
  ] as const)
    it(name, async () => assert.equal(await resultOf(text), mixed));
});
