import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { functionBody } from "../../lowering/go/functions.ts";
import { lowerGlobalToGo } from "../../lowering/go/globals.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { pythonBody } from "../../lowering/python/bodies.ts";
import { lowerPythonTarget } from "../../lowering/python/targets.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "program",
  title: "A module and its main / package main",
  summary:
    "What a Python module does when it runs becomes `func main`; `func main` becomes `main()` behind the `__name__` guard.",
  explanation:
    'A Python file is a script and a module at once: its statements run in order when it is run or imported, and `if __name__ == "__main__":` tells ' +
    "the two apart. A Go program starts in `main` of package main; a package's variables are initialised before, in the order of their dependencies. " +
    "Variables of the module that functions use become variables of the package, and everything else is local to `main`.",
  references: [
    { title: "Go: Program execution", url: "https://go.dev/ref/spec#Program_execution" },
    { title: "Go: Package initialization", url: "https://go.dev/ref/spec#Package_initialization" },
    { title: "Python: __main__", url: "https://docs.python.org/3/library/__main__.html" },
  ],
  parts: { python: ["Module"], go: ["File", "PackageClause", "TopLevelStatements"] },
  lower: {
    go: { TopLevel: mainInGo, Global: lowerGlobalToGo },
    python: { TopLevel: mainInPython, Global: globalInPython },
  },
  snippets: [
    {
      language: "python",
      prefix: "asyncmain",
      terms: ["func main with goroutines", "go run"],
      description: "A program on an event loop",
      body: ["async def main() -> None:", "    $0", "", "", "asyncio.run(main())"],
    },
    {
      language: "go",
      prefix: "ifmain",
      terms: ["if __name__ == '__main__'", "main guard"],
      description: "The start of a program",
      body: ["package main", "", "func main() {", "\t$0", "}"],
    },
    {
      language: "python",
      prefix: "funcmain",
      terms: ["func main", "package main"],
      description: "The start of a program",
      body: ["def main() -> None:", "    ${0:pass}", "", "", 'if __name__ == "__main__":', "    main()"],
    },
  ],
  examples: [
    {
      title: "A program",
      python: `LIMIT = 3\n\n\ndef main() -> None:\n    for i in range(LIMIT):\n        print(i)\n\n\nif __name__ == "__main__":\n    main()\n`,
      go: `package main\n\nimport "fmt"\n\nconst limit = 3\n\nfunc main() {\n\tfor i := range limit {\n\t\tfmt.Println(i)\n\t}\n}\n`,
    },
  ],
});

/** The statements of a module as `func main`. */
function mainInGo(node: ir.TopLevel, context: GoLowerContext): readonly goTree.Decl[] {
  const signature = {
    parameters: [],
    result: { kind: "none" as const },
    fails: false,
    several: false,
    isGenerator: false,
    isAsync: false,
  };
  const body = functionBody(node.body, signature, [], context);
  if (body.list.length === 0) return [];
  const type: goTree.FuncType = { kind: "FuncType", params: go.fields([]), span: { start: 0, end: 0 } };
  return [
    {
      kind: "FuncDecl",
      name: go.ident("main"),
      type,
      body: node.inner ? { ...body, inner: node.inner } : body,
      span: { start: 0, end: 0 },
    },
  ];
}

function mainInPython(node: ir.TopLevel, context: PythonLowerContext): readonly pyTree.Statement[] {
  if (!node.guarded) return context.statements(node.body);
  const test = py.compare(py.name("__name__"), "Eq", py.str("__main__"));
  const guard = py.ifStatement(test, pythonBody(node.body, context));
  return [node.inner && node.inner.length > 0 ? { ...guard, inner: node.inner } : guard];
}

function globalInPython(node: ir.Global, context: PythonLowerContext): readonly pyTree.Statement[] {
  const target = lowerPythonTarget(node.target, context);
  const value = node.value ? context.expression(node.value) : context.zero(node.target.type);
  const isEmpty =
    value.kind === "List"
      ? value.elts.length === 0
      : value.kind === "Dict"
        ? value.items.length === 0
        : value.kind === "Constant" && value.value.type === "None";
  const statement =
    target.kind === "Name" &&
    (isEmpty ||
      (value.kind === "Call" && value.args.length === 0 && value.func.kind === "Name" && value.func.id === "set"))
      ? py.annAssign(target, context.type(node.target.type), value)
      : py.assign(target, value);
  return [{ ...statement, ...decorationOf({ ...(node.inner ? { inner: node.inner } : {}) }) }];
}
