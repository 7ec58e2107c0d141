import { none } from "../../ir/build.ts";
import { mapChildren } from "../../ir/walk.ts";
import { noneType } from "../../types/build.ts";
import { mapBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import type { FunctionFacts, FunctionNode } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type, TypeParameterType } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { beginExit, finishExit, isExitName } from "./exit-methods.ts";
import { describedInput } from "./python-web.ts";
import { blockId, isManaging } from "./python-with.ts";

/** Lifts `def` and `async def`; `isUndecorated` where the decorators are somebody else's. Methods get their receiver and flavour from the class that holds them. */
export function liftPythonFunction(
  node: FunctionNode,
  context: PythonLiftContext,
  isUndecorated = false,
): ir.LocalDeclaration {
  const facts = context.analysis.functionFacts(node);
  if (!isUndecorated) for (const decorator of node.decoratorList) checkDecorator(decorator, context);
  const parameters = facts.parameters.map((parameter): ir.Parameter => {
    if (parameter.type.kind === "unknown" && !isExitName(node.name)) reportUnknown(parameter.node, context);
    const described = describedInput(parameter, context);
    const defaultValue = described
      ? described.defaultValue
      : parameter.default && context.coerced(parameter.default, parameter.type);
    return {
      binding: context.bindingOf(parameter.node),
      type: parameter.type,
      kind: parameter.kind,
      ...(described ? { input: described.input } : {}),
      ...(defaultValue ? { defaultValue } : {}),
      origin: context.origin(parameter.node),
    };
  });
  const { result } = facts;
  const isExit = beginExit(node, context);
  const lifted = context.statements(node.body, true);
  const manages = isManaging(node) && facts.isGenerator ? managed(node, result, context) : undefined;
  const body = manages
    ? finishReturns(lifted, noneType, context).map((statement) => handOver(statement, manages, context))
    : facts.isGenerator && result.kind === "iterator"
      ? finishReturns(lifted, noneType, context).map((statement) => finishYields(statement, result.element, context))
      : finishReturns(lifted, result, context);
  const declaration: ir.Function = {
    sort: "declaration",
    kind: "Function",
    binding: context.bindingOf(node),
    name: node.name,
    typeParameters: typeParametersOf([...parameters.map((parameter) => parameter.type), result]),
    parameters,
    result,
    body: returnsAtEnd(body, facts, result),
    flavour: "function",
    isAsync: facts.isAsync,
    isGenerator: facts.isGenerator,
    decorators: [],
    documentation: docstringOf(node),
    ...(manages ? { manages } : {}),
    ...decorationOf(node),
  };
  return {
    sort: "statement",
    kind: "LocalDeclaration",
    declaration: isExit ? finishExit(declaration, node, context) : declaration,
  };
}

function managed(node: FunctionNode, result: Type, context: PythonLiftContext): NonNullable<ir.Function["manages"]> {
  const given = result.kind === "iterator" ? result.element : noneType;
  const block = context.temporary("block", { kind: "function", parameters: [], result: noneType });
  return { block, id: blockId(node, context), given };
}

/** The `yield`s of a function that manages a context hand over to the block of the `with`. */
function handOver<N extends ir.Node>(
  node: N,
  manages: NonNullable<ir.Function["manages"]>,
  context: Pick<PythonLiftContext, "coerce">,
): N {
  if (node.kind === "Function" || node.kind === "Closure") return node;
  const inner = mapChildren(node as ir.Node, (child) => handOver(child, manages, context));
  if (inner.kind !== "Yield") return inner as N;
  const operand =
    inner.operand && manages.given.kind !== "none" ? context.coerce(inner.operand, manages.given) : undefined;
  return { ...inner, block: manages.id, ...(operand ? { operand } : {}) } as unknown as N;
}

/** Decorators that say something about a method and change nothing, or that the constructs of classes read. */
const silentDecorators: ReadonlySet<string> = new Set([
  "staticmethod",
  "classmethod",
  "property",
  "abstractmethod",
  "abc.abstractmethod",
  "override",
  "typing.override",
  "final",
  "typing.final",
  "overload",
  "typing.overload",
  "setter",
  "getter",
  "cached_property",
  "functools.cached_property",
  "wraps",
  "functools.wraps",
  "total_ordering",
  "field_validator",
  "pydantic.field_validator",
  "model_validator",
  "pydantic.model_validator",
]);
/** Decorators that only make calls cheaper; the result is the same where the function has no effects. */
const caching: ReadonlySet<string> = new Set(["cache", "functools.cache", "lru_cache", "functools.lru_cache"]);

function checkDecorator(decorator: py.Expression, context: PythonLiftContext): void {
  const name = nameOf(decorator);
  if (/(^|\.)(async)?contextmanager$/.test(name)) return;
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (silentDecorators.has(name) || last === "setter" || last === "getter") return;
  if (caching.has(name)) {
    context.report(decorator, {
      severity: "mark",
      code: "cached-function",
      message: `\`@${name}\` remembers results; the Go function computes them anew. Keep them in a map where that costs too much.`,
    });
    return;
  }
  context.report(decorator, {
    severity: "mark",
    code: "decorator",
    message: `The decorator \`@${name}\` is not applied in the translation; Go programs wrap the function by calling the decorator with it.`,
  });
}

function nameOf(node: py.Expression): string {
  if (node.kind === "Name") return node.id;
  if (node.kind === "Attribute") return `${nameOf(node.value)}.${node.attr}`;
  return node.kind === "Call" ? nameOf(node.func) : "";
}

function reportUnknown(node: py.Arg, context: PythonLiftContext): void {
  context.report(node, {
    severity: "caveat",
    code: "unknown-type",
    message: `Nothing says what type \`${node.arg}\` has, so it is \`any\` in Go; annotate it.`,
  });
}

/** The docstring without its indentation. */
export function docstringOf(node: { readonly body: readonly py.Statement[] }): string | undefined {
  const [first] = node.body;
  if (first?.kind !== "Expr" || first.value.kind !== "Constant" || first.value.value.type !== "str") return undefined;
  return dedent(first.value.value.value);
}

function dedent(text: string): string {
  const [head = "", ...rest] = text.split("\n");
  const indents = rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return [head.trim(), ...rest.map((line) => line.slice(indent).trimEnd())].join("\n").trim();
}

/** The type parameters that the types mention, each once. */
export function typeParametersOf(types: readonly Type[]): readonly TypeParameterType[] {
  const found = new Map<string, TypeParameterType>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== "object" || value === null || !("kind" in value)) return;
    const type = value as Type;
    if (type.kind === "parameter") {
      if (!found.has(type.name)) found.set(type.name, type);
      return;
    }
    for (const [key, part] of Object.entries(type)) {
      if (key === "symbol") continue;
      if (key === "parameters" && Array.isArray(part))
        for (const parameter of part as { type: Type }[]) visit(parameter.type);
      else visit(part);
    }
  };
  types.forEach(visit);
  return [...found.values()];
}

/** Gives each `return` of this function the function's result: values are converted, and a bare `return` gives None where others give values. */
export function finishReturns(body: Body, result: Type, context: Pick<PythonLiftContext, "coerce">): Body {
  return body.flatMap((statement): Body => {
    if (statement.kind !== "Return") return [mapBodies(statement, (inner) => finishReturns(inner, result, context))];
    const { value } = statement;
    if (statement.declines !== undefined) return [statement];
    if (value === undefined)
      return result.kind === "none" || result.kind === "unknown"
        ? [statement]
        : [{ ...statement, value: context.coerce(none(), result) }];
    if (result.kind !== "none") return [{ ...statement, value: context.coerce(value, result) }];
    const { value: _value, leading, blankBefore, ...bare } = statement;
    if (value.kind === "NoneLiteral")
      return [{ ...bare, ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) }];
    return [
      {
        sort: "statement",
        kind: "ExpressionStatement",
        expression: value,
        ...(statement.origin ? { origin: statement.origin } : {}),
        ...(leading ? { leading } : {}),
      },
      bare,
    ];
  });
}

/** Gives each `yield` of this generator a value of the generator's element type. */
function finishYields<N extends ir.Node>(node: N, element: Type, context: Pick<PythonLiftContext, "coerce">): N {
  if (node.kind === "Function" || node.kind === "Closure") return node;
  const inner = mapChildren(node as ir.Node, (child) => finishYields(child, element, context));
  return (
    inner.kind === "Yield" && inner.operand && !inner.delegates
      ? { ...inner, operand: context.coerce(inner.operand, element) }
      : inner
  ) as N;
}

/** A function that gives values somewhere gives None where its end is reached. */
function returnsAtEnd(body: Body, facts: FunctionFacts, result: Type): Body {
  if (facts.isGenerator || !facts.fallsThrough) return body;
  if (result.kind !== "optional" && result.kind !== "any" && result.kind !== "union") return body;
  return [...body, { sort: "statement", kind: "Return", value: { ...none(), type: result } }];
}

/** Lifts a lambda. */
export function liftLambda(node: py.Lambda, context: PythonLiftContext): ir.Closure {
  const type = context.analysis.lambdaType(node);
  const args = [...node.args.posonlyargs, ...node.args.args];
  const parameters = [
    ...args.map((arg, position) => parameter(arg, "positional", type.parameters[position]?.type, context)),
    ...(node.args.vararg ? [parameter(node.args.vararg, "variadic", undefined, context)] : []),
    ...node.args.kwonlyargs.map((arg) => parameter(arg, "keyword", undefined, context)),
  ];
  const value = context.expression(node.body);
  const result = isVague(type.result) ? value.type : type.result;
  const isEffect = value.type.kind === "none" && result.kind === "none" && value.kind !== "NoneLiteral";
  const body: Body = isEffect
    ? [{ sort: "statement", kind: "ExpressionStatement", expression: value }]
    : [{ sort: "statement", kind: "Return", value: context.coerce(value, result) }];
  return { sort: "expression", kind: "Closure", parameters, result, body, type: { ...type, result } };
}

function isVague(type: Type): boolean {
  return type.kind === "unknown" || type.kind === "any";
}

function parameter(
  arg: py.Arg,
  kind: ir.Parameter["kind"],
  type: Type | undefined,
  context: PythonLiftContext,
): ir.Parameter {
  const binding: Binding = context.bindingOf(arg);
  return {
    binding,
    type: type ?? binding.type,
    kind,
    ...(arg.default ? { defaultValue: context.coerced(arg.default, type ?? binding.type) } : {}),
  };
}
