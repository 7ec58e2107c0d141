import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "stringer",
  title: "How a value prints",
  summary: "A `String` method is what `__str__` is: printing asks for it.",
  explanation:
    "Go’s `fmt` looks whether a value has a method `String() string` and prints what it gives; a type with `Error` is asked for that first. Python’s `print`, `str` and f-strings call `__str__`, and " +
    "`__repr__` where there is none, or inside a list. Go has `GoString` for `%#v`, which few types have.",
  references: [
    { title: "Go: fmt.Stringer", url: "https://pkg.go.dev/fmt#Stringer" },
    { title: "Python: object.__str__", url: "https://docs.python.org/3/reference/datamodel.html#object.__str__" },
  ],
  recognises: { Function: shown },
  snippets: [
    {
      language: "go",
      prefix: "stringer",
      terms: ["__str__", "__repr__", "to string"],
      description: "How a value prints",
      body: ["func (${1:v} ${2:T}) String() string {", '\treturn fmt.Sprintf("${3:%v}", ${1:v}.${4:field})', "}"],
    },
    {
      language: "python",
      prefix: "strmethod",
      terms: ["String() string", "fmt.Stringer", "Stringer"],
      description: "How a value prints",
      body: ["def __str__(self) -> str:", '    return f"{self.${1:field}}"'],
    },
  ],
  examples: [
    {
      title: "A point",
      python: `class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __str__(self) -> str:
        return f"({self.x}, {self.y})"


print(Point(1, 2))
`,
      go: `package main

import "fmt"

type Point struct {
	x, y int
}

func (p Point) String() string {
	return fmt.Sprintf("(%d, %d)", p.x, p.y)
}

func main() {
	fmt.Println(Point{1, 2})
}
`,
    },
  ],
});

function shown({ name, flavour, parameters, result }: ir.Function): IdiomMatch<ir.Function> | undefined {
  if (flavour !== "instance" || parameters.length > 0 || result.kind !== "string") return undefined;
  return name === "String" || name === "__str__" ? {} : undefined;
}
