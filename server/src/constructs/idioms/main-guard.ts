import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "main-guard",
  title: "Where a program begins",
  summary: '`if __name__ == "__main__":` is `func main` of package main.',
  explanation:
    "A Python file is a module and a script at once: its statements run when it is imported, so what is meant for the script alone stands under a test of `__name__`. In Go a program is a package called " +
    "`main` with a function `main`, and importing a package runs nothing but its variables and `init`.",
  references: [
    { title: "Go: Program execution", url: "https://go.dev/ref/spec#Program_execution" },
    { title: "Python: __main__", url: "https://docs.python.org/3/library/__main__.html" },
  ],
  recognises: { TopLevel: begins },
  snippets: [
    {
      language: "python",
      prefix: "mainguard",
      terms: ["func main", "package main"],
      description: "What runs when the file is a script",
      body: ["def main() -> None:", "    $0", "", "", 'if __name__ == "__main__":', "    main()"],
    },
  ],
  examples: [
    {
      title: "A script",
      python: `def main() -> None:
    print("hello")


if __name__ == "__main__":
    main()
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println("hello")
}
`,
    },
  ],
});

function begins(node: ir.TopLevel): IdiomMatch<ir.TopLevel> | undefined {
  return node.guarded ? {} : undefined;
}
