import type * as go from "../../go/tree.ts";
import { expression, integer, localBinding, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { walkAll } from "../../ir/walk.ts";
import { iteratorOf, listOf, runeType, wordType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { newBindings } from "./go-assignment.ts";
import { underlying } from "./go-operators.ts";

const byteOffsets = {
  severity: "caveat",
  code: "byte-index",
  message:
    "Go's index counts the bytes of the string, Python's its characters: the two differ where the text is not ASCII.",
} as const;

/** A loop over what a package gives that is not known. */
const takenForSlice = {
  severity: "caveat",
  code: "external-range",
  message:
    "What this loop goes over is not known; it is taken for a slice, whose elements both languages go through alike.",
} as const;

/** Lifts `for … range`, over whatever Go can range over. */
export function liftRange(node: go.RangeStmt, context: GoLiftContext): ir.ForEach {
  const declares: readonly Binding[] =
    node.tok === ":="
      ? newBindings(
          [node.key, node.value].flatMap((name) => (name ? [name] : [])),
          context,
        )
      : [];
  const source = context.expression(node.x);
  const key = node.key === undefined || isBlank(node.key) ? undefined : context.target(node.key);
  const value = node.value === undefined || isBlank(node.value) ? undefined : context.target(node.value);
  const isKnown = source.kind === "StringLiteral";
  if (key && underlying(context.typeOf(node.x)).kind === "string" && !isKnown) context.report(node.x, byteOffsets);
  if (context.typeOf(node.x).kind === "unknown") context.report(node.x, takenForSlice);
  const body = context.statements(node.body.list);
  const elements = value && changesOwn(source, body) ? copied(source) : source;
  const { target, iterable } = rangeOver(elements, key, value, underlying(context.typeOf(node.x)));
  return {
    sort: "statement",
    kind: "ForEach",
    target,
    iterable,
    body,
    orElse: [],
    declares,
    isAsync: false,
    ...(node.body.inner && node.body.inner.length > 0 ? { inner: node.body.inner } : {}),
    ...decorationOf(node),
  };
}

/** Whether the body changes the array that the loop goes over, or lengthens the slice: Go goes through what was there before. */
function changesOwn(source: ir.Expression, body: readonly ir.Statement[]): boolean {
  if (source.kind !== "Variable" && source.kind !== "Field") return false;
  const { kind } = underlying(source.type);
  if (kind !== "list" && kind !== "array") return false;
  let found = false;
  walkAll(body, (node) => {
    if (kind === "list" && node.kind === "ListAppend") found ||= isPlace(node.list, source);
    const targets = node.kind === "Assign" ? node.targets : node.kind === "Update" ? [node.target] : [];
    for (const target of targets.flatMap((each) => (each.kind === "TupleLiteral" ? each.elements : [each])))
      found ||=
        kind === "array"
          ? target.kind === "Index" && isPlace(target.object, source)
          : isPlace(target, source) && node.kind === "Assign" && node.value.kind === "Appended";
  });
  return found;
}

function copied(source: ir.Expression): ir.Expression {
  const type = underlying(source.type);
  return type.kind === "list" || type.kind === "array"
    ? expression("Collect", listOf(type.element), { operand: source })
    : source;
}

function isPlace(node: ir.Expression, place: ir.Expression): boolean {
  if (node.kind === "Variable") return place.kind === "Variable" && node.binding === place.binding;
  return (
    node.kind === "Field" && place.kind === "Field" && node.name === place.name && isPlace(node.object, place.object)
  );
}

function isBlank(node: go.Expr): boolean {
  return node.kind === "Ident" && node.name === "_";
}

function blank(type: Type): ir.Variable {
  return variable(localBinding("_", type, "_"), type);
}

interface Head {
  readonly target: ir.Expression;
  readonly iterable: ir.Expression;
}

function rangeOver(
  source: ir.Expression,
  key: ir.Expression | undefined,
  value: ir.Expression | undefined,
  type: Type,
): Head {
  switch (type.kind) {
    case "int":
      return { target: key ?? blank(source.type), iterable: counting(source, source.type) };
    case "list":
      return overElements(source, key, value, type.element);
    case "unknown":
      if (key !== undefined || value === undefined) break;
      return overElements(source, key, value, type);
    case "array":
      return overElements(source, key, value, type.element);
    case "pointer": {
      const target = underlying(type.target);
      if (target.kind === "array")
        return overElements(expression("Dereference", type.target, { operand: source }), key, value, target.element);
      break;
    }
    case "string": {
      const iterable = (form: "runes" | "characters", element: Type): ir.Iterate =>
        expression("Iterate", iteratorOf(element, form), { form, operands: [source] });
      return {
        target: tuple([key ?? blank(wordType), value ?? blank(runeType)]),
        iterable: iterable("runes", { kind: "tuple", elements: [wordType, runeType] }),
      };
    }
    case "dict":
      if (key !== undefined && value !== undefined) {
        const element: Type = { kind: "tuple", elements: [type.key, type.value] };
        return {
          target: tuple([key, value]),
          iterable: expression("Iterate", iteratorOf(element, "items"), { form: "entries", operands: [source] }),
        };
      }
      if (value !== undefined)
        return {
          target: value,
          iterable: expression("Iterate", iteratorOf(type.value, "values"), { form: "values", operands: [source] }),
        };
      return {
        target: key ?? blank(type.key),
        iterable: expression("Iterate", iteratorOf(type.key, "keys"), { form: "keys", operands: [source] }),
      };
    case "set":
      return { target: key ?? blank(type.element), iterable: source };
    case "channel":
      return { target: key ?? blank(type.element), iterable: source };
    case "iterator":
      if (type.source === "sequence2" && type.element.kind === "tuple") {
        return {
          target: tuple([
            key ?? blank(type.element.elements[0] ?? wordType),
            value ?? blank(type.element.elements[1] ?? wordType),
          ]),
          iterable: source,
        };
      }
      return { target: key ?? blank(type.element), iterable: source };
    case "function":
      return overFunction(source, key, value, type);
    default:
      break;
  }
  throw new Untranslatable("range-over", "What this loop goes over has no known type, so its meaning is not known.");
}

/** `range xs`: the index, the element, or both. */
function overElements(
  source: ir.Expression,
  key: ir.Expression | undefined,
  value: ir.Expression | undefined,
  element: Type,
): Head {
  if (key === undefined) return { target: value ?? blank(element), iterable: source };
  if (value === undefined)
    return {
      target: key,
      iterable: counting(expression("Length", wordType, { operand: source, unit: "element" }), wordType),
    };
  const pair: Type = { kind: "tuple", elements: [wordType, element] };
  return {
    target: tuple([key, value]),
    iterable: expression("Iterate", iteratorOf(pair, "enumerate"), { form: "enumerate", operands: [source] }),
  };
}

function counting(stop: ir.Expression, type: Type): ir.Range {
  return expression("Range", iteratorOf(type, "range"), { start: integer(0, type), stop, step: integer(1, type) });
}

/** `func(yield func(K, V) bool)` is an iterator of one or two values. */
function overFunction(
  source: ir.Expression,
  key: ir.Expression | undefined,
  value: ir.Expression | undefined,
  type: Extract<Type, { kind: "function" }>,
): Head {
  const yielded = type.parameters[0]?.type;
  const types = yielded?.kind === "function" ? yielded.parameters.map((parameter) => parameter.type) : [];
  if (types.length === 1)
    return { target: key ?? blank(types[0]!), iterable: { ...source, type: iteratorOf(types[0]!, "generator") } };
  if (types.length === 2) {
    const element: Type = { kind: "tuple", elements: types };
    return {
      target: tuple([key ?? blank(types[0]!), value ?? blank(types[1]!)]),
      iterable: { ...source, type: iteratorOf(element, "sequence2") },
    };
  }
  throw new Untranslatable(
    "range-over",
    "A loop over a function without values is not translated; Python programs call the function in a `while` loop.",
  );
}
