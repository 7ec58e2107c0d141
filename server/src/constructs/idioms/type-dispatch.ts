import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "type-dispatch",
  title: "Going by the type",
  summary: "A type switch is a chain of `isinstance`, or `match` with class patterns, in Python.",
  explanation:
    "Go asks a value of an interface for its dynamic type with a type switch, and has the variable under that type in each case. Python asks with `isinstance`, which subclasses answer too, or with `match` " +
    "and class patterns, which take the attributes apart as well. Both languages would rather have a method do it.",
  references: [
    { title: "Go: Type switches", url: "https://go.dev/ref/spec#Type_switches" },
    { title: "Python: Class patterns", url: "https://docs.python.org/3/reference/compound_stmts.html#class-patterns" },
  ],
  recognises: { TypeSwitch: dispatch },
  snippets: [
    {
      language: "python",
      prefix: "typeswitch",
      terms: ["switch v := x.(type)", "type switch"],
      description: "Go by the type of a value",
      body: [
        "match ${1:value}:",
        "    case ${2:str}():",
        "        $0",
        "    case _:",
        '        raise TypeError(f"unexpected {${1:value}!r}")',
      ],
    },
  ],
  examples: [
    {
      title: "Several kinds of value",
      python: `def described(value: object) -> str:
    if isinstance(value, str):
        return "text " + value
    if isinstance(value, int):
        return f"number {value}"
    return "something"


print(described("a"), described(3), described(None))
`,
      go: `package main

import "fmt"

func described(value any) string {
	switch v := value.(type) {
	case string:
		return "text " + v
	case int:
		return fmt.Sprintf("number %d", v)
	default:
		return "something"
	}
}

func main() {
	fmt.Println(described("a"), described(3), described(nil))
}
`,
    },
  ],
});

function dispatch(_node: ir.TypeSwitch): IdiomMatch<ir.Statement> {
  return {};
}
