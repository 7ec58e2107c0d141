import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "imports",
  title: "import",
  summary: "Imports follow from what the translation uses; a Python module and a Go package are not the same thing.",
  explanation:
    "Python imports modules and names from them, anywhere in the code, and runs a module when it is first imported. Go imports whole packages at the top " +
    "of a file, and an import that is not used is an error. The translation imports what its own code needs, so the source's imports have no line of " +
    "their own; `from __future__ import annotations` and imports for annotations alone disappear.",
  references: [
    { title: "Go: Import declarations", url: "https://go.dev/ref/spec#Import_declarations" },
    {
      title: "Python: The import statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-import-statement",
    },
  ],
  python: {
    Import: (node, context) =>
      node.names.map((alias): ir.LocalDeclaration => local(alias.name, [], alias.asname, context, node)),
    ImportFrom: (node, context) => [
      local(
        `${".".repeat(node.level)}${node.module ?? ""}`,
        node.names.map((alias) => ({
          name: alias.name,
          ...(alias.asname === undefined ? {} : { alias: alias.asname }),
        })),
        undefined,
        context,
        node,
      ),
    ],
  },
  parts: { python: ["alias"], go: ["ImportSpec"] },
  lower: { go: { Import: () => [] }, python: { Import: toPython } },
  examples: [
    {
      title: "A module of the library",
      python: `import math\n\n\ndef diagonal(a: float, b: float) -> float:\n    return math.sqrt(a * a + b * b)\n\n\nprint(diagonal(3.0, 4.0) == 5.0)\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"math"\n)\n\nfunc diagonal(a, b float64) float64 {\n\treturn math.Sqrt(a*a + b*b)\n}\n\nfunc main() {\n\tfmt.Println(diagonal(3.0, 4.0) == 5.0)\n}\n`,
    },
  ],
});

function local(
  path: string,
  names: ir.Import["names"],
  alias: string | undefined,
  context: PythonLiftContext,
  node: pyTree.Import | pyTree.ImportFrom,
): ir.LocalDeclaration {
  return {
    sort: "statement",
    kind: "LocalDeclaration",
    declaration: {
      sort: "declaration",
      kind: "Import",
      path,
      names,
      ...(alias === undefined ? {} : { alias }),
      origin: context.origin(node),
    },
  };
}

/** Python's own imports stay as they are; Go's have served their purpose. */
function toPython(node: ir.Import, context: PythonLowerContext): readonly pyTree.Statement[] {
  if (node.external === true && context.declaresStubs) return [];
  if (node.path.includes("/") || !/^[.\w]*$/.test(node.path)) return [];
  if (node.names.length === 0)
    return node.path.startsWith(".") ? [] : [py.importNames([py.alias(node.path, node.alias)])];
  const level = /^\.*/.exec(node.path)![0].length;
  return [
    py.importFrom(
      node.path.slice(level) || undefined,
      node.names.map((name) => py.alias(name.name, name.alias)),
      level,
    ),
  ];
}
