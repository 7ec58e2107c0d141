import assert from "node:assert/strict";
import { showType } from "../../server/src/types/show.ts";
import { analyse } from "../support/python-analysis.ts";

describe("facts about functions", () => {
  it("says what is raised, over calls, and what is caught", async () => {
    const program = await analyse(`class E(ValueError): pass
def a(): raise E("x")
def b(): a()
def c():
    try:
        a()
    except ValueError:
        return 1
def d():
    try:
        b()
    except KeyError:
        raise
    finally:
        pass
def e():
    try:
        pass
    except (KeyError, OSError):
        raise
`);
    const raised = (name: string) => program.analysis.functionFacts(program.function(name)).canRaise.join();
    assert.deepEqual(["a", "b", "c", "d", "e"].map(raised), ["E", "E", "", "E,KeyError", "KeyError,OSError"]);
  });
  it("tells raised exceptions from those of operations", async () => {
    const program = await analyse(
      `def f(d: dict[str, int], xs: list[int], s: str):\n    d["ab"] = int(s)\n    return d["ab"] + xs[0] // len(xs)`,
    );
    const facts = program.analysis.functionFacts(program.function("f"));
    assert.deepEqual(
      [facts.canRaise, facts.implicitRaises],
      [[], ["IndexError", "KeyError", "ValueError", "ZeroDivisionError"]],
    );
  });
  it("says which parameters are changed and rebound", async () => {
    const program = await analyse(
      `def grow(xs): xs.append(1)\ndef f(a, b, c, d):\n    a[0] = 1\n    grow(b)\n    c = []\n    return d`,
    );
    const facts = program.analysis.functionFacts(program.function("f"));
    assert.deepEqual(facts.mutatesParameters, ["a", "b"]);
    assert.deepEqual(
      facts.parameters.map((parameter) => parameter.rebound),
      [false, false, true, false],
    );
  });
  it("knows generators, coroutines and the end of the body", async () => {
    const program = await analyse(`def g(): yield 1\nasync def c(): return 1\ndef e(x):\n    if x: return 1`);
    const facts = (name: string) => program.analysis.functionFacts(program.function(name));
    assert.deepEqual(
      [
        facts("g").isGenerator,
        facts("c").isAsync,
        showType(facts("c").type.result),
        facts("c").fallsThrough,
        facts("e").fallsThrough,
      ],
      [true, true, "Awaitable[int]", false, true],
    );
  });
});

describe("targets of calls", () => {
  it("finds what is called and which argument is for which parameter", async () => {
    const program = await analyse(`import math
class A:
    def __init__(self, n: int): self.n = n
    def m(self, x, *rest, key=0): return x
    @classmethod
    def make(cls): return cls(1)
def f(a, b=2): return a
f(b=1, a=2)
A(3).m(1, 2, 3, key=4)
A.make()
math.sqrt(2)
"ab".split(",")
len([])
(lambda v: v)(1)
unknown(1)
`);
    const calls = program
      .expressions()
      .filter((node) => node.kind === "Call")
      .map((node) => {
        const target = program.analysis.callOf(node);
        if (target === undefined) return "none";
        const name = "name" in target ? target.name : "node" in target ? target.node.name : "";
        return `${target.kind} ${name}(${target.arguments.map((argument) => `${argument.name ?? "_"}=${argument.values.length}`).join()})`;
      });
    assert.deepEqual(calls, [
      "class A(n=1)",
      "function f(a=1,b=1)",
      "method m(x=1,rest=2,key=1)",
      "class A(n=1)",
      "method make()",
      "library math.sqrt(_=1)".replace("_", "x"),
      "library-method split(sep=1)",
      "builtin len(container=1)",
      "value (v=1)",
      "none",
    ]);
  });
  it("says what an attribute is", async () => {
    const program = await analyse(`import math
from enum import Enum
class C(Enum):
    RED = 1
class A:
    shared = 1
    def __init__(self): self.own = 2
    @property
    def p(self): return 1
    def m(self): pass
a = A()
a.shared; a.own; a.p; a.m; C.RED; math.pi; "".join
`);
    const kinds = program
      .expressions()
      .flatMap((node) =>
        node.kind === "Attribute" && !(node.value.kind === "Name" && node.value.id === "self")
          ? [program.analysis.attributeOf(node)?.kind]
          : [],
      );
    assert.deepEqual(kinds, ["field", "field", "property", "method", "enum-member", "library", "library-attribute"]);
  });
});

describe("lower bounds", () => {
  async function bounds(program: string): Promise<number[]> {
    const analysed = await analyse(program);
    return analysed
      .expressions()
      .flatMap((node) =>
        node.kind === "Call" && node.func.kind === "Name" && node.func.id === "show" && node.args[0]
          ? [analysed.analysis.lowerBound(node.args[0])]
          : [],
      );
  }
  const none = Number.NEGATIVE_INFINITY;

  it("follows literals, ranges, lengths and sums", async () => {
    assert.deepEqual(
      await bounds(`def f(n: int, xs: list[int]):
    for i in range(n): show(i); show(i + 1); show(i - 1); show(i * 2); show(n - i)
    for i in range(3, n): show(i)
    for i in range(n, 0, -1): show(i)
    for i in range(n, -1, -1): show(i)
    for i, x in enumerate(xs): show(i); show(x)
    show(len(xs)); show(len(xs) - 1); show(n); show(n % 3); show(n // 2); show(len(xs) // 2); show(abs(n)); show(max(n, 0)); show(min(len(xs), 5))`),
      [0, 1, -1, 0, none, 3, 1, 0, 0, none, 0, -1, none, 0, none, 0, 0, 0, 0],
    );
  });
  it("follows variables through loops", async () => {
    assert.deepEqual(
      await bounds(`def f(n: int, xs: list[int]):
    i = 0
    while i < n:
        i += 1
    show(i)
    j = len(xs)
    while j > 0:
        j -= 1
    show(j)
    low, high = 0, len(xs)
    while low < high:
        middle = (low + high) // 2
        show(middle)
        if xs[middle] < n: low = middle + 1
        else: high = middle
    show(low); show(high)`),
      [0, 0, 0, 0, 0],
    );
  });
  it("follows tests that come before", async () => {
    assert.deepEqual(
      await bounds(`def f(n: int, k: int, m: int):
    if n > 3 and show(n): show(n)
    else: show(n)
    if 0 <= k < n: show(k); show(n)
    if k < 0: return
    show(k)
    while m > 1:
        show(m)
        m -= 1
        show(m)
    show([q for q in [n] if q > 2 and show(q)])
    while k: show(k); k //= 10
    show(k)
    assert not n < 5
    show(n)
    show(n if n > 7 else 7)`),
      [4, 4, none, 0, none, 0, 2, 1, none, 3, 0, 0, 5, 7],
    );
  });
  it("forgets what tests have shown where the variable changes", async () => {
    assert.deepEqual(
      await bounds(`def f(n: int, m: int, k: int, j: int):
    if n > 0 and (n := n - 9): show(n)
    if m < 0: return
    for i in range(3):
        show(m)
        m -= 1
    show(m)
    if k > 0:
        try: k = int("-7")
        except ValueError: pass
        show(k)
    if j > 0:
        def change():
            nonlocal j
            j = -7
        change()
        show(j)`),
      [none, none, none, none, none],
    );
  });
  it("knows nothing of parameters, globals that functions write, and fields", async () => {
    assert.deepEqual(
      await bounds(`count = 0
def bump():
    global count
    count -= 1
class A:
    def __init__(self): self.n = 1
def f(a: A, n: int = 1):
    show(count); show(a.n); show(n)
    def inner():
        nonlocal k
        k = -5
    k = 1
    inner()
    show(k)`),
      [none, none, none, -5],
    );
  });
});
