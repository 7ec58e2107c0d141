import { assign, expression, expressionStatement } from "../../ir/build.ts";
import type * as goTree from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { deleteSlice } from "../../lowering/go/slice-assignment.ts";
import { failWhere } from "../../lowering/go/raise.ts";
import { asMap, removeEntry, repeatable } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { lowerPythonTarget } from "../../lowering/python/targets.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "delete",
  title: "del / delete",
  summary: "`del d[key]` is `delete(d, key)`; `del xs[i]` makes a slice without the element.",
  explanation:
    "Python's `del` removes an entry of a dict, an element of a list, or a name. Go's `delete` works on maps alone and does nothing where the key is " +
    "missing, where Python raises KeyError. An element leaves a slice by `slices.Delete`, whose result must be stored. Names are not deleted in Go: a " +
    "variable ends with its block.",
  references: [
    {
      title: "Python: The del statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-del-statement",
    },
    { title: "Go: Deletion of map elements", url: "https://go.dev/ref/spec#Deletion_of_map_elements" },
    { title: "Go: slices.Delete", url: "https://pkg.go.dev/slices#Delete" },
  ],
  python: {
    Delete: (node, context) => node.targets.flatMap((target) => liftTarget(target, context)),
  },
  lower: {
    go: { Delete: (node, context) => node.targets.flatMap((target) => deleteInGo(target, context)) },
    python: {
      Delete: (node, context) => [py.deleteStatement(node.targets.map((target) => lowerPythonTarget(target, context)))],
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "del",
      terms: ["del", "list.pop(i)"],
      description: "Remove an element of a slice",
      body: ["${1:items} = slices.Delete(${1:items}, ${2:i}, ${2:i}+1)"],
    },
  ],
  examples: [
    {
      title: "Removing an entry",
      python: `def without(stock: dict[str, int], name: str) -> int:\n    if name in stock:\n        del stock[name]\n    return len(stock)\n\n\nprint(without({"tea": 1, "milk": 2}, "tea"))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc without(stock map[string]int, name string) int {\n\tif _, ok := stock[name]; ok {\n\t\tdelete(stock, name)\n\t}\n\treturn len(stock)\n}\n\nfunc main() {\n\tfmt.Println(without(map[string]int{"tea": 1, "milk": 2}, "tea"))\n}\n`,
    },
  ],
});

function liftTarget(node: pyTree.Expression, context: PythonLiftContext): readonly ir.Statement[] {
  if (node.kind === "Tuple" || node.kind === "List")
    return node.elts.flatMap((element) => liftTarget(element, context));
  if (node.kind === "Name") return [{ sort: "statement", kind: "Empty" }];
  if (node.kind !== "Subscript")
    throw new Untranslatable(
      "delete-attribute",
      "Deleting an attribute is not translated; Go's structs have all of their fields at all times.",
    );
  const target = context.target(node);
  switch (target.kind) {
    case "Lookup":
      return [{ sort: "statement", kind: "Delete", targets: [target] }];
    case "Index":
      return [
        expressionStatement(
          expression("ListPop", target.type, { list: target.object, index: target.index, wraps: target.wraps }),
        ),
      ];
    case "Slice":
      if (target.step !== undefined && integerValue(target.step) !== 1n)
        return [{ sort: "statement", kind: "Delete", targets: [target] }];
      return [assign(target, expression("ListLiteral", target.type, { elements: [] }))];
    default:
      throw new Untranslatable("delete-element", "Deleting this is not translated.");
  }
}

function deleteInGo(target: ir.Expression, context: GoLowerContext): readonly goTree.Stmt[] {
  if (target.kind === "Slice" && target.step !== undefined && target.object.type.kind === "list")
    return deleteSlice(target, target.step, context);
  if (target.kind !== "Lookup") throw new Untranslatable("delete-element", "Deleting this is not translated.");
  const [map, key] = context.expressions([target.map, target.key]);
  if (target.checked !== true) {
    context.report(target, {
      severity: "caveat",
      code: "missing-key",
      message: "Python's `del` raises KeyError where the key is missing; Go's `delete` does nothing.",
    });
    return [removeEntry(map!, target.map.type, key!, context)];
  }
  const stable = key!.kind === "Ident" || key!.kind === "BasicLit" ? key! : context.temporary("key", key!);
  const place = repeatable(map!, "entries", context);
  const present = context.fresh("ok");
  context.emit(go.define(["_", present], go.index(asMap(place, target.map.type, context), stable)));
  failWhere(go.unary("!", go.ident(present)), "KeyError", context.text(target.key, "repr"), context, stable);
  return [removeEntry(place, target.map.type, stable, context)];
}
