import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Type } from "../../types/type.ts";
import { isModel } from "../lift/python-models.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/*
 * Models as Go has them: structs whose tags say how JSON names the fields and what they must be like. Where a field that is left out has a default, or
 * where a zero is as good as any value, tags alone do not tell, so each model reads itself.
 */

const plainRules = { above: "gt", atLeast: "gte", below: "lt", atMost: "lte" } as const;

/** The rules as the package validator spells them. */
export function ruleText(rule: ir.Rule): string {
  switch (rule.kind) {
    case "email":
      return "email";
    case "oneOf":
      return `oneof=${rule.values.join(" ")}`;
    case "each":
      return ["dive", ...rule.rules.map(ruleText)].join(",");
    case "minimumLength":
      return `min=${rule.value}`;
    case "maximumLength":
      return `max=${rule.value}`;
    default:
      return `${plainRules[rule.kind]}=${rule.value}`;
  }
}

/** The tag of a field: its key, and its rules, which a value that may be missing meets by being nil. */
export function tagOf({ key, rules }: ir.FieldRules, type: Type): string {
  if (/[`",]/.test(key)) throw new Untranslatable("json-key", `The name \`${key}\` cannot stand in a tag of Go.`);
  if (!isReadable(type))
    throw new Untranslatable(
      "field-type",
      `JSON has no value that both languages read as the type of \`${key}\`; use a text, a number, a list, a dict or a model.`,
    );
  const written = [...(type.kind === "optional" ? ["omitnil"] : []), ...rules.map(ruleText)];
  return `json:"${key}"${written.length > 0 ? ` binding:"${written.join(",")}"` : ""}`;
}

/** `func (i *Item) UnmarshalJSON(data []byte) error`: fills in defaults, and asks for the fields without one. */
export function modelReader(node: ir.Record, context: GoLowerContext): go.FuncDecl {
  requireOrderedJson(context);
  const name = context.names.typeName(node.symbol);
  const receiver = name.charAt(0).toLowerCase() === "d" ? "m" : name.charAt(0).toLowerCase();
  const { value: defaults, emitted } = context.capture(() => defaultsOf(node, context));
  if (emitted.length > 0)
    throw new Untranslatable("model-default", "A default of this model takes statements to compute in Go.");
  const required = node.fields.flatMap((field) => (field.rules?.isRequired === true ? [field.rules.key] : []));
  const error = build.ident("err");
  const decoded = build.call(
    context.helper("decodeModel"),
    build.ident("data"),
    build.ident(receiver),
    ...required.map((key) => build.string(key)),
  );
  const isChecked = node.methods.some((method) => method.name === "__post_init__");
  const checked = build.call(
    build.selector(build.ident(receiver), context.member("__post_init__", undefined, "method")),
  );
  return {
    kind: "FuncDecl",
    recv: build.fields([build.field(receiver, build.star(build.ident(name)))]),
    name: build.ident("UnmarshalJSON"),
    type: build.functionType(
      [build.field("data", build.sliceType(build.ident("byte")))],
      [build.field(undefined, build.ident("error"))],
    ),
    body: build.block([
      build.assign([build.star(build.ident(receiver))], build.composite(build.ident(name), defaults)),
      build.ifStatement(
        build.binary(error, "!=", build.ident("nil")),
        [build.returnStatement(error)],
        undefined,
        build.define("err", decoded),
      ),
      build.returnStatement(isChecked ? checked : build.ident("nil")),
    ]),
    leading: [
      { text: `UnmarshalJSON reads a JSON object; what it leaves out has its default, or is missing.`, block: false },
    ],
    span: nowhere,
  };
}

const nowhere = { start: 0, end: 0 } as const;

function defaultsOf(node: ir.Record, context: GoLowerContext): readonly go.Expr[] {
  return node.fields.flatMap((field) => {
    const value = field.defaultValue ?? field.defaultFactory;
    if (value === undefined || value.kind === "NoneLiteral") return [];
    return [build.keyValue(build.ident(context.member(field.name, undefined, "field")), context.expression(value))];
  });
}

/** Dicts that keep their order are shown and read by methods of their own. */
export function requireOrderedJson(context: GoLowerContext): void {
  if (context.facts.hasOrderedDicts) context.helper("orderedMapJSON");
}

/** Whether both languages read and show values of the type alike as JSON; `isShown`: they are only shown, so that one of several types will do. */
export function isReadable(type: Type, isShown = false): boolean {
  switch (type.kind) {
    case "none":
    case "bool":
    case "int":
    case "float":
    case "string":
    case "any":
      return true;
    case "unknown":
      return isShown;
    case "union":
      return isShown && type.members.every((member) => isReadable(member, true));
    case "optional":
      return isReadable(type.inner, isShown);
    case "list":
      return type.variant === undefined && isReadable(type.element, isShown);
    case "dict":
      return type.key.kind === "string" && isReadable(type.value, isShown);
    case "named": {
      const basis = type.symbol.enumeration?.basis;
      return isModel(type.symbol) || basis === "string" || basis === "int";
    }
    default:
      return false;
  }
}
