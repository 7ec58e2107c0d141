import assert from "node:assert/strict";
import { analyse } from "../support/python-analysis.ts";

/** Checks the types of what is passed to `show` in a program. */
function shows(title: string, program: string, expected: string): void {
  it(title, async () => assert.equal((await analyse(program)).shown(), expected));
}

/** Checks the solved signature of the function `f`. */
function solves(title: string, program: string, expected: string): void {
  it(title, async () => assert.equal((await analyse(program)).signature("f"), expected));
}

describe("inference of expressions", () => {
  shows(
    "literals",
    `show(1); show(1.5); show("ab"); show("a"); show(True); show(None); show(b"x"); show(2j)`,
    "int / float / str / char / bool / None / bytes / complex",
  );
  shows(
    "arithmetic",
    `show(1 + 2); show(1 / 2); show(7 // 2); show(7 // 2.0); show(2 ** 3); show(2 ** -1); show(True + True); show(1 % 2)`,
    "int / float / int / float / int / float / int / int",
  );
  shows(
    "bits and comparisons",
    `show(1 << 2); show(True & False); show(1 < 2 < 3); show(not 1); show(1 in [1])`,
    "int / bool / bool / bool / bool",
  );
  shows(
    "text",
    `show("a" + "b"); show("a" * 3); show("%d" % 3); show("ab"[0]); show("ab"[1:]); show(f"{1}")`,
    "str / str / str / char / str / str",
  );
  shows(
    "containers",
    `show([1, 2.5]); show({"ab": 1}); show({1, 2}); show((1, "ab")); show([1, None]); show([])`,
    "list[float] / dict[str, int] / set[int] / tuple[int, str] / list[int | None] / list[?]",
  );
  shows(
    "indices and slices",
    `xs = [(1, "ab")]; show(xs[0]); show(xs[0][1]); show(xs[1:]); show((1, 2.0, "ab")[1:])`,
    "tuple[int, str] / str / list[tuple[int, str]] / tuple[float, str]",
  );
  shows("concatenation makes a new list", `a = [1]\nb = a + [2.5]\nshow(a)\nshow(b)`, "list[int] / list[float]");
  shows(
    "comprehensions",
    `show([i * 2 for i in range(3)]); show({c: 1 for c in "ab"}); show({x for x in [1.5]}); show((i for i in [1]))`,
    "list[int] / dict[char, int] / set[float] / Iterator[int]",
  );
  shows("conditions", `show(1 if x else None); show(0 or "ab"); show([] or [1])`, "int | None / int | str / list[int]");
  shows(
    "builtins",
    `show(len([1])); show(sum([1, 2])); show(sum([1.5])); show(sum([True])); show(max(1, 2.5)); show(min([3])); show(sorted({"bc": 1})); show(abs(-2)); show(round(2.5)); show(round(2.5, 1)); show(divmod(7, 2))`,
    "int / int / float / int / float / int / list[str] / int / int / float / tuple[int, int]",
  );
  shows(
    "iteration helpers",
    `show(list(zip([1], "ab"))); show(list(enumerate(["x y"]))); show(list(map(int, ["1"]))); show(list(map(lambda v: v * 0.5, [1]))); show(list(filter(None, [1, None]))); show(list(reversed([1])))`,
    "list[tuple[int, char]] / list[tuple[int, str]] / list[int] / list[float] / list[int] / list[int]",
  );
  shows(
    "dictionary views and methods",
    `d = {"ab": 1}\nshow(d.get("ab")); show(d.get("ab", 0)); show(list(d.items())); show(d.keys()); show(d.pop("ab"))`,
    "int | None / int / list[tuple[str, int]] / Iterator[str] / int",
  );
  shows(
    "library",
    `import math, re, json, os.path\nshow(math.sqrt(2)); show(math.floor(2.5)); show(math.pi); show(re.match("a", "b")); show(json.loads("1")); show(os.path.join("a", "b"))`,
    "float / int / float / Match | None / Any / str",
  );
  shows(
    "names of the library imported alone or renamed",
    `from math import sqrt as root\nimport collections as c\nshow(root(1)); show(c.Counter("ab").most_common(1)); show(c.deque([1]).popleft())`,
    "float / list[tuple[char, int]] / int",
  );
});

describe("inference of containers made empty", () => {
  shows("list from append", `xs = []\nxs.append(1)\nshow(xs)`, "list[int]");
  shows("list from append through an alias", `xs = []\nys = xs\nys.append("ab")\nshow(xs)`, "list[str]");
  shows(
    "list of lists",
    `rows = []\nfor i in range(3):\n    row = []\n    row.append(i)\n    rows.append(row)\nshow(rows)`,
    "list[list[int]]",
  );
  shows("integers and floats meet in float", `xs = []\nxs.append(1)\nxs.append(0.5)\nshow(xs)`, "list[float]");
  shows(
    "a copy has elements of its own",
    `a = [1]\nb = sorted(a)\nb.append(0.5)\nshow(a)\nshow(b)`,
    "list[int] / list[float]",
  );
  shows("dict from item assignment", `d = {}\nd["ab"] = 1\nshow(d)`, "dict[str, int]");
  shows("counting with get", `d = {}\nfor w in "a b".split():\n    d[w] = d.get(w, 0) + 1\nshow(d)`, "dict[str, int]");
  shows("setdefault and append", `d = {}\nd.setdefault("ab", []).append(1)\nshow(d)`, "dict[str, list[int]]");
  shows(
    "defaultdict",
    `from collections import defaultdict\nd = defaultdict(list)\nd["ab"].append(1)\nn = defaultdict(int)\nn["ab"] += 1\nshow(d); show(n)`,
    "defaultdict[str, list[int]] / defaultdict[str, int]",
  );
  shows(
    "heap",
    `import heapq\nh = []\nheapq.heappush(h, (1, "ab"))\nshow(h); show(heapq.heappop(h))`,
    "list[tuple[int, str]] / tuple[int, str]",
  );
  shows("matrix", `m = [[0] * 3 for _ in range(3)]\nm[0][0] = 0.5\nshow(m)`, "list[list[float]]");
  shows("set", `s = set()\ns.add((1, 2))\nshow(s)`, "set[tuple[int, int]]");
});

describe("inference of functions", () => {
  solves(
    "what is indexed twice is a table rather than a list of texts",
    "def f(rows, wanted):\n    return [i for i in range(len(rows)) for j in range(len(rows[i])) if rows[i][j] == wanted]",
    "(rows: list[list[T]], wanted: T) -> list[int]",
  );
  solves(
    "annotations",
    `from typing import List, Optional, Dict, Union, Callable, Iterable\ndef f(a: List[int], b: Optional[str], c: "Dict[str, list]", d: int | None, e: Callable[[int], str], g: Iterable[float]) -> None: pass`,
    "(a: list[int], b: str | None, c: dict[str, list[?]], d: int | None, e: (int) -> str, g: Iterator[float]) -> None",
  );
  solves("arguments of calls", `def f(a, b): return a + b\nf(1, 2)\nf(1, 0.5)`, "(a: int, b: float) -> float");
  solves("defaults", `def f(a=1, b="ab", c=None): return a`, "(a: int, b: str, c: ? | None) -> int");
  solves("None by default makes an optional", `def f(a: int = None): return a`, "(a: int | None) -> int | None");
  solves(
    "examples in the docstring",
    `def f(xs, k):\n    """\n    >>> f([1, 2], "ab")\n    [1]\n    """\n    return [x for x in xs if x]`,
    "(xs: list[int], k: str) -> list[int]",
  );
  solves(
    "examples in other notations",
    `def f(n, s):\n    """f(5, "ab") ➞ True and f(2.5, 'x') == False"""\n    return n > len(s)`,
    "(n: float, s: str) -> bool",
  );
  solves(
    "an annotation without its element takes it from examples",
    `def f(xs: list):\n    """\n    >>> f([1.5])\n    1.5\n    """\n    return xs[0]`,
    "(xs: list[float]) -> float",
  );
  solves("use as text", `def f(s): return s.split()`, "(s: str) -> list[str]");
  solves("use as a number", `def f(n): return n % 2 == 0`, "(n: int) -> bool");
  solves(
    "use in range",
    `def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total`,
    "(n: int) -> int",
  );
  solves("use as characters", `def f(s):\n    return [ord(c) for c in s]`, "(s: str) -> list[int]");
  solves(
    "use as a list of numbers",
    `def f(xs):\n    total = 0\n    for x in xs:\n        total += x % 2\n    return total`,
    "(xs: list[int]) -> int",
  );
  solves("handed to a function with a known parameter", `def g(s: str): pass\ndef f(x): g(x)`, "(x: str) -> None");
  solves("a length alone does not tell a list from a text", `def f(x): return len(x)`, "(x: ?) -> int");
  solves("no evidence", `def f(x): return x`, "(x: ?) -> ?");
  solves(
    "values of foreign functions are not guessed",
    `import foreign\ndef f():\n    x = foreign.get()\n    return x`,
    "() -> ?",
  );
  solves(
    "a type asked for is not guessed",
    `def f(x):\n    if isinstance(x, str):\n        return x.upper()\n    return x`,
    "(x: Any) -> Any",
  );
  solves("recursion", `def f(n):\n    if n <= 1:\n        return 1\n    return n * f(n - 1)`, "(n: int) -> int");
  solves(
    "falling off the end",
    `def f(xs: list[int]):\n    for x in xs:\n        if x > 1:\n            return x`,
    "(xs: list[int]) -> int | None",
  );
  solves(
    "never falling off the end",
    `def f(xs: list[int]):\n    while True:\n        if xs:\n            return 1\n        raise ValueError`,
    "(xs: list[int]) -> int",
  );
  solves(
    "generators",
    `def f(n: int):\n    for i in range(n):\n        yield i, str(i)`,
    "(n: int) -> Iterator[tuple[int, str]]",
  );
  solves(
    "variadic parameters",
    `def f(*xs, **options): return xs\nf(1, 2, key="ab")`,
    "(xs: int, options: str) -> tuple[int, ...]",
  );
  solves(
    "type parameters",
    `from typing import TypeVar\nT = TypeVar("T")\ndef f(xs: list[T]) -> T: return xs[0]\nshow(f([1]))\nshow(f(["ab"]))`,
    "(xs: list[T]) -> T",
  );
  shows(
    "type parameters at the call",
    `def f[T](xs: list[T], y: T) -> dict[str, T]: return {}\nshow(f([1], 2)); show(f(["ab"], "c d"))`,
    "dict[str, int] / dict[str, str]",
  );
  shows(
    "async functions",
    `import asyncio\nasync def g(): return 1\nasync def f():\n    show(g())\n    show(await g())\n    show(await asyncio.gather(g(), g(), g(), g()))\n    show(asyncio.create_task(g()))`,
    "Awaitable[int] / int / list[int] / Awaitable[int]",
  );
  shows(
    "closures",
    `def make():\n    count = 0\n    def step(by=1):\n        nonlocal count\n        count += by\n        return count\n    return step\nshow(make()())`,
    "int",
  );
  shows("lambdas in variables", `double = lambda x: x * 2\nshow(double(3))`, "int");
  shows("keys of sorting", `show(sorted([(1, "ab")], key=lambda pair: pair[1]))`, "list[tuple[int, str]]");
  shows(
    "decorators that keep the signature",
    `import functools\n@functools.lru_cache(maxsize=None)\ndef fib(n: int) -> int: return n\nshow(fib(3))`,
    "int",
  );
  shows(
    "with statements",
    `with open("f") as file:\n    show(file.read())\n    for line in file: show(line)\nwith open("f", "rb") as file:\n    show(file.read())`,
    "str / str / bytes",
  );
});

describe("inference of variables", () => {
  it("makes two of one that is bound to another type", async () => {
    const program = await analyse(`def f(text: str):\n    text = text.split()\n    return text`);
    assert.equal(program.variable("text"), "str / list[str]");
  });
  it("keeps one that is bound to the same type", async () => {
    const program = await analyse(`def f(xs: list[int]):\n    xs = sorted(xs)\n    return xs`);
    assert.equal(program.variable("xs"), "list[int]");
  });
  it("keeps one where the values meet", async () => {
    const program = await analyse(
      `def f(c: bool):\n    if c:\n        x = 1\n    else:\n        x = "ab"\n    return x`,
    );
    assert.equal(program.variable("x"), "int | str");
  });
  it("lets None and a value be an optional", async () => {
    const program = await analyse(
      `best = None\nfor x in [1, 2]:\n    if best is None or x > best:\n        best = x\nshow(best)`,
    );
    assert.equal(program.variable("best"), "int | None");
  });
  it("counts uses", async () => {
    const program = await analyse(`def f():\n    x = 1\n    x += 2\n    return x`);
    const name = program.expressions().find((node) => node.kind === "Name" && node.id === "x");
    const binding = name?.kind === "Name" ? program.analysis.bindingOf(name) : undefined;
    assert.deepEqual([binding?.kind, binding?.assignments, binding?.reads, binding?.captured], ["local", 2, 2, false]);
  });
  shows(
    "narrowing by None",
    `def f(x: int | None):\n    show(x)\n    if x is None:\n        return\n    show(x)`,
    "int | None / int",
  );
  shows(
    "narrowing by truth",
    `def f(x: str | None):\n    if not x:\n        show(x)\n    else:\n        show(x)\n    y = x and show(x)`,
    "str | None / str / str",
  );
  shows(
    "narrowing by isinstance",
    `def f(x: int | str | list[int]):\n    if isinstance(x, str):\n        show(x)\n    elif isinstance(x, (int, float)):\n        show(x)\n    else:\n        show(x)`,
    "str / int / list[int]",
  );
  shows(
    "narrowing by assert, and its end at a new value",
    `def f(x: int | None, y: int | None):\n    assert x is not None\n    show(x)\n    x = y\n    show(x)`,
    "int / int | None",
  );
  shows(
    "narrowing ends in a loop that rebinds",
    `def f(x: int | None):\n    if x is None: return\n    while True:\n        show(x)\n        x = None`,
    "int | None",
  );
  shows(
    "narrowing of attributes",
    `class A:\n    def __init__(self, b: int | None): self.b = b\n    def g(self):\n        if self.b is not None:\n            show(self.b)`,
    "int",
  );
});

describe("inference of classes", () => {
  it("fields from __init__, from elsewhere and from arguments", async () => {
    const program = await analyse(
      `class A:\n    limit = 3\n    def __init__(self, name, size=0):\n        self.name = name\n        self.size = size\n        self.items = []\n        self.head = None\n    def add(self, x):\n        self.items.append(x)\n        self.head = A("b c")\na = A("ab")\na.add(1.5)`,
    );
    assert.deepEqual(
      ["limit", "name", "size", "items", "head"].map((name) => program.field("A", name)),
      ["int", "str", "int", "list[float]", "A | None"],
    );
  });
  shows(
    "methods, properties and inheritance",
    `class A:\n    def __init__(self): self.n = 1\n    @property\n    def double(self): return self.n * 2\n    def me(self): return self\nclass B(A):\n    def half(self): return super().me().n / 2\n    @classmethod\n    def make(cls): return cls()\nshow(B().double); show(B().half()); show(B().me()); show(B.make())`,
    "int / float / A / B",
  );
  shows(
    "dataclasses",
    `from dataclasses import dataclass, field\n@dataclass\nclass P:\n    x: int\n    y: float = 0.0\n    tags: list[str] = field(default_factory=list)\np = P(1)\nshow(p.y); show(p.tags); show(p)`,
    "float / list[str] / P",
  );
  shows(
    "operators",
    `class V:\n    def __init__(self, x: float): self.x = x\n    def __add__(self, other): return V(self.x + other.x)\n    def __len__(self): return 1\n    def __iter__(self): return iter([self.x])\n    def __getitem__(self, i: int) -> float: return self.x\nv = V(1) + V(2)\nshow(v); show(len(v)); show(list(v)); show(v[0])`,
    "V / int / list[float] / float",
  );
  shows(
    "enums",
    `from enum import Enum\nclass C(Enum):\n    RED = 1\n    BLUE = 2\nshow(C.RED); show(C.RED.value); show(C.RED.name); show([c for c in C]); show(C(1))`,
    "C / int / str / list[C] / C",
  );
  shows(
    "exceptions",
    `class E(ValueError):\n    def __init__(self, code: int):\n        super().__init__("x")\n        self.code = code\ntry:\n    raise E(1)\nexcept E as e:\n    show(e.code); show(e); show(e.args)\nexcept (KeyError, IndexError) as e:\n    show(e)`,
    "int / E / tuple[Any, ...] / LookupError",
  );
  shows(
    "generic classes",
    `from typing import Generic, TypeVar\nT = TypeVar("T")\nclass Box(Generic[T]):\n    def __init__(self, item: T): self.item = item\n    def get(self) -> T: return self.item\nshow(Box(1).get()); show(Box("ab"))`,
    "int / Box[str]",
  );
  shows(
    "named tuples",
    `from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\n    name: str = "ab"\nshow(P(1).name)`,
    "str",
  );
  shows(
    "match",
    `class P:\n    __match_args__ = ("x", "y")\n    def __init__(self, x: int, y: str): self.x, self.y = x, y\ndef f(v: P | tuple[int, float] | None):\n    match v:\n        case P(a, y=b): show(a); show(b)\n        case (c, d): show(c); show(d)\n        case None: pass`,
    "int / str / int / float",
  );
});

describe("inference over several modules", () => {
  it("follows imports", async () => {
    const program = await analyse({
      "shop.items": `class Item:\n    def __init__(self, price: float): self.price = price\nLIMIT = 3\ndef total(items):\n    return sum(item.price for item in items)`,
      main: `from shop.items import Item, total, LIMIT\nimport shop.items as items\nshow(total([Item(1.5)])); show(LIMIT); show(items.Item(2).price)`,
    });
    assert.equal(program.shown(), "float / int / float");
    assert.equal(program.signature("total"), "(items: list[Item]) -> float");
  });
  it("names what nothing defines", async () => {
    const program = await analyse(`def f(): return missing(other) + len([])`);
    assert.deepEqual(program.analysis.undefinedNames("main"), ["missing", "other"]);
  });
});
