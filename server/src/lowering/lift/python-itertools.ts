import { expression, variable } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { bigIntType, iteratorOf, listOf, tupleOf } from "../../types/build.ts";
import { join } from "../../types/relations.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { elementType } from "../passes/loops.ts";
import { Untranslatable } from "../untranslatable.ts";
import { applyFunction, closureOf } from "./python-apply.ts";

type Options = Record<string, ir.Expression>;

/** The parameters of each tool, iterables first; `*` takes the rest. */
const parameters: Readonly<Record<ir.IteratorTool, readonly string[]>> = {
  accumulate: ["iterable", "func", "initial"],
  batched: ["iterable", "n"],
  chain: ["*"],
  combinations: ["iterable", "r"],
  combinations_with_replacement: ["iterable", "r"],
  count: ["start", "step"],
  cycle: ["iterable"],
  dropwhile: ["predicate", "iterable"],
  groupby: ["iterable", "key"],
  islice: ["iterable", "start", "stop", "step"],
  pairwise: ["iterable"],
  permutations: ["iterable", "r"],
  product: ["*", "repeat"],
  repeat: ["object", "times"],
  takewhile: ["predicate", "iterable"],
  tee: ["iterable", "n"],
  zip_longest: ["*", "fillvalue"],
};

/** Lifts a call of `itertools`; undefined for all others. */
export function liftItertool(node: py.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  const path = target?.kind === "library" ? target.name : libraryPath(node, context);
  if (path?.startsWith("itertools.") !== true) return undefined;
  if (path === "itertools.chain.from_iterable") return fromIterable(node, context);
  const tool = path.slice("itertools.".length) as ir.IteratorTool;
  if (!Object.hasOwn(parameters, tool)) return undefined;
  const given = argumentsOf(node, tool);
  const made = make(tool, given, context);
  if (!made) return undefined;
  const { element, ...rest } = made;
  return expression("Itertool", tool === "tee" ? element : iteratorOf(element, "generator"), { tool, ...rest });
}

function libraryPath(node: py.Call, context: PythonLiftContext): string | undefined {
  const { func } = node;
  if (func.kind === "Attribute" && func.attr === "from_iterable" && context.typeOf(func.value).kind === "class") {
    const inner = func.value;
    const name = inner.kind === "Name" ? inner.id : inner.kind === "Attribute" ? inner.attr : "";
    return name === "chain" ? "itertools.chain.from_iterable" : undefined;
  }
  const type = context.typeOf(func);
  const isChain =
    type.kind === "class" && type.instance.kind === "named" && type.instance.symbol.module === "itertools";
  return isChain ? "itertools.chain" : undefined;
}

interface Given {
  readonly iterables: readonly py.Expression[];
  readonly named: ReadonlyMap<string, py.Expression>;
}

function argumentsOf(node: py.Call, tool: ir.IteratorTool): Given {
  const names = parameters[tool];
  const named = new Map<string, py.Expression>();
  for (const { arg, value } of node.keywords) {
    if (arg === undefined)
      throw new Untranslatable("spread-argument", "Arguments from a dict are not translated for `itertools`.");
    named.set(arg === "selectors" ? "data" : arg, value);
  }
  if (names[0] === "*") return { iterables: node.args, named };
  const isOneBound = tool === "islice" && node.args.length === 2;
  const positional = isOneBound ? ["iterable", "stop"] : names;
  node.args.forEach((value, position) => {
    const name = positional[position];
    if (name !== undefined) named.set(name, value);
  });
  const iterable = named.get("iterable") ?? named.get("object");
  return { iterables: iterable ? [iterable] : [], named };
}

interface Made {
  readonly element: Type;
  readonly operands: readonly ir.Expression[];
  readonly options: Options;
}

function make(tool: ir.IteratorTool, { iterables, named }: Given, context: PythonLiftContext): Made | undefined {
  const operands = iterables.map((node) =>
    node.kind === "Starred"
      ? expression("Spread", context.typeOf(node.value), { operand: context.expression(node.value) })
      : context.expression(node),
  );
  const types = operands.map((operand) =>
    operand.kind === "Spread" ? elementType(elementType(operand.type)) : elementType(operand.type),
  );
  const [element] = types;
  const number = (name: string): Options => {
    const node = named.get(name);
    return node ? { [name]: context.coerced(node, bigIntType) } : {};
  };
  if (tool === "count") return counted(named, context);
  if (!element) return undefined;
  if (tool !== "repeat" && types.some((type) => type.kind === "unknown" || type.kind === "any"))
    throw new Untranslatable("iteration", "What is gone through here has a type that is not known.");
  switch (tool) {
    case "accumulate":
      return accumulated(operands, element, named, context);
    case "batched":
      return { element: { kind: "tuple", elements: [], rest: element }, operands, options: number("n") };
    case "chain":
      return { element: types.reduce(join), operands, options: {} };
    case "cycle":
      return { element, operands, options: {} };
    case "combinations":
    case "combinations_with_replacement":
    case "permutations": {
      const node = named.get("r");
      const options = node && !isNone(node) ? number("r") : {};
      return { element: selection(element, integerValue(options.r)), operands, options };
    }
    case "dropwhile":
    case "takewhile":
      return { element, operands, options: { predicate: predicate(named.get("predicate"), element, context) } };
    case "groupby": {
      const node = named.get("key");
      const key =
        node && !isNone(node) ? closureOf(applyFunction(node, [element], context)) : identity(element, context);
      return { element: tupleOf([key.result, listOf(element)]), operands, options: { key } };
    }
    case "islice":
      return { element, operands, options: bounds(named, context) };
    case "pairwise":
      return { element: tupleOf([element, element]), operands, options: {} };
    case "product": {
      const options = number("repeat");
      return { element: combined(types, operands, options.repeat), operands, options };
    }
    case "repeat":
      return { element: operands[0]!.type, operands, options: number("times") };
    case "tee": {
      const options = number("n");
      const count = options.n === undefined ? 2n : integerValue(options.n);
      if (count === undefined) return undefined;
      return { element: tupleOf(Array.from({ length: Number(count) }, () => iteratorOf(element))), operands, options };
    }
    case "zip_longest":
      return longest(operands, types, named, context);
  }
}

function isNone(node: py.Expression): boolean {
  return node.kind === "Constant" && node.value.type === "None";
}

function counted(named: ReadonlyMap<string, py.Expression>, context: PythonLiftContext): Made {
  const nodes = ["start", "step"].flatMap((name) => (named.has(name) ? [context.expression(named.get(name)!)] : []));
  const element = nodes.map((node) => node.type).reduce(join, bigIntType as Type);
  const option = (name: string): Options => {
    const node = named.get(name);
    return node ? { [name]: context.coerced(node, element) } : {};
  };
  return { element, operands: [], options: { ...option("start"), ...option("step") } };
}

function accumulated(
  operands: readonly ir.Expression[],
  element: Type,
  named: ReadonlyMap<string, py.Expression>,
  context: PythonLiftContext,
): Made {
  const initialNode = named.get("initial");
  const initial = initialNode && !isNone(initialNode) ? context.expression(initialNode) : undefined;
  const total = initial?.type ?? element;
  const node = named.get("func");
  const func =
    node && !isNone(node) ? closureOf(applyFunction(node, [total, element], context)) : sum(element, context);
  const result = func.result;
  return {
    element: result.kind === "unknown" ? total : result,
    operands,
    options: { func, ...(initial ? { initial: context.coerce(initial, result) } : {}) },
  };
}

/** What `accumulate` does without a function: it adds. */
function sum(type: Type, context: PythonLiftContext): ir.Closure {
  const [a, b] = [context.temporary("a", type), context.temporary("b", type)];
  const operands = { left: variable(a), right: variable(b) };
  const result =
    type.kind === "int" || type.kind === "float" || type.kind === "complex"
      ? expression("Arithmetic", type, { operator: "add", ...operands })
      : expression("Concatenate", type, operands);
  return closureOf({ parameters: [a, b], result });
}

function identity(type: Type, context: PythonLiftContext): ir.Closure {
  const item = context.temporary("item", type);
  return closureOf({ parameters: [item], result: variable(item) });
}

function predicate(node: py.Expression | undefined, element: Type, context: PythonLiftContext): ir.Closure {
  if (!node) throw new Untranslatable("missing-argument", "This function of `itertools` needs a test.");
  const { parameters: list, result } = applyFunction(node, [element], context);
  const test = result.type.kind === "bool" ? result : expression("Truth", { kind: "bool" }, { operand: result });
  return closureOf({ parameters: list, result: test });
}

function bounds(named: ReadonlyMap<string, py.Expression>, context: PythonLiftContext): Options {
  const options: Options = {};
  for (const name of ["start", "stop", "step"]) {
    const node = named.get(name);
    if (node && !isNone(node)) options[name] = context.coerced(node, bigIntType);
  }
  return options;
}

/** Choices of a known size are tuples of that length. */
function selection(element: Type, size: bigint | undefined): Type {
  return size !== undefined && size > 0n && size <= 6n
    ? tupleOf(Array.from({ length: Number(size) }, () => element))
    : { kind: "tuple", elements: [], rest: element };
}

function combined(types: readonly Type[], operands: readonly ir.Expression[], repeat: ir.Expression | undefined): Type {
  const times = repeat === undefined ? 1n : integerValue(repeat);
  const isOpen = times === undefined || operands.some((operand) => operand.kind === "Spread");
  const all = isOpen ? [] : Array.from({ length: Number(times) }, () => types).flat();
  if (isOpen || all.length === 0 || all.length > 6) return { kind: "tuple", elements: [], rest: types.reduce(join) };
  return tupleOf(all);
}

function longest(
  operands: readonly ir.Expression[],
  types: readonly Type[],
  named: ReadonlyMap<string, py.Expression>,
  context: PythonLiftContext,
): Made {
  const node = named.get("fillvalue");
  const [first, second] = types;
  if (!node || isNone(node) || !first || !second) return { element: tupleOf(types), operands, options: {} };
  const value = context.expression(node);
  const joined = [join(first, value.type), join(second, value.type)];
  const fills = joined.map((type) => context.coerce(value, type));
  return {
    element: tupleOf(joined),
    operands,
    options: { fillvalue: expression("TupleLiteral", tupleOf(joined), { elements: fills }) },
  };
}

function fromIterable(node: py.Call, context: PythonLiftContext): ir.Expression | undefined {
  const [only] = node.args;
  if (!only) return undefined;
  const operand = context.expression(only);
  const element = elementType(elementType(operand.type));
  if (element.kind === "unknown")
    throw new Untranslatable("iteration", "What is gone through here has a type that is not known.");
  return expression("Itertool", iteratorOf(element, "generator"), {
    tool: "chain",
    operands: [expression("Spread", operand.type, { operand })],
    options: {},
  });
}
