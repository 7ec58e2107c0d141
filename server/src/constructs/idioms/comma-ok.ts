import { not } from "../../ir/build.ts";
import { isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";
import type { Binding } from "../../types/binding.ts";

export default defineConstruct({
  id: "comma-ok",
  title: "comma ok",
  summary: "`v, ok := m[k]` asks for an entry and whether there is one; Python asks with `in`, or with `get`.",
  explanation:
    "Reading a key that a Go map does not have gives the zero value, so whether there was an entry is a second result, by custom called `ok`. Type assertions and receives from channels have " +
    "the same form. A Python dict raises `KeyError`: one asks `if key in d` first, uses `d.get(key)` or `d.get(key, default)`, or lets the exception come.",
  references: [
    { title: "Effective Go: Maps", url: "https://go.dev/doc/effective_go#maps" },
    { title: "Go: Index expressions", url: "https://go.dev/ref/spec#Index_expressions" },
    {
      title: "Python: Mapping types",
      url: "https://docs.python.org/3/library/stdtypes.html#mapping-types-dict",
    },
  ],
  recognises: { Assign: question },
  snippets: [
    {
      language: "go",
      prefix: "commaok",
      terms: ["if key in d", "dict.get", "key in dict"],
      description: "Take an entry of a map if there is one",
      body: ["if ${1:value}, ok := ${2:entries}[${3:key}]; ok {", "\t$0", "}"],
    },
    {
      language: "python",
      prefix: "ifkey",
      terms: ["v, ok := m[k]", "comma ok", "map lookup"],
      description: "Take an entry of a dict if there is one",
      body: ["if ${1:key} in ${2:entries}:", "    ${3:value} = ${2:entries}[${1:key}]", "    $0"],
    },
  ],
  examples: [
    {
      title: "An entry, or none",
      go: `package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 31}
	known := map[string]struct{}{"bob": {}}
	for _, name := range []string{"ann", "bob", "eve"} {
		if age, ok := ages[name]; ok {
			fmt.Println(name, "is", age)
		} else if _, ok := known[name]; ok {
			fmt.Println(name, "is known")
		} else {
			fmt.Println("who is", name)
		}
	}
}
`,
      python: `ages = {"ann": 31}
known = {"bob"}
for name in ["ann", "bob", "eve"]:
    if name in ages:
        age = ages[name]
        print(name, "is", age)
    elif name in known:
        print(name, "is known")
    else:
        print("who is", name)
`,
    },
  ],
});

/** `v, ok := m[k]`, or the question alone, with the `if` behind it that is its only use. */
function question(node: ir.Assign, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [target, ...others] = node.targets;
  const [test] = context.following;
  if (others.length > 0 || test?.kind !== "If") return undefined;
  if (node.value.kind === "Lookup" && node.value.missing === "commaOk" && target?.kind === "TupleLiteral") {
    const ok = target.elements[1];
    return ok?.kind === "Variable" && asks(test, ok.binding) !== undefined ? { taken: 1 } : undefined;
  }
  if (target?.kind !== "Variable" || !node.declares.includes(target.binding)) return undefined;
  if (node.value.kind !== "Membership" || !isPure(node.value.element) || target.binding.reads !== 1) return undefined;
  const asked = asks(test, target.binding);
  if (asked === undefined) return undefined;
  const { leading, blankBefore } = node;
  const membership = asked === "present" ? node.value : { ...not(node.value), origin: node.value.origin };
  return {
    taken: 1,
    nodes: [
      {
        ...test,
        test: membership,
        ...(leading ? { leading: [...leading, ...(test.leading ?? [])] } : {}),
        ...(blankBefore ? { blankBefore } : {}),
      },
    ],
  };
}

/** Whether the test is just the variable, or its opposite. */
function asks({ test }: ir.If, ok: Binding): "present" | "absent" | undefined {
  const inner = test.kind === "Not" ? test.operand : test;
  if (inner.kind !== "Variable" || inner.binding !== ok) return undefined;
  return test.kind === "Not" ? "absent" : "present";
}
