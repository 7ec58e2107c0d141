import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Type } from "../../types/type.ts";
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
  const written = [...(type.kind === "optional" ? ["omitnil"] : []), ...rules.map(ruleText)];
  return `json:"${key}"${written.length > 0 ? ` binding:"${written.join(",")}"` : ""}`;
}

/** `func (i *Item) UnmarshalJSON(data []byte) error`: fills in defaults, and asks for the fields without one. */
export function modelReader(node: ir.Record, context: GoLowerContext): go.FuncDecl {
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
