import { localBinding, none, variable } from "../ir/build.ts";
import type * as ir from "../ir/node.ts";
import { sameType } from "../types/relations.ts";
import type { FunctionType, Type } from "../types/type.ts";

/**
 * The expression as a value of `type`, converted the way Python does silently: int to float, a value to an optional or union of it, a class to its
 * base. Goes into displays and conditionals, since Go's elements have the type of their container. What needs no conversion, or is of unknown type,
 * stays as it is.
 */
export function coerce(expression: ir.Expression, type: Type): ir.Expression {
  const from = expression.type;
  if (type.kind === "unknown" || from.kind === "unknown" || sameType(from, type)) return expression;
  if (type.kind === "int" && from.kind === "int") return resized(expression, type);
  if (type.kind === "float" && from.kind === "int") return toFloat(expression, type);
  if (type.kind === "complex" && (from.kind === "int" || from.kind === "float")) return convert(expression, type);
  if (expression.kind === "LibraryCall" && expression.typed === "open" && !isWider(type))
    return { ...expression, type, typed: "known", variables: { ...expression.variables, R: type } };
  const inside = coerceInside(expression, type);
  if (inside) return inside;
  if (from.kind === "any" && isKnownShape(type))
    return { sort: "expression", kind: "Cast", operand: expression, type, origin: expression.origin };
  if (from.kind === "none" && expression.kind === "NoneLiteral") return { ...expression, type };
  // A variable that holds nothing but None.
  if (from.kind === "none" && expression.kind === "Variable") return { ...none(type), origin: expression.origin };
  const sized = resizedTuple(expression, type);
  if (sized) return sized;
  if (isWider(type)) {
    const inner = type.kind === "optional" && from.kind !== "optional" ? coerce(expression, type.inner) : expression;
    return { sort: "expression", kind: "Cast", operand: inner, type, origin: expression.origin };
  }
  // What is gone through once: `iter(xs)`.
  if (type.kind === "iterator" && from.kind === "list" && expression.kind !== "Iterate")
    return { sort: "expression", kind: "Cast", operand: expression, type, origin: expression.origin };
  if (type.kind === "named" && from.kind === "named")
    return { sort: "expression", kind: "Cast", operand: expression, type, origin: expression.origin };
  return expression;
}

/** What the value of a variable of any type may be asked to be. */
function isKnownShape(type: Type): boolean {
  if (type.kind === "list") return isKnownShape(type.element) || type.element.kind === "any";
  if (type.kind === "dict") return type.key.kind === "string" && type.value.kind === "any";
  return ["string", "int", "float", "bool"].includes(type.kind);
}

/** A tuple of any length where one of a fixed length is wanted, or the other way around. */
function resizedTuple(expression: ir.Expression, type: Type): ir.Expression | undefined {
  const from = expression.type.kind === "optional" ? expression.type.inner : expression.type;
  if (from.kind !== "tuple" || type.kind !== "tuple" || !from.rest === !type.rest) return undefined;
  const [rest, elements] = [from.rest ?? type.rest!, from.rest ? type.elements : from.elements];
  const isUniform = elements.length > 0 && elements.every((element) => sameType(element, rest));
  return isUniform ? convert(expression, type) : undefined;
}

/** Integers that outgrow 64 bits have a type of their own. */
function resized(expression: ir.Expression, type: Extract<Type, { kind: "int" }>): ir.Expression {
  const { type: from } = expression;
  if (from.kind !== "int" || (from.size === "large") === (type.size === "large")) return expression;
  return expression.kind === "IntegerLiteral" ? { ...expression, type } : convert(expression, type);
}

function isWider(type: Type): boolean {
  return type.kind === "optional" || type.kind === "any" || type.kind === "union";
}

function toFloat(expression: ir.Expression, type: Type): ir.Expression {
  if (expression.kind === "IntegerLiteral" && expression.value <= 1n << 53n && expression.value >= -(1n << 53n)) {
    return {
      sort: "expression",
      kind: "FloatLiteral",
      value: Number(expression.value),
      type,
      origin: expression.origin,
    };
  }
  if (expression.kind === "Negate" && expression.operand.kind === "IntegerLiteral")
    return { ...expression, type, operand: coerce(expression.operand, type) };
  return convert(expression, type);
}

function convert(operand: ir.Expression, type: Type): ir.Convert {
  return { sort: "expression", kind: "Convert", operand, type, origin: operand.origin };
}

function coerceInside(expression: ir.Expression, type: Type): ir.Expression | undefined {
  switch (expression.kind) {
    case "ListLiteral":
      return type.kind === "list"
        ? { ...expression, type, elements: expression.elements.map((item) => coerceElement(item, type.element)) }
        : undefined;
    case "SetLiteral":
      return type.kind === "set"
        ? { ...expression, type, elements: expression.elements.map((item) => coerceElement(item, type.element)) }
        : undefined;
    case "TupleLiteral":
      if (
        type.kind === "tuple" &&
        type.rest !== undefined &&
        !expression.elements.some((item) => item.kind === "Spread")
      )
        return { ...expression, type, elements: expression.elements.map((item) => coerce(item, type.rest!)) };
      return type.kind === "tuple" && type.rest === undefined && type.elements.length === expression.elements.length
        ? { ...expression, type, elements: expression.elements.map((item, i) => coerce(item, type.elements[i]!)) }
        : undefined;
    case "DictLiteral":
      return type.kind === "dict"
        ? {
            ...expression,
            type:
              expression.type.kind === "dict" && expression.type.variant
                ? { ...type, variant: expression.type.variant }
                : type,
            entries: expression.entries.map((entry) =>
              entry.key ? { key: coerce(entry.key, type.key), value: coerce(entry.value, type.value) } : entry,
            ),
          }
        : undefined;
    case "Variable":
      return type.kind === "function" && expression.type.kind === "function"
        ? withoutResult(expression, expression.type, type)
        : undefined;
    case "Closure":
      return type.kind === "function" && type.result.kind === "none" && expression.result.kind !== "none"
        ? forEffect(expression, type)
        : undefined;
    case "Conditional":
      return {
        ...expression,
        type,
        then: coerce(expression.then, type),
        otherwise: coerce(expression.otherwise, type),
      };
    case "Comprehension":
      return type.kind === "list" && expression.result === "list"
        ? { ...expression, type, element: coerce(expression.element, type.element) }
        : undefined;
    case "ConcurrentCall":
      // A new queue takes the element type of its place.
      return type.kind === "channel" && expression.type.kind === "channel" ? { ...expression, type } : undefined;
    case "Repeat":
      return type.kind === "list" && expression.sequence.kind === "ListLiteral"
        ? { ...expression, type, sequence: coerce(expression.sequence, type) }
        : undefined;
    default:
      return undefined;
  }
}

/** A function whose result nobody wants, where one without a result is wanted. */
function withoutResult(callee: ir.Variable, from: FunctionType, type: FunctionType): ir.Expression | undefined {
  if (type.result.kind !== "none" || from.result.kind === "none" || from.result.kind === "unknown") return undefined;
  if (from.parameters.length !== type.parameters.length || callee.binding.kind !== "function") return undefined;
  const parameters = type.parameters.map((parameter, position) => ({
    binding: localBinding(
      parameter.name ?? `value${String(position + 1)}`,
      parameter.type,
      `effect/${String(position)}`,
    ),
    type: parameter.type,
    kind: "positional" as const,
  }));
  const call: ir.Call = {
    sort: "expression",
    kind: "Call",
    callee,
    arguments: parameters.map(({ binding }) => ({ value: variable(binding) })),
    type: from.result,
  };
  return {
    sort: "expression",
    kind: "Closure",
    type,
    result: type.result,
    parameters,
    body: [{ sort: "statement", kind: "ExpressionStatement", expression: call }],
    origin: callee.origin,
  };
}

/** A lambda whose value nobody wants. */
function forEffect(closure: ir.Closure, type: FunctionType): ir.Expression | undefined {
  const [only, ...others] = closure.body;
  if (only?.kind !== "Return" || !only.value || others.length > 0) return undefined;
  const body: readonly ir.Statement[] = [{ sort: "statement", kind: "ExpressionStatement", expression: only.value }];
  return {
    ...closure,
    result: type.result,
    type: { ...type, parameters: closure.type.kind === "function" ? closure.type.parameters : type.parameters },
    body,
  };
}

function coerceElement(element: ir.Expression, type: Type): ir.Expression {
  return element.kind === "Spread" ? element : coerce(element, type);
}
