import type * as go from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { stringType } from "../../types/build.ts";
import { methodOf } from "../../types/members.ts";
import type { NamedType, Type, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { compare, equal, isPlainlyEqual } from "./equality.ts";
import { lineageOf } from "./class-layout.ts";
import * as build from "./syntax.ts";

/*
 * What `@dataclass` and `NamedTuple` make for a class: comparison field by field, and a text that shows the fields.
 */

/** The fields of a class with these names, those of bases included, with their types. */
function fieldsNamed(symbol: TypeSymbol, names: readonly string[]): readonly { name: string; type: Type }[] {
  return names.map((name) => {
    const field = lineageOf(symbol)
      .map((owner) => owner.fields.get(name))
      .find((found) => found !== undefined);
    if (!field) throw new Untranslatable("made-method", `The field \`${name}\` of \`${symbol.name}\` is not known.`);
    return { name, type: field.type };
  });
}

/** `left == right` of two objects whose class compares by its fields; they must be references that can be repeated. */
export function fieldsEqual(
  left: go.Expr,
  right: go.Expr,
  type: NamedType,
  isPointer: boolean,
  context: GoLowerContext,
): go.Expr {
  const { symbol } = type;
  const names = symbol.made?.equality ?? [];
  const compared = fieldsNamed(symbol, names);
  const all = lineageOf(symbol).flatMap((owner) => context.facts.shapeOf(owner)?.fields ?? []);
  const isWhole = all.length === names.length && compared.every((field) => isPlainlyEqual(field.type));
  if (isWhole) return build.binary(isPointer ? build.star(left) : left, "==", isPointer ? build.star(right) : right);
  if (compared.some((field) => mentions(field.type, symbol)))
    throw new Untranslatable(
      "recursive-equality",
      `\`${symbol.name}\` has fields of its own type, so that comparing it goes on inside; write an \`__eq__\`.`,
    );
  const [a, b] = [stable(left, context), stable(right, context)];
  const parts = compared.map((field) => {
    const name = context.member(field.name, undefined, "field");
    return equal(build.selector(a, name), build.selector(b, name), field.type, context);
  });
  return (
    parts.reduce<go.Expr | undefined>((whole, part) => (whole ? build.binary(whole, "&&", part) : part), undefined) ??
    build.ident("true")
  );
}

/** A comparison of the fields in order, as `@dataclass(order=True)` makes it. */
export function fieldsCompared(left: go.Expr, right: go.Expr, type: NamedType, context: GoLowerContext): go.Expr {
  const [a, b] = [stable(left, context), stable(right, context)];
  const parts = fieldsNamed(type.symbol, type.symbol.made?.order ?? []).map((field) => {
    const name = context.member(field.name, undefined, "field");
    return compare(build.selector(a, name), build.selector(b, name), field.type, context);
  });
  const [only] = parts;
  if (only === undefined) return build.integer(0);
  return parts.length === 1 ? only : build.libraryCall("cmp", "Or", ...parts);
}

function stable(value: go.Expr, context: GoLowerContext): go.Expr {
  return value.kind === "Ident" ? value : context.temporary("value", value);
}

function mentions(type: Type, symbol: TypeSymbol): boolean {
  switch (type.kind) {
    case "named":
      return type.symbol === symbol || type.arguments.some((argument) => mentions(argument, symbol));
    case "list":
    case "set":
      return mentions(type.element, symbol);
    case "optional":
      return mentions(type.inner, symbol);
    case "dict":
      return mentions(type.key, symbol) || mentions(type.value, symbol);
    case "tuple":
      return type.elements.some((element) => mentions(element, symbol));
    default:
      return false;
  }
}

/** The special method whose Go version shows a value of the class; undefined where Python would show an address. */
export function textMethod(symbol: TypeSymbol, style: "str" | "repr", context: GoLowerContext): string | undefined {
  const type: Type = { kind: "named", symbol, arguments: [] };
  const written = (style === "str" ? ["__str__", "__repr__"] : ["__repr__"]).find((name) => methodOf(type, name));
  if (written !== undefined) return written;
  if (!context.facts.isShown(symbol)) return undefined;
  if (symbol.made?.text !== undefined) return madeTextName(symbol);
  if (!context.facts.isPolymorphic(symbol)) return undefined;
  const shown = new Set(context.facts.subclasses(symbol).map((other) => textMethod(other, style, context)));
  const [only] = shown;
  return shown.size === 1 ? only : undefined;
}

/** The text that is made is what `repr` shows; without a `__str__` it is the only one. */
function madeTextName(symbol: TypeSymbol): string {
  return methodOf({ kind: "named", symbol, arguments: [] }, "__str__") ? "__repr__" : "__str__";
}

/** `func (p *Point) String() string`, for a class that is shown by its fields somewhere. */
export function madeText(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  const { symbol } = node;
  const type: NamedType = { kind: "named", symbol, arguments: symbol.typeParameters };
  const names = symbol.made?.text;
  if (!names || !context.facts.isShown(symbol) || methodOf(type, "__repr__") || symbol.abstract === true) return [];
  const self: Binding = {
    name: "self",
    kind: "receiver",
    id: `${node.binding.id}.text`,
    type,
    captured: false,
    assignments: 1,
    reads: 1,
  };
  const parts: (string | ir.FormatPart)[] = [`${symbol.name}(`];
  fieldsNamed(symbol, names).forEach((field, position) => {
    parts.push(`${position > 0 ? ", " : ""}${field.name}=`);
    const value = expression("Field", field.type, { object: variable(self), name: field.name, member: "field" });
    parts.push({ value, style: "repr" });
  });
  parts.push(")");
  const name = madeTextName(symbol);
  const method: ir.Function = {
    sort: "declaration",
    kind: "Function",
    binding: node.binding,
    name,
    typeParameters: [],
    parameters: [],
    result: stringType,
    body: [{ sort: "statement", kind: "Return", value: expression("Format", stringType, { parts }) }],
    flavour: "instance",
    receiver: self,
    symbol,
    isAsync: false,
    isGenerator: false,
    decorators: [],
  };
  return context.inner(method, true);
}
