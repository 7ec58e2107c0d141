import type * as goTree from "../../go/tree.ts";
import { boolean, expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { boolType, listOf, noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { elementOf, isNew, listOfElements } from "../../lowering/go/collect.ts";
import { compareFunction, isPlainlyOrdered } from "../../lowering/go/equality.ts";
import { entryKey } from "../../lowering/go/entry-key.ts";
import { keyComparison, keyEvaluatedOnce } from "../../lowering/go/extreme.ts";
import { isTotalKey } from "../../lowering/order.ts";
import { asMap } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftGoSort } from "../../lowering/lift/go-sorting.ts";
import { applyFunction, applyKey, closureOf } from "../../lowering/lift/python-apply.ts";
import { builtinCall, builtinMethod, type CallOperands } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { elementType } from "../../lowering/passes/loops.ts";

interface Options {
  readonly key?: ir.Expression | undefined;
  readonly reverse?: ir.Expression | undefined;
}

function options(call: CallOperands, element: Type, context: PythonLiftContext): Options {
  const key = call.keyword("key");
  const reverse = call.keyword("reverse");
  const isNone = key?.kind === "Constant" && key.value.type === "None";
  return {
    key: key && !isNone ? keyFunction(key, element, context) : undefined,
    reverse: reverse && context.condition(reverse),
  };
}

function keyFunction(node: pyTree.Expression, element: Type, context: PythonLiftContext): ir.Expression {
  if (node.kind === "Call") {
    const target = context.analysis.callOf(node);
    const [order] = node.args;
    if (target?.kind === "library" && target.name === "functools.cmp_to_key" && order) {
      return closureOf(applyFunction(order, [element, element], context));
    }
  }
  return closureOf(applyKey(node, element, context));
}

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const sorted = builtinCall(node, "sorted", context);
  const [first] = sorted?.positional ?? [];
  if (sorted && first) {
    const iterable = context.expression(first);
    const element = elementType(iterable.type);
    return expression("Sorted", listOf(element), { iterable, ...options(sorted, element, context) });
  }
  const chosen = chosenByKey(node, context);
  if (chosen) return chosen;
  const sort = builtinMethod(node, ["list"], "sort", context);
  if (!sort || sort.receiverType.kind !== "list") return undefined;
  return expression("ListSort", noneType, {
    list: context.expression(sort.receiver),
    ...options(sort, sort.receiverType.element, context),
  });
}

/** `heapq.nsmallest(n, xs, key=f)`, which is `sorted(xs, key=f)[:n]`, as `nlargest` is the same in reverse. */
function chosenByKey(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = node.keywords.length > 0 ? context.analysis.callOf(node) : undefined;
  const [count, first] = node.args;
  const [key, ...others] = node.keywords;
  if (target?.kind !== "library" || !/^heapq\.n(smallest|largest)$/.test(target.name)) return undefined;
  if (!count || !first || key?.arg !== "key" || others.length > 0) return undefined;
  const high = context.expression(count);
  // A slice counts a negative bound from the end.
  if (!(context.analysis.lowerBound(count) >= 0)) return undefined;
  const iterable = context.expression(first);
  const element = elementType(iterable.type);
  const list = expression("Sorted", listOf(element), {
    iterable,
    key: keyFunction(key.value, element, context),
    reverse: target.name === "heapq.nlargest" ? boolean(true) : undefined,
  });
  return expression("Slice", listOf(element), {
    object: list,
    high,
    unit: "element",
    wraps: false,
    clamps: true,
    shares: false,
  });
}

/** Whether the key is what `cmp_to_key` made of a function of two elements. */
function isComparison(key: ir.Expression): key is ir.Closure {
  return key.kind === "Closure" && key.parameters.length === 2;
}

/** The function that compares two elements: that of the source itself where it has a name. */
function comparison(key: ir.Closure, isReversed: boolean, context: GoLowerContext): goTree.Expr {
  const [left, right] = key.parameters as [ir.Parameter, ir.Parameter];
  if (isReversed) return context.expression({ ...key, parameters: [right, left] });
  const [only] = key.body;
  const call = only?.kind === "Return" ? only.value : undefined;
  const isPlain =
    call?.kind === "Call" &&
    call.callee.kind === "Variable" &&
    call.callee.binding.kind === "function" &&
    !context.fails(call) &&
    call.arguments.every(
      ({ value }, position) => value.kind === "Variable" && value.binding === key.parameters[position]?.binding,
    );
  return isPlain ? context.expression(call.callee) : context.expression(key);
}

interface Captured {
  readonly value: goTree.Stmt;
  readonly emitted: readonly goTree.Stmt[];
}

/** Finds all keys first, as Python does, and sorts by them. */
function sortByKeys(
  list: goTree.Expr,
  key: NonNullable<ReturnType<typeof keyEvaluatedOnce>>,
  isReversed: boolean,
  context: GoLowerContext,
): goTree.Stmt {
  const keys = context.fresh("keys");
  const found = context.capture(() => context.expression(key.value));
  const item = context.name(key.item);
  context.emit(
    go.define(keys, go.composite(go.sliceType(context.type(key.value.type)), [])),
    go.range(undefined, item, list, [
      ...found.emitted,
      go.assign(go.ident(keys), go.call("append", go.ident(keys), found.value)),
    ]),
  );
  const order = compareFunction(key.value.type, context);
  return go.statement(
    go.call(context.helper("sortByKeys"), list, go.ident(keys), order, go.ident(isReversed ? "true" : "false")),
  );
}

/** Emits what sorts a list that nobody else must see unsorted. Sorting with a key is stable, as Python's is; among equal numbers and strings nobody can tell. */
function sortInPlace(
  list: goTree.Expr,
  element: Type,
  { key, reverse }: Options,
  context: GoLowerContext,
): goTree.Stmt {
  if (reverse && reverse.kind !== "BooleanLiteral") {
    const test = context.expression(reverse);
    const [down, up] = [true, false].map((value) => {
      const fixed = { key, reverse: expression("BooleanLiteral", boolType, { value }) };
      return context.capture(() => sortInPlace(list, element, fixed, context));
    }) as [Captured, Captured];
    return go.ifStatement(test, [...down.emitted, down.value], [...up.emitted, up.value]);
  }
  const isReversed = reverse?.kind === "BooleanLiteral" && reverse.value;
  if (key && isComparison(key))
    return go.statement(go.libraryCall("slices", "SortStableFunc", list, comparison(key, isReversed, context)));
  const once = key && keyEvaluatedOnce(key, context);
  if (once) return sortByKeys(list, once, isReversed, context);
  if (key)
    return go.statement(
      go.libraryCall("slices", "SortStableFunc", list, keyComparison(element, key, isReversed, context)),
    );
  if (!isReversed) {
    if (isPlainlyOrdered(element)) return go.statement(go.libraryCall("slices", "Sort", list));
    return go.statement(go.libraryCall("slices", "SortStableFunc", list, compareFunction(element, context)));
  }
  const [a, b] = [context.fresh("a"), context.fresh("b")];
  const binding = {
    name: "item",
    kind: "local" as const,
    id: "sort/item",
    type: element,
    captured: false,
    assignments: 1,
    reads: 1,
  };
  const identity = expression("Variable", element, { binding });
  const same = expression(
    "Closure",
    { kind: "function", parameters: [{ type: element }], result: element },
    {
      parameters: [{ binding, type: element, kind: "positional" }],
      result: element,
      body: [{ sort: "statement", kind: "Return", value: identity }],
    },
  );
  if (isPlainlyOrdered(element)) {
    const lowered = context.type(element);
    const body = go.block([go.returnStatement(go.libraryCall("cmp", "Compare", go.ident(b), go.ident(a)))]);
    return go.statement(
      go.libraryCall(
        "slices",
        "SortFunc",
        list,
        go.functionLiteral(
          [
            [a, lowered],
            [b, lowered],
          ],
          [go.ident("int")],
          body,
        ),
      ),
    );
  }
  return go.statement(go.libraryCall("slices", "SortStableFunc", list, keyComparison(element, same, true, context)));
}

function sortedToGo(node: ir.Sorted, context: GoLowerContext): goTree.Expr {
  const { iterable } = node;
  const element = elementOf(iterable);
  const isPlain = node.key === undefined && node.reverse === undefined && isPlainlyOrdered(element);
  const isMap = (iterable.type.kind === "dict" || iterable.type.kind === "set") && iterable.kind !== "Iterate";
  if (isPlain && isMap)
    return go.libraryCall("slices", "Sorted", go.libraryCall("maps", "Keys", mapOf(iterable, context)));
  if (
    isPlain &&
    iterable.kind === "Iterate" &&
    (iterable.form === "keys" || iterable.form === "values") &&
    iterable.operands[0]
  ) {
    return go.libraryCall(
      "slices",
      "Sorted",
      go.libraryCall("maps", iterable.form === "keys" ? "Keys" : "Values", mapOf(iterable.operands[0], context)),
    );
  }
  // Elements with equal keys keep the order they came in, which can then be seen; in pairs of a dict no two are equal.
  const isOrderObserved = node.key !== undefined && !isTotalKey(node.key);
  const list = listOfElements(iterable, true, isOrderObserved, context, "sorted");
  const target =
    list.kind === "Ident" && (isNew(iterable) || iterable.type.kind !== "list")
      ? list
      : context.temporary("sorted", list);
  const key = node.key ?? entryKey(iterable);
  context.emit(sortInPlace(target, element, { key, reverse: node.reverse }, context));
  return target;
}

function mapOf(node: ir.Expression, context: GoLowerContext): goTree.Expr {
  return asMap(context.expression(node), node.type, context);
}

function pythonOptions(node: Options, context: PythonLowerContext): pyTree.Keyword[] {
  const keywords: pyTree.Keyword[] = [];
  if (node.key) keywords.push(py.keyword("key", context.expression(node.key)));
  if (node.reverse) keywords.push(py.keyword("reverse", context.expression(node.reverse)));
  return keywords;
}

export default defineConstruct({
  id: "sorting",
  title: "Sorting",
  summary: "`sorted` is a clone and `slices.Sort`; a key becomes a comparison for `slices.SortStableFunc`.",
  explanation:
    "Python sorts by a key, Go by a function that compares two elements and gives a negative number, zero or a positive one; `cmp.Compare` makes it, and `cmp.Or` chains several. Python's sort is stable, so a key becomes `SortStableFunc`. " +
    "`sorted` leaves its argument alone, hence the clone.",
  references: [
    { title: "Go: slices.SortFunc", url: "https://pkg.go.dev/slices#SortFunc" },
    { title: "Go: cmp.Or", url: "https://pkg.go.dev/cmp#Or" },
    { title: "Python: Sorting techniques", url: "https://docs.python.org/3/howto/sorting.html" },
  ],
  refines: { python: { Call: lift }, go: { CallExpr: liftGoSort } },
  lower: {
    go: {
      Sorted: sortedToGo,
      ListSort: (node, context) => {
        const { type } = node.list;
        const element = type.kind === "list" ? type.element : elementOf(node.list);
        const list = context.expression(node.list);
        const statement = sortInPlace(list, element, node, context);
        if (statement.kind === "ExprStmt") return statement.x;
        context.emit(statement);
        return go.nothing();
      },
    },
    python: {
      Sorted: (node, context) => py.call("sorted", [context.expression(node.iterable)], pythonOptions(node, context)),
      ListSort: (node, context) =>
        py.call(py.attribute(context.expression(node.list), "sort"), [], pythonOptions(node, context)),
    },
  },
  snippets: [
    {
      language: "python",
      prefix: "sortby",
      terms: ["sort.Slice", "slices.SortFunc", "sort by"],
      description: "Sort by a key",
      body: ["${1:items}.sort(key=lambda ${2:item}: ${2:item}.${3:field})"],
    },
    {
      language: "python",
      prefix: "sortbytwo",
      terms: ["cmp.Or", "sort by two keys", "slices.SortStableFunc"],
      description: "Sort by two keys, the second downwards",
      body: ["${1:items}.sort(key=lambda ${2:item}: (${2:item}.${3:first}, -${2:item}.${4:second}))"],
    },
    {
      language: "go",
      prefix: "sortkey",
      terms: ["sorted", "sort key", "lambda"],
      description: "Sort by a key",
      body: [
        "slices.SortStableFunc(${1:items}, func(a, b ${2:Item}) int {",
        "\treturn cmp.Compare(a.${3:Key}, b.${3:Key})",
        "})$0",
      ],
    },
  ],
  examples: [
    {
      title: "By value and by key",
      python:
        'def shortest(words: list[str]) -> str:\n    by_length = sorted(words, key=lambda word: (len(word), word))\n    numbers = sorted([3, 1, 2], reverse=True)\n    return by_length[0] + str(numbers[0])\n\n\nprint(shortest(["ccc", "b", "a"]))\n',
      go: 'func shortest(words []string) string {\n\tbyLength := slices.Clone(words)\n\tslices.SortStableFunc(byLength, func(a, b string) int {\n\t\treturn cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))\n\t})\n\tnumbers := []int{3, 1, 2}\n\tslices.SortFunc(numbers, func(a, b int) int { return cmp.Compare(b, a) })\n\treturn byLength[0] + strconv.Itoa(numbers[0])\n}\n\nfmt.Println(shortest([]string{"ccc", "b", "a"}))\n',
    },
  ],
});
