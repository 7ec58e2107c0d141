import type { ExpansionEnvironment } from "./expand-environment.ts";
import { parametersOf, placed, rebuildExpression } from "./expand-tree.ts";
import * as build from "./build.ts";
import type { Arg, BinaryOperator, Call, CompareOperator, Expression } from "./tree.ts";

/*
 * Functions of `operator`, `functools` and `itertools` that stand for an expression of the language: `operator.mul` is `lambda a, b: a * b`,
 * `itemgetter(1)` is `lambda item: item[1]`, `starmap(f, pairs)` is `(f(a, b) for a, b in pairs)`. Written out, they get exact types and no
 * call that does not read well in another language.
 */

const binary: Readonly<Record<string, BinaryOperator>> = {
  add: "Add",
  concat: "Add",
  iadd: "Add",
  sub: "Sub",
  mul: "Mult",
  imul: "Mult",
  truediv: "Div",
  floordiv: "FloorDiv",
  mod: "Mod",
  pow: "Pow",
  and_: "BitAnd",
  or_: "BitOr",
  xor: "BitXor",
  lshift: "LShift",
  rshift: "RShift",
};
const comparing: Readonly<Record<string, CompareOperator>> = {
  eq: "Eq",
  ne: "NotEq",
  lt: "Lt",
  le: "LtE",
  gt: "Gt",
  ge: "GtE",
  is_: "Is",
  is_not: "IsNot",
};

/** The operation that a function of `operator` carries out on these operands; undefined for functions that are none. */
function operation(name: string, operands: readonly Expression[]): Expression | undefined {
  const [left, right] = operands;
  if (left === undefined) return undefined;
  if (operands.length === 1)
    switch (name) {
      case "neg":
        return build.unaryOp("USub", left);
      case "pos":
        return build.unaryOp("UAdd", left);
      case "invert":
      case "inv":
        return build.unaryOp("Invert", left);
      case "not_":
        return build.not(left);
      case "truth":
        return build.call("bool", [left]);
      case "abs":
        return build.call("abs", [left]);
      default:
        return undefined;
    }
  if (operands.length !== 2 || right === undefined) return undefined;
  const operator = binary[name];
  if (operator !== undefined) return build.binOp(left, operator, right);
  const comparison = comparing[name];
  if (comparison !== undefined) return build.compare(left, comparison, right);
  if (name === "contains") return build.compare(right, "In", left);
  return name === "getitem" ? build.subscript(left, right) : undefined;
}

const unary: ReadonlySet<string> = new Set(["neg", "pos", "invert", "inv", "not_", "truth", "abs"]);

/** A reference to a function of `operator` as a lambda; undefined for everything else. */
export function expandReference(node: Expression, environment: ExpansionEnvironment): Expression | undefined {
  const path = node.kind === "Name" || node.kind === "Attribute" ? environment.pathOf(node) : undefined;
  if (path?.startsWith("operator.") !== true) return undefined;
  const name = path.slice("operator.".length);
  const names = unary.has(name) ? ["a"] : ["a", "b"];
  const body = operation(
    name,
    names.map((parameter) => build.name(parameter)),
  );
  return (
    body && placed(build.lambda(build.parameters(names.map((parameter) => build.arg(parameter))), body), node.span)
  );
}

/** A call of one of these functions as what it stands for; undefined for every other call. `func` is what the source calls. */
export function expandCall(node: Call, func: Expression, environment: ExpansionEnvironment): Expression | undefined {
  const path = environment.pathOf(func);
  if (path === undefined || node.args.some((arg) => arg.kind === "Starred")) return undefined;
  const made = expansionOf(path, node, environment);
  return made && placed(made, node.span);
}

function expansionOf(path: string, node: Call, environment: ExpansionEnvironment): Expression | undefined {
  const { args, keywords } = node;
  if (path === "functools.partial") return partial(node, environment);
  if (path === "operator.methodcaller") {
    const [method, ...rest] = args;
    const name = textOf(method);
    if (name === undefined || ![...rest, ...keywords.map((keyword) => keyword.value)].every(isSteady)) return undefined;
    return onItem((item) => build.call(build.attribute(item, name), rest, keywords));
  }
  if (keywords.length > 0) return undefined;
  switch (path) {
    case "operator.itemgetter":
      return args.every(isSteady) ? getter(args.map((key) => (item) => build.subscript(item, key))) : undefined;
    case "operator.attrgetter": {
      const paths = args.map(textOf);
      return paths.every((text) => text !== undefined)
        ? getter(paths.map((text) => (item) => member(item, text)))
        : undefined;
    }
    case "itertools.starmap":
      return starmap(args);
    case "itertools.filterfalse":
      return rejected(args);
    case "itertools.compress":
      return compressed(args);
    default:
      return path.startsWith("operator.") ? operation(path.slice("operator.".length), args) : undefined;
  }
}

function onItem(make: (item: Expression) => Expression): Expression {
  return build.lambda(build.parameters([build.arg("item")]), make(build.name("item")));
}

/** What one getter gives, or the tuple of what several do. */
function getter(makers: readonly ((item: Expression) => Expression)[]): Expression | undefined {
  const [only, ...others] = makers;
  if (only === undefined) return undefined;
  return onItem((item) => (others.length === 0 ? only(item) : build.tuple(makers.map((make) => make(item)))));
}

function member(object: Expression, path: string): Expression {
  return path.split(".").reduce((inner, name) => build.attribute(inner, name), object);
}

function textOf(node: Expression | undefined): string | undefined {
  return node?.kind === "Constant" && node.value.type === "str" ? node.value.value : undefined;
}

/** Whether the expression gives the same whenever it is evaluated. */
function isSteady(node: Expression): boolean {
  return node.kind === "Constant" || (node.kind === "UnaryOp" && node.operand.kind === "Constant");
}

function starmap(args: readonly Expression[]): Expression | undefined {
  const [func, pairs] = args;
  if (!func || !pairs) return undefined;
  const parameters = func.kind === "Lambda" ? func.args.args.map((parameter) => parameter.arg) : undefined;
  const names = parameters ?? (pairs.kind === "List" ? tupleNames(pairs.elts[0]) : undefined);
  const target = names ? build.tuple(names.map((name) => build.name(name))) : build.name("item");
  const operands = names ? names.map((name) => build.name(name)) : [build.starred(build.name("item"))];
  const element = func.kind === "Lambda" ? func.body : build.call(func, operands);
  return build.generatorExp(element, [build.comprehension(target, pairs)]);
}

function tupleNames(node: Expression | undefined): readonly string[] | undefined {
  return node?.kind === "Tuple" ? node.elts.map((_, position) => `part${String(position + 1)}`) : undefined;
}

function rejected([test, items]: readonly Expression[]): Expression | undefined {
  if (!test || !items) return undefined;
  const name = test.kind === "Lambda" ? (test.args.args[0]?.arg ?? "item") : "item";
  const item = build.name(name);
  const isNone = test.kind === "Constant" && test.value.type === "None";
  const value = isNone ? item : test.kind === "Lambda" ? test.body : build.call(test, [item]);
  return build.generatorExp(build.name(name), [build.comprehension(build.name(name), items, [build.not(value)])]);
}

function compressed([items, selectors]: readonly Expression[]): Expression | undefined {
  if (!items || !selectors) return undefined;
  const target = build.tuple([build.name("item"), build.name("selected")]);
  return build.generatorExp(build.name("item"), [
    build.comprehension(target, build.call("zip", [items, selectors]), [build.name("selected")]),
  ]);
}

/**
 * `partial(f, 2)` of a function of the module, an operator or a lambda as a lambda of the parameters that are left. Values that can change are kept
 * from when it is made, as defaults.
 */
function partial(node: Call, environment: ExpansionEnvironment): Expression | undefined {
  const [func, ...given] = node.args;
  const parameters = func && parameterList(func, environment);
  if (!parameters || node.keywords.some((keyword) => keyword.arg === undefined)) return undefined;
  const named = new Set(node.keywords.map((keyword) => keyword.arg));
  if (given.length > parameters.filter((parameter) => !parameter.keyword).length) return undefined;
  const left = parameters
    .slice(given.length)
    .filter(({ arg, keyword }) => !keyword && !arg.default && !named.has(arg.arg));
  const kept: Arg[] = [];
  const keep = (value: Expression, wish: string): Expression => {
    if (isSteady(value) || value.kind === "Lambda" || (value.kind === "Name" && environment.definition(value.id)))
      return value;
    const name = left.some(({ arg }) => arg.arg === wish) ? `${wish}_value` : wish;
    kept.push(build.arg(name, undefined, value));
    return build.name(name);
  };
  const values = given.map((value, position) => keep(value, parameters[position]!.arg.arg));
  const keywords = node.keywords.map(({ arg, value }) => build.keyword(arg, keep(value, arg!)));
  const rest = left.map(({ arg }) =>
    node.keywords.length > 0 &&
    parameters.some(
      (parameter) =>
        named.has(parameter.arg.arg) &&
        parameters.indexOf(parameter) < parameters.findIndex((other) => other.arg === arg),
    )
      ? { keyword: build.keyword(arg.arg, build.name(arg.arg)) }
      : { value: build.name(arg.arg) },
  );
  const whole = build.parameters([...left.map(({ arg }) => build.arg(arg.arg)), ...kept]);
  if (func.kind === "Lambda" && node.keywords.length === 0) {
    const meant = new Map(values.map((value, position) => [parameters[position]!.arg.arg, value]));
    return build.lambda(whole, substituted(func.body, meant));
  }
  const call = build.call(
    func,
    [...values, ...rest.flatMap(({ value }) => (value ? [value] : []))],
    [...keywords, ...rest.flatMap(({ keyword }) => (keyword ? [keyword] : []))],
  );
  return build.lambda(whole, call);
}

function substituted(body: Expression, meant: ReadonlyMap<string, Expression>): Expression {
  return rebuildExpression(body, (inner) => (inner.kind === "Name" ? (meant.get(inner.id) ?? inner) : inner));
}

interface PartialParameter {
  readonly arg: Arg;
  readonly keyword: boolean;
}

/** The parameters of a function whose definition is in sight. */
function parameterList(func: Expression, environment: ExpansionEnvironment): readonly PartialParameter[] | undefined {
  const plain = (arg: Arg): PartialParameter => ({ arg, keyword: false });
  if (func.kind === "Lambda") return func.args.vararg || func.args.kwarg ? undefined : func.args.args.map(plain);
  if (func.kind !== "Name") return undefined;
  if (func.id === "pow") return [plain(build.arg("base")), plain(build.arg("exponent"))];
  const definition = environment.definition(func.id);
  if (!definition || definition.args.vararg || definition.args.kwarg) return undefined;
  const keywordOnly = new Set(definition.args.kwonlyargs);
  return parametersOf(definition).map((arg) => ({ arg, keyword: keywordOnly.has(arg) }));
}
