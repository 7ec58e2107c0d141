import { boolean, integer, none, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { narrowed } from "../../lowering/go/narrowed.ts";
import * as go from "../../lowering/go/syntax.ts";
import { usableBinding } from "../../lowering/lift/blank.ts";
import { libraryFunction } from "../../lowering/lift/python-apply.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type { Type } from "../../types/type.ts";

export default defineConstruct({
  id: "variables",
  title: "Variables and their names",
  summary: "A use of a Python variable becomes a use of a Go variable, named by the other language's conventions.",
  explanation:
    "Python names refer to objects and may be rebound to values of any type; a Go variable is a place that holds values of one type. A Python variable " +
    "that is rebound to another type therefore becomes two Go variables. Where a test has narrowed `T | None` to `T`, Go must still follow the pointer that " +
    "stands for the optional value, so the use becomes `*x`. Names change from `snake_case` to `camelCase` and back, since Go spells visibility in the first letter.",
  references: [
    { title: "Go: Variables", url: "https://go.dev/ref/spec#Variables" },
    {
      title: "Python: Naming and binding",
      url: "https://docs.python.org/3/reference/executionmodel.html#naming-and-binding",
    },
    { title: "Effective Go: MixedCaps", url: "https://go.dev/doc/effective_go#mixed-caps" },
  ],
  python: {
    Name: (node, context) => {
      const row = context.library(node);
      if (row) return row;
      const binding = context.bindingOf(node);
      if (node.id === "__name__" && binding.kind === "builtin")
        throw new Untranslatable(
          "module-name",
          "`__name__` is not translated; Go programs start in `func main` of package main.",
        );
      const type = context.typeOf(node);
      const library =
        binding.kind === "builtin" && type.kind === "function" ? libraryFunction(node, type, context) : undefined;
      if (library) return library;
      if (binding.kind === "builtin")
        throw new Untranslatable(
          "function-value",
          `The builtin \`${node.id}\` is not translated as a value; write a lambda that calls it.`,
        );
      return variable(usableBinding(binding), context.typeOf(node));
    },
  },
  go: {
    Ident: (node, context) => {
      const type = context.typeOf(node);
      const binding = context.analysis.bindingOf(node);
      if (node.name === "_")
        return variable({ name: "_", kind: "local", id: "_", type, captured: false, assignments: 1, reads: 0 }, type);
      if (binding === undefined || binding.kind === "builtin") {
        const predeclared = predeclaredValue(node.name, type, context.analysis.constantOf(node));
        if (predeclared) return predeclared;
      }
      return variable(context.bindingOf(node), type);
    },
  },
  lower: {
    go: {
      Variable: (node, context) => {
        const name = go.ident(node.binding.name === "_" ? "_" : context.name(node.binding));
        return narrowed(name, node.binding.type, node.type, context);
      },
    },
    python: {
      Variable: (node, context) => py.name(node.binding.name === "_" ? "_" : context.name(node.binding)),
    },
  },
  examples: [
    {
      title: "A variable",
      python: `def area(wall_width: int, wall_height: int) -> int:\n    total_area = wall_width * wall_height\n    return total_area\n\n\nprint(area(3, 4))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc area(wallWidth int, wallHeight int) int {\n\ttotalArea := wallWidth * wallHeight\n\treturn totalArea\n}\n\nfunc main() {\n\tfmt.Println(area(3, 4))\n}\n`,
    },
  ],
});

function predeclaredValue(
  name: string,
  type: Type,
  constant: bigint | number | string | boolean | undefined,
): ir.Expression | undefined {
  switch (name) {
    case "nil":
      return none(type);
    case "true":
    case "false":
      return boolean(name === "true");
    case "iota":
      return integer(typeof constant === "bigint" ? constant : 0n, type);
    default:
      return undefined;
  }
}
