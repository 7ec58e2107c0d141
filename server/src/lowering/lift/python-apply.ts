import { emptySpan } from "../../base/span.ts";
import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { FunctionNode } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import { noneType } from "../../types/build.ts";
import type { FunctionType, Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { defaultOf } from "./python-spread.ts";

/** A function applied to fresh variables: what `map`, `filter` and `key=` do. */
export interface Application {
  readonly parameters: readonly Binding[];
  readonly result: ir.Expression;
}

/** Applies a function expression to elements of these types: a lambda's body, a builtin's or method's meaning, or a call. */
export function applyFunction(node: py.Expression, types: readonly Type[], context: PythonLiftContext): Application {
  if (node.kind === "Lambda") return applyLambda(node, types, context);
  const names = types.length === 2 ? ["left", "right"] : ["item"];
  const parameters = types.map((type, position) => context.temporary(names[position] ?? `item${position}`, type));
  const values = parameters.map((parameter) => context.placeholder(parameter));
  if (isBuiltin(node, context))
    return {
      parameters,
      result: context.expression({ kind: "Call", func: node, args: values, keywords: [], span: emptySpan }),
    };
  if (isBuiltinMethod(node, context)) return applyMethod(node, parameters, context);
  const method = unboundMethod(node, values, context);
  if (method) return { parameters, result: typed(context.expression(method), node, context) };
  const library = context.library({ kind: "Call", func: node, args: values, keywords: [], span: emptySpan });
  if (library) return { parameters, result: typed(library, node, context) };
  const callee = context.expression(node);
  if (callee.type.kind === "class")
    return {
      parameters,
      result: expression("New", callee.type.instance, {
        arguments: parameters.map((parameter) => ({ value: variable(parameter) })),
      }),
    };
  if (callee.type.kind !== "function")
    throw new Untranslatable(
      "function-value",
      "This function is not known well enough to be applied; write a lambda that calls it.",
    );
  const expected = callee.type.parameters;
  const args = parameters.map((parameter, i) => ({
    value: context.coerce(variable(parameter), expected[i]?.type ?? parameter.type),
  }));
  const all = [...args, ...defaultsBehind(node, args.length, context)];
  return { parameters, result: expression("Call", callee.type.result, { callee, arguments: all }) };
}

/** The defaults of the parameters for which whoever applies the function has no value. */
export function defaultsBehind(node: py.Expression, given: number, context: PythonLiftContext): readonly ir.Argument[] {
  const definition = definitionOf(node, context);
  const parameters = definition ? context.analysis.functionFacts(definition).parameters : [];
  if (parameters.slice(0, given).some((parameter) => parameter.kind !== "positional")) return [];
  const rest = parameters.slice(given).filter((parameter) => parameter.kind !== "variadic");
  if (rest.some((parameter) => parameter.default === undefined)) return [];
  return rest.map((parameter) => ({ value: defaultOf(parameter, context) }));
}

function definitionOf(node: py.Expression, context: PythonLiftContext): FunctionNode | undefined {
  if (node.kind === "Name") return context.analysis.functionOf(node);
  const target = node.kind === "Attribute" ? context.analysis.attributeOf(node) : undefined;
  return target?.kind === "method" ? target.node : undefined;
}

/** The call of a function with the type that the function gives, where nothing is known of a call that the source does not write. */
function typed(call: ir.Expression, node: py.Expression, context: PythonLiftContext): ir.Expression {
  if (call.type.kind !== "unknown") return call;
  const type = context.typeOf(node);
  return type.kind === "function" && type.result.kind !== "unknown" ? { ...call, type: type.result } : call;
}

function applyLambda(node: py.Lambda, types: readonly Type[], context: PythonLiftContext): Application {
  const { args } = node;
  if (
    args.args.length !== types.length ||
    args.vararg ||
    args.kwarg ||
    args.kwonlyargs.length > 0 ||
    args.args.some((arg) => arg.default)
  ) {
    throw new Untranslatable("lambda-parameters", "A lambda with these parameters is not translated here.");
  }
  const parameters = args.args.map((arg) => context.bindingOf(arg));
  return { parameters, result: context.expression(node.body) };
}

function isBuiltin(node: py.Expression, context: PythonLiftContext): boolean {
  if (node.kind !== "Name") return false;
  const binding = context.analysis.bindingOf(node);
  return binding?.kind === "builtin";
}

/** `str.lower` of an element is `element.lower()`. */
function unboundMethod(
  node: py.Expression,
  values: readonly py.Name[],
  context: PythonLiftContext,
): py.Call | undefined {
  if (
    node.kind !== "Attribute" ||
    node.value.kind !== "Name" ||
    !["str", "list", "dict", "set", "bytes"].includes(node.value.id)
  )
    return undefined;
  const binding = context.analysis.bindingOf(node.value);
  const [receiver, ...rest] = values;
  if ((binding !== undefined && binding.kind !== "builtin") || !receiver) return undefined;
  return {
    kind: "Call",
    func: { kind: "Attribute", value: receiver, attr: node.attr, span: emptySpan },
    args: rest,
    keywords: [],
    span: emptySpan,
  };
}

const builtinObjects: ReadonlySet<Type["kind"]> = new Set(["list", "dict", "set", "string", "bytes"]);

/** A function of the library, or a method of a builtin object, as a value of this function type; undefined for all others. */
export function libraryFunction(
  node: py.Expression,
  type: FunctionType,
  context: PythonLiftContext,
): ir.Expression | undefined {
  if (!isBuiltinMethod(node, context) && !isUnboundMethod(node, context) && !isBuiltin(node, context)) return undefined;
  if (type.parameters.some((parameter) => parameter.kind === "variadic" || parameter.type.kind === "unknown"))
    return undefined;
  const types = type.parameters.map((parameter) => parameter.type);
  const { parameters, result } = applyFunction(node, types, context);
  const isEffect = type.result.kind === "none" || result.type.kind === "none";
  return expression(
    "Closure",
    { ...type, result: isEffect ? noneType : type.result },
    {
      parameters: parameters.map((binding) => ({ binding, type: binding.type, kind: "positional" as const })),
      result: isEffect ? noneType : type.result,
      body: isEffect
        ? [{ sort: "statement", kind: "ExpressionStatement", expression: result }]
        : [{ sort: "statement", kind: "Return", value: context.coerce(result, type.result) }],
    },
  );
}

/** Whether the node is a method of a list, dict, set or text that is bound to it, such as `names.append`. */
function isBuiltinMethod(node: py.Expression, context: PythonLiftContext): node is py.Attribute {
  if (node.kind !== "Attribute" || applied.has(node)) return false;
  return isPath(node.value) && builtinObjects.has(context.typeOf(node.value).kind);
}

/** Whether the node is a method of a builtin class, such as `str.lower`. */
function isUnboundMethod(node: py.Expression, context: PythonLiftContext): boolean {
  return node.kind === "Attribute" && node.value.kind === "Name" && isBuiltin(node.value, context);
}

/** Whether the expression can be evaluated anew for each call. */
function isPath(node: py.Expression): boolean {
  return node.kind === "Name" || node.kind === "Constant" || (node.kind === "Attribute" && isPath(node.value));
}

/** Methods whose call is being lifted: where a call of one has no translation, its value has none either. */
const applied = new WeakSet<py.Attribute>();

function applyMethod(node: py.Attribute, parameters: readonly Binding[], context: PythonLiftContext): Application {
  const args = parameters.map((parameter) => context.placeholder(parameter));
  applied.add(node);
  try {
    const call = context.expression({ kind: "Call", func: node, args, keywords: [], span: node.span });
    return { parameters, result: typed(call, node, context) };
  } finally {
    applied.delete(node);
  }
}

/** Applies the function of `key=`. What `d.get` gives is compared, so that the key has to be there: it is `d[key]`. */
export function applyKey(node: py.Expression, type: Type, context: PythonLiftContext): Application {
  const dict = node.kind === "Attribute" && node.attr === "get" ? context.typeOf(node.value) : undefined;
  if (node.kind !== "Attribute" || dict?.kind !== "dict" || !isBuiltinMethod(node, context))
    return applyFunction(node, [type], context);
  const parameter = context.temporary("item", type);
  const key = context.coerce(variable(parameter), dict.key);
  const map = context.expression(node.value);
  return { parameters: [parameter], result: expression("Lookup", dict.value, { map, key, missing: "raise" }) };
}

/** The application as a function value. */
export function closureOf({ parameters, result }: Application): ir.Closure {
  const type: Type = {
    kind: "function",
    parameters: parameters.map((binding) => ({ type: binding.type })),
    result: result.type,
  };
  return expression("Closure", type, {
    isInner: true,
    parameters: parameters.map((binding) => ({ binding, type: binding.type, kind: "positional" as const })),
    result: result.type,
    body:
      result.type.kind === "none"
        ? [{ sort: "statement", kind: "ExpressionStatement", expression: result }]
        : [{ sort: "statement", kind: "Return", value: result }],
  });
}
