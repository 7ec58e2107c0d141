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
    [
      "is large for a product with the largest constant of the program for its rounds, handed on from place to place",
      "def f(a, b, q):\n    t = a[0]\n    a[0] = b[0]\n    b[0] = b[0] * q + t\n    return b[0]\nf([0], [1], 277)\n",
      "large",
    ],
    [
      "is small for sums of the last two below a limit",
      "def f(n):\n    a, b = 0, 1\n    while a < n:\n        a, b = b, a + b\n    return a\nf(1000)\n",
      "unbounded",
    ],
    [
      "is small for sums that an extended Euclidean algorithm takes away",
      "def f(a, b):\n    x, y = 0, 1\n    while a:\n        q, b, a = b // a, a, b % a\n        x, y = y, x - q * y\n    return x\nf(240, 4600)\n",
      "unbounded",
    ],
    [
      "is small for digits that are put together",
      "def f(n):\n    r = 0\n    while n:\n        r = r * 10 + n % 10\n        n //= 10\n    return r\nf(12345)\n",
      "unbounded",
    ],
    [
      "is large for the ways through a wide grid",
      "def f(n):\n    g = [[1] * n for _ in range(n)]\n    for i in range(1, n):\n        for j in range(1, n):\n            g[i][j] = g[i - 1][j] + g[i][j - 1]\n    return g[0][0]\nf(40)\n",
      "large",
    ],
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
