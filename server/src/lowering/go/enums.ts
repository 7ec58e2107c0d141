import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { methodOf } from "../../types/members.ts";
import type { EnumerationFacts, NamedType, Type, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/*
 * Uses of Python's enumerations. In Go one is an integer or string type with typed constants; where its values are taken apart by an `__init__`, a struct
 * type with variables.
 */

/** What is known of an enumeration, where the type is one. */
export function enumerationOf(type: Type): { symbol: TypeSymbol; facts: EnumerationFacts } | undefined {
  const facts = type.kind === "named" ? type.symbol.enumeration : undefined;
  return facts && type.kind === "named" ? { symbol: type.symbol, facts } : undefined;
}

/** The constant that a member is. */
export function memberName(symbol: TypeSymbol, member: string, context: GoLowerContext): string {
  return `${context.names.typeName(symbol)}${context.member(member, undefined, "method")}`;
}

/** `Color.RED` */
export function enumMember(node: ir.Field, context: GoLowerContext): go.Expr {
  const type = node.object.type.kind === "class" ? node.object.type.instance : node.object.type;
  if (type.kind !== "named") throw new Untranslatable("enum-member", "The enumeration of this member is not known.");
  return build.ident(memberName(type.symbol, node.name, context));
}

/** `member.name` */
export function enumName(object: ir.Expression, context: GoLowerContext): go.Expr {
  const known = literalMember(object);
  if (known !== undefined) return build.string(known);
  return build.call(build.selector(context.expression(object), "Name"));
}

/** `member.value` */
export function enumValue(object: ir.Expression, context: GoLowerContext): go.Expr {
  const found = enumerationOf(object.type);
  if (found?.facts.basis === "int") return build.call("int", context.expression(object));
  if (found?.facts.basis === "string") return build.call("string", context.expression(object));
  if (found?.facts.basis === "other") return build.call(build.selector(context.expression(object), "Value"));
  throw new Untranslatable("enum-value", "The value of this member was taken apart; use its attributes.");
}

/** The name of the member that is written here. */
function literalMember(object: ir.Expression): string | undefined {
  return object.kind === "Field" && object.member === "enumMember" ? object.name : undefined;
}

/** The variable that lists the members in order. */
export function membersVariable(symbol: TypeSymbol, context: GoLowerContext): string {
  const name = context.names.typeName(symbol);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Members`;
}

/** The function that finds a member by its value. */
export function parserName(symbol: TypeSymbol, context: GoLowerContext): string {
  return `Parse${context.names.typeName(symbol)}`;
}

/** `Color(2)`: the member that is known, or a call that finds it. */
export function enumByValue(node: ir.New, context: GoLowerContext): go.Expr | undefined {
  const found = enumerationOf(node.type);
  if (!found) return undefined;
  const [argument, ...others] = node.arguments;
  if (!argument || others.length > 0 || (found.facts.basis !== "int" && found.facts.basis !== "string"))
    throw new Untranslatable("enum-lookup", "Only members with integers or strings as values are looked up by value.");
  const known = memberOfLiteral(found.facts, argument.value);
  if (known !== undefined) return build.ident(memberName(found.symbol, known, context));
  if (found.facts.flavour === "flag") return build.call(context.type(node.type), context.expression(argument.value));
  const call = build.call(parserName(found.symbol, context), context.expression(argument.value));
  return context.failing(call, node, found.symbol.name.charAt(0).toLowerCase() + found.symbol.name.slice(1));
}

/** The member with the value that is written here. */
export function memberOfLiteral(facts: EnumerationFacts, value: ir.Expression): string | undefined {
  return facts.members.find(
    (member) =>
      (value.kind === "IntegerLiteral" && member.number === value.value) ||
      (value.kind === "StringLiteral" && member.text === value.value),
  )?.name;
}

/** A member as `str()` or `repr()` shows it. */
export function enumText(
  value: go.Expr,
  type: NamedType,
  style: "str" | "repr",
  context: GoLowerContext,
): go.Expr | undefined {
  const found = enumerationOf(type);
  if (!found) return undefined;
  const { symbol, facts } = found;
  const written =
    style === "str" ? (methodOf(type, "__str__") ?? methodOf(type, "__repr__")) : methodOf(type, "__repr__");
  if (written) return build.call(build.selector(value, context.member(written.signature.name, type, "method")));
  if (style === "str" && facts.showsValue)
    return facts.basis === "string"
      ? build.call("string", value)
      : build.libraryCall("strconv", "Itoa", build.call("int", value));
  if (facts.flavour === "flag" && style === "repr")
    throw new Untranslatable(
      "enum-text",
      "How Python shows a combination of flags in detail is not translated; use its `name`.",
    );
  if (style === "str" && methodOf(type, "__str__") === undefined) return build.call(build.selector(value, "String"));
  const whole = value.kind === "Ident" ? value : context.temporary("member", value);
  const name = build.call(build.selector(whole, "Name"));
  if (facts.basis === "int")
    return build.libraryCall("fmt", "Sprintf", build.string(`<${symbol.name}.%s: %d>`), name, build.call("int", whole));
  if (facts.basis === "string")
    return build.libraryCall(
      "fmt",
      "Sprintf",
      build.string(`<${symbol.name}.%s: %s>`),
      name,
      build.call(context.helper("reprString"), build.call("string", whole)),
    );
  throw new Untranslatable("enum-text", "How Python shows such a member in detail is not translated; use its `name`.");
}
