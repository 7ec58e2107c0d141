import type * as ir from "../../ir/node.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { withToGo } from "../../lowering/go/with.ts";
import { liftWith } from "../../lowering/lift/python-with.ts";
import { pythonBody } from "../../lowering/python/bodies.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "with-statement",
  title: "with / defer",
  summary: "`with manager:` becomes a call that opens and a deferred call that closes.",
  explanation:
    "A `with` statement enters its manager, runs the block, and leaves the manager however the block ends. Go has no blocks of that kind: what opens something is followed by a `defer` that closes it, which runs when the function ends. " +
    "A block inside a function therefore becomes a function literal with a `defer` of its own. `contextlib.suppress` is an error that is tested and dropped.",
  references: [
    { title: "Effective Go: Defer", url: "https://go.dev/doc/effective_go#defer" },
    {
      title: "Python: The with statement",
      url: "https://docs.python.org/3/reference/compound_stmts.html#the-with-statement",
    },
  ],
  python: { With: liftWith, AsyncWith: liftWith },
  parts: { python: ["withitem"] },
  lower: {
    go: {
      With: withToGo,
    },
    python: {
      With: (node, context): pyTree.Statement => {
        const items = node.items.map((item) =>
          py.withItem(managerInPython(item, context), item.target ? context.expression(item.target) : undefined),
        );
        const body = pythonBody(node.body, context);
        return node.isAsync ? py.asyncWith(items, body) : py.withStatement(items, body);
      },
    },
  },
  caveats: [
    {
      code: "context-manager",
      severity: "mark",
      message:
        "Only managers of classes of the program whose `__exit__` swallows no exception have a counterpart here.",
    },
  ],
  snippets: [
    {
      language: "python",
      prefix: "manager",
      terms: ["defer cleanup", "acquire and release", "func that returns cleanup"],
      description: "A context manager from a generator",
      body: [
        "@contextmanager",
        "def ${1:opened}(${2:name}: str) -> Iterator[${3:Resource}]:",
        "    ${4:resource} = ${5:acquire}(${2:name})",
        "    try:",
        "        yield ${4:resource}",
        "    finally:",
        "        ${4:resource}.close()",
      ],
    },
    {
      language: "python",
      prefix: "exitstack",
      terms: ["several defers", "defer in a loop"],
      description: "Close any number of things at the end",
      body: [
        "with ExitStack() as stack:",
        "    ${1:files} = [stack.enter_context(open(${2:path})) for ${2:path} in ${3:paths}]",
        "    $0",
      ],
    },
    {
      language: "python",
      prefix: "suppress",
      terms: ["_ = f()", "ignore error"],
      description: "Go on whatever this raises",
      body: ["with suppress(${1:FileNotFoundError}):", "    $0"],
    },
    {
      language: "go",
      prefix: "with",
      terms: ["with", "with open", "context manager"],
      description: "Open something and close it when the function ends",
      body: [
        "${1:file}, err := ${2:os.Open(name)}",
        "if err != nil {",
        "\treturn ${3:err}",
        "}",
        "defer ${1:file}.Close()",
        "$0",
      ],
    },
    {
      language: "python",
      prefix: "deferclose",
      terms: ["defer Close", "defer Unlock"],
      description: "Close something when a block ends",
      body: ["with ${1:open(name)} as ${2:file}:", "    ${0:pass}"],
    },
  ],
  examples: [
    {
      title: "A manager of one's own",
      python: `class Section:
    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> "Section":
        print("begin", self.name)
        return self

    def __exit__(self, kind: object, value: object, traceback: object) -> None:
        print("end", self.name)


with Section("a") as section:
    print("in", section.name)
`,
      go: `package main

import "fmt"

type Section struct {
	Name string
}

func (s *Section) Enter() *Section {
	fmt.Println("begin", s.Name)
	return s
}

func (s *Section) Exit() {
	fmt.Println("end", s.Name)
}

func main() {
	section := (&Section{Name: "a"}).Enter()
	defer section.Exit()
	fmt.Println("in", section.Name)
}
`,
    },
  ],
});

function managerInPython({ context: made, manager }: ir.WithItem, context: PythonLowerContext): pyTree.Expression {
  const lowered = context.expression(made);
  const isClosing = manager?.form === "object" && manager.isEntered && manager.exit === "close";
  return isClosing ? py.call(context.imported("contextlib", "closing"), [lowered]) : lowered;
}
