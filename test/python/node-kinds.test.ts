import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expressionReaders } from "../../server/src/python/read-expressions.ts";
import { compoundStatementReaders } from "../../server/src/python/read-compound.ts";
import { nodeKindOwners } from "../../server/src/python/read-owners.ts";
import { patternReaders } from "../../server/src/python/read-patterns.ts";
import { readRaw, type RawNode } from "../../server/src/python/read-raw.ts";
import { simpleStatementReaders } from "../../server/src/python/read-statements.ts";
import type { PythonNode } from "../../server/src/python/tree.ts";
import { walk } from "../../server/src/python/walk.ts";
import { readText } from "../../server/src/syntax/document.ts";
import { PythonReading } from "../support/python-reader.ts";

interface NodeType {
  readonly type: string;
  readonly named: boolean;
  readonly subtypes?: readonly unknown[];
}

/** The named kinds of the grammar that nodes can have; a kind with subtypes is a class of kinds. */
function grammarKinds(): string[] {
  const path = createRequire(import.meta.url).resolve("tree-sitter-python/src/node-types.json");
  const types = JSON.parse(readFileSync(path, "utf8")) as NodeType[];
  return types
    .filter((type) => type.named && type.subtypes === undefined)
    .map(({ type }) => type)
    .sort();
}

/** Python that has every kind of node, apart from those that only Python 2 has. */
const everything = `
from __future__ import annotations
import a.b as c, d
from ..e import (f, g)
from .h import *
type Alias[T: int, *Ts, **P] = list[T] | dict.key[str].value
@decorator(1, *args, key=2, **options)
class C[T](Base, metaclass=M):
    x: int = 1
    def method(self, a, /, b: int = 2, *rest: *Ts, c=3, **kw: str) -> dict[str, x.y[1:2]].z: return
async def g(*, k):
    async with a as b, c: await d
    async for e in f: yield e
    else: yield from g
    return [x async for x in y if z]
def h(a, b=1):
    global i, j
    nonlocal k
    del a, b[0]
    assert a, b
    raise E from e
for x, in y: continue
else: pass
while (n := 1): break
if a and b or not c: pass
elif a < b <= c is not d: pass
else: pass
try: pass
except A as e: pass
finally: pass
try: pass
except* B: pass
a, *b = [c, d] = (e), (*f, g), {h}, {i: j, **k}, {}, [l]
x += -1 + 2.0 \\
    if True else False
t = {x for x in y}, {k: v for k, v in z}, (w for w in v), None, ..., a[1:2, ::3]
u = f"b{{{c!r:>{d}}}}"; v = "a\\n" "b"; w = lambda p, *q: (yield)
match a, b:
    case [1, -2.0, *rest] | (None, True): pass
    case {"k": v, **r} if g: pass
    case K(1 + 2j, n="x" "y", m=False) as z: pass
    case a.b: pass
`;

const python2 = `print >>f, x\nexec "c" in d\n`;

describe("Kinds of nodes of the Python grammar", () => {
  it("have exactly one owner each", () => {
    // The grammar gives this name to any expression behind `as` and does not list it.
    assert.deepEqual(Object.keys(nodeKindOwners).sort(), [...grammarKinds(), "as_pattern_target"].sort());
  });

  it("are known to the readers by the same names", () => {
    const tables = [expressionReaders, patternReaders, simpleStatementReaders, compoundStatementReaders];
    const read = tables.flatMap((table) => Object.keys(table)).filter((kind) => kind !== "_");
    for (const kind of read) assert.ok(kind in nodeKindOwners, kind);
  });

  it("are read into a node of an owning kind", async () => {
    const python = await PythonReading.start();
    const seen = new Set<string>();
    for (const [source, invalid] of [
      [everything, 0],
      [python2, 2],
    ] as const) {
      const raws = rawNodes(python, source);
      const nodes: PythonNode[] = [];
      walk(python.module(source), (node) => void nodes.push(node));
      assert.equal(nodes.filter(({ kind }) => kind === "Invalid").length, invalid);
      for (const raw of raws) {
        seen.add(raw.type);
        const owners = nodeKindOwners[raw.type] ?? [];
        // The root is the module, whatever the range that the parser gives it.
        if (owners.length === 0 || raw.type === "module") continue;
        assert.ok(
          nodes.some((node) => owns(node, raw, owners)),
          `${raw.type} at ${raw.start}..${raw.end} has no ${owners.join(" or ")}`,
        );
      }
    }
    const unseen = grammarKinds().filter((kind) => !seen.has(kind) && !["comment", "line_continuation"].includes(kind));
    assert.deepEqual(unseen, ["parenthesized_list_splat"]);
  });
});

function rawNodes(python: PythonReading, source: string): RawNode[] {
  const found: RawNode[] = [];
  const collect = (node: RawNode): void => {
    found.push(node);
    for (const child of node.children) if (child.named) collect(child);
  };
  readText(python.grammars, "python", source, (root) => {
    assert.ok(!root.hasError, source);
    collect(readRaw(root));
  });
  return found;
}

function owns({ kind, span }: PythonNode, raw: RawNode, owners: readonly string[]): boolean {
  const inside = span.start <= raw.start && raw.end <= span.end;
  const around = raw.start <= span.start && span.end <= raw.end;
  return kind === "Invalid" ? inside : owners.includes(kind) && (inside || around);
}
