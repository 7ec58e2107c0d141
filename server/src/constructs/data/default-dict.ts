import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as pyTree from "../../python/tree.ts";
import { bigIntType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { elementType } from "../../lowering/passes/loops.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

/** Factories whose first value is what a Go map gives for a missing key, or can be made of it on the way. */
const zeroFactories: ReadonlySet<string> = new Set(["int", "float", "str", "bool", "list", "set"]);

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind !== "library" || node.keywords.length > 0) return undefined;
  const [first, second] = node.args;
  const type = context.typeOf(node);
  if (target.name === "collections.defaultdict") {
    if (second || type.kind !== "dict")
      throw new Untranslatable(
        "defaultdict",
        "This `defaultdict` is not translated; Go's maps give the zero value for a missing key.",
      );
    const isZero =
      first?.kind === "Name" && zeroFactories.has(first.id) && context.analysis.bindingOf(first)?.kind !== "function";
    if (first && !isZero)
      throw new Untranslatable(
        "defaultdict",
        "A `defaultdict` whose values begin as something else than zero, empty text, list or set is not translated; Go programs test with `v, ok := m[k]`.",
      );
    return expression("DictLiteral", { ...type, variant: "defaultdict" }, { entries: [] });
  }
  if (target.name !== "collections.Counter") return undefined;
  if (!first)
    return type.kind === "dict"
      ? expression("DictLiteral", { ...type, variant: "counter" }, { entries: [] })
      : undefined;
  const operand = context.expression(first);
  if (second || operand.type.kind === "dict")
    throw new Untranslatable("counter", "A `Counter` made of a dict is not translated; Go programs count in a map.");
  return expression(
    "Collect",
    { kind: "dict", key: elementType(operand.type), value: bigIntType, variant: "counter" },
    { operand },
  );
}

export default defineConstruct({
  id: "default-dict",
  title: "defaultdict and Counter",
  summary: "A Go map gives the zero value for a missing key, so that `defaultdict` and `Counter` are plain maps.",
  explanation:
    "`counts[word]++` and `groups[key] = append(groups[key], item)` work on a Go map without any preparation: a missing key reads as zero, nil or the empty string. Python needs `defaultdict(int)`, `defaultdict(list)` or `Counter` for that. " +
    "Reading a missing key of a `defaultdict` stores it; reading a Go map never does.",
  references: [
    { title: "Go maps in action", url: "https://go.dev/blog/maps" },
    {
      title: "Python: collections.defaultdict",
      url: "https://docs.python.org/3/library/collections.html#collections.defaultdict",
    },
    {
      title: "Python: collections.Counter",
      url: "https://docs.python.org/3/library/collections.html#collections.Counter",
    },
  ],
  refines: { python: { Call: lift } },
  snippets: [
    {
      language: "go",
      prefix: "counter",
      terms: ["Counter", "defaultdict(int)"],
      description: "Count occurrences",
      body: [
        "${1:counts} := map[${2:string}]int{}",
        "for _, ${3:item} := range ${4:items} {",
        "\t${1:counts}[${3:item}]++",
        "}",
        "$0",
      ],
    },
    {
      language: "go",
      prefix: "groupby",
      terms: ["defaultdict(list)", "group"],
      description: "Group by a key",
      body: [
        "${1:groups} := map[${2:string}][]${3:string}{}",
        "for _, ${4:item} := range ${5:items} {",
        "\t${1:groups}[${6:key}] = append(${1:groups}[${6:key}], ${4:item})",
        "}",
        "$0",
      ],
    },
  ],
  examples: [
    {
      title: "Counting and grouping",
      python:
        'from collections import Counter, defaultdict\n\n\ndef longest(names: list[str]) -> int:\n    groups: dict[int, list[str]] = defaultdict(list)\n    for name in names:\n        groups[len(name)].append(name)\n    return len(groups[3]) + Counter(names)["bob"]\n\n\nprint(longest(["ann", "bob", "bob", "al"]))\n',
      go: 'func longest(names []string) int {\n\tgroups := map[int][]string{}\n\tcounts := map[string]int{}\n\tfor _, name := range names {\n\t\tgroups[len(name)] = append(groups[len(name)], name)\n\t\tcounts[name]++\n\t}\n\treturn len(groups[3]) + counts["bob"]\n}\n\nfmt.Println(longest([]string{"ann", "bob", "bob", "al"}))\n',
    },
  ],
});
