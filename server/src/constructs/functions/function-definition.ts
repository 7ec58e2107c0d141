import { defineConstruct } from "../../lowering/construct.ts";
import { lowerFunction } from "../../lowering/go/functions.ts";
import { lowerMember as lowerMemberToGo } from "../../lowering/go/members.ts";
import { lowerMember as lowerMemberToPython } from "../../lowering/python/members.ts";
import { liftGoFunction } from "../../lowering/lift/go-functions.ts";
import { liftPythonFunction } from "../../lowering/lift/python-functions.ts";
import { lowerDefinition, pythonDocumentation } from "../../lowering/python/functions.ts";

export default defineConstruct({
  id: "function-definition",
  title: "Function definition",
  summary:
    "`def` becomes `func`; types stand behind the names, and a function that can raise gives an error as its last result.",
  explanation:
    "Go's parameters and results have types, and a function has a fixed number of both. Python's default values and keyword-only parameters have no " +
    "counterpart, so each call passes every argument. Where Python raises, Go returns an `error` besides the result, and where Python returns a tuple " +
    "written out in the `return`, Go returns several results. `*args` is Go's variadic parameter. Go's doc comment begins with the function's name.",
  references: [
    { title: "Go: Function declarations", url: "https://go.dev/ref/spec#Function_declarations" },
    {
      title: "Go: Passing arguments to ... parameters",
      url: "https://go.dev/ref/spec#Passing_arguments_to_..._parameters",
    },
    { title: "Effective Go: Multiple return values", url: "https://go.dev/doc/effective_go#multiple-returns" },
    {
      title: "Python: Function definitions",
      url: "https://docs.python.org/3/reference/compound_stmts.html#function-definitions",
    },
  ],
  python: { FunctionDef: liftPythonFunction, AsyncFunctionDef: liftPythonFunction },
  go: {
    FuncDecl: (node, context) => [liftGoFunction(node, context)],
  },
  parts: { python: ["arguments", "arg", "TypeVar", "ParamSpec", "TypeVarTuple"] },
  lower: {
    go: { Function: (node, context) => [node.symbol ? lowerMemberToGo(node, context) : lowerFunction(node, context)] },
    python: {
      Function: (node, context) => {
        if (node.symbol) return lowerMemberToPython(node, context);
        const name = context.name(node.binding);
        return lowerDefinition(
          name,
          { ...node, documentation: pythonDocumentation(node.documentation, node.name) },
          [],
          context,
        );
      },
    },
  },
  caveats: [
    {
      code: "unknown-type",
      severity: "caveat",
      message: "Nothing says what type a parameter has, so it is `any` in Go; annotate it.",
    },
    {
      code: "decorator",
      severity: "mark",
      message:
        "A decorator is not applied in the translation; Go programs wrap the function by calling the decorator with it.",
    },
    {
      code: "cached-function",
      severity: "mark",
      message: "A cached Python function becomes one that computes its result anew.",
    },
  ],
  snippets: [
    {
      language: "python",
      prefix: "generic",
      terms: ["func F[T any]", "type parameter", "generics"],
      description: "A function for any type",
      body: ['T = TypeVar("T")', "", "", "def ${1:first}(items: Sequence[T]) -> T:", "    return items[0]"],
    },
    {
      language: "python",
      prefix: "variadic",
      terms: ["...T", "variadic"],
      description: "Any number of arguments",
      body: ["def ${1:total}(*${2:values}: ${3:int}) -> ${4:int}:", "    return ${5:sum(values)}"],
    },
    {
      language: "go",
      prefix: "def",
      terms: ["def", "function that raises"],
      description: "A function that can fail",
      body: ["func ${1:name}(${2:value} ${3:string}) (${4:int}, error) {", "\t$0", "\treturn ${5:0}, nil", "}"],
    },
    {
      language: "python",
      prefix: "func",
      terms: ["func", "multiple return values"],
      description: "A function with several results",
      body: ["def ${1:name}(${2:value}: ${3:str}) -> tuple[${4:int}, ${5:str}]:", "    return $0"],
    },
  ],
  examples: [
    {
      title: "Several results",
      python: `def divide(total: int, parts: int) -> tuple[int, int]:\n    """Return the quotient and the remainder."""\n    return total // parts, total % parts\n\n\nquotient, remainder = divide(17, 5)\nprint(quotient, remainder)\n`,
      go: `package main\n\nimport "fmt"\n\n// divide returns the quotient and the remainder.\nfunc divide(total, parts int) (int, int) {\n\treturn total / parts, total % parts\n}\n\nfunc main() {\n\tquotient, remainder := divide(17, 5)\n\tfmt.Println(quotient, remainder)\n}\n`,
    },
    {
      title: "Any number of arguments",
      python: `def total(*numbers: int) -> int:\n    result = 0\n    for number in numbers:\n        result += number\n    return result\n\n\nprint(total(1, 2, 3))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc total(numbers ...int) int {\n\tresult := 0\n\tfor _, number := range numbers {\n\t\tresult += number\n\t}\n\treturn result\n}\n\nfunc main() {\n\tfmt.Println(total(1, 2, 3))\n}\n`,
    },
  ],
});
