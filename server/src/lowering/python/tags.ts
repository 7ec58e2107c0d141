import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/*
 * The tags of a struct as annotations that pydantic reads: how JSON names a field, and what it must be like. Objects that the program makes itself stay
 * unchecked, as in Go: only reading from JSON looks at the annotations.
 */

/** `Annotated[type, Field(…)]`, or the type alone where its tag says nothing more than that. */
export function taggedType(item: ir.RecordField, tag: string, context: PythonLowerContext): py.Expression {
  const type = context.type(item.type);
  const [key = "", ...options] = (tagValue(tag, "json") ?? "").split(",");
  const name = context.member(item.name, undefined, "field");
  const keywords: py.Keyword[] = [];
  const checks: py.Expression[] = [];
  if (key === "-" && options.length === 0) keywords.push(build.keyword("exclude", build.bool(true)));
  else {
    const shown = key === "" ? item.name : key;
    if (shown !== name) keywords.push(build.keyword("alias", build.str(shown)));
  }
  if (options.includes("string"))
    throw new Untranslatable("json-tag", "A number that JSON has as a text is not translated; convert it by hand.");
  if (options.includes("omitempty")) keywords.push(build.keyword("exclude_if", context.imported("operator", "not_")));
  const rules = (tagValue(tag, "binding") ?? tagValue(tag, "validate") ?? "").split(",").filter((rule) => rule !== "");
  const isOptional = rules.includes("omitempty") || rules.includes("omitnil");
  const constraints = rules.filter((rule) => rule !== "omitempty" && rule !== "omitnil" && rule !== "required");
  for (const rule of constraints) keywords.push(...constraint(rule, item.type, isOptional));
  if (rules.includes("required")) {
    if (item.type.kind === "list" || item.type.kind === "dict")
      throw new Untranslatable(
        "required-list",
        "A list that must be there although it may be empty is not translated.",
      );
    checks.push(build.call(context.imported("pydantic", "AfterValidator"), [context.helper("required")]));
  }
  // Go looks at a field that is left out as at any other.
  if (rules.length > 0 && !isOptional) keywords.push(build.keyword("validate_default", build.bool(true)));
  if (keywords.length === 0 && checks.length === 0) return type;
  const described = keywords.length === 0 ? [] : [build.call(context.imported("pydantic", "Field"), [], keywords)];
  return build.subscript(context.imported("typing", "Annotated"), build.tuple([type, ...described, ...checks]));
}

/** One value of a tag. */
function tagValue(tag: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}:"((?:[^"\\\\]|\\\\.)*)"`).exec(tag)?.[1];
}

const numbers: Readonly<Record<string, string>> = {
  gt: "gt",
  gte: "ge",
  lt: "lt",
  lte: "le",
  min: "ge",
  max: "le",
};
const lengths: Readonly<Record<string, string>> = {
  min: "min_length",
  gte: "min_length",
  max: "max_length",
  lte: "max_length",
};

function constraint(rule: string, type: Type, isOptional: boolean): readonly py.Keyword[] {
  const [name = "", value = ""] = rule.split("=");
  const inner = type.kind === "optional" || type.kind === "pointer" ? undefined : type;
  const isNumber = inner?.kind === "int" || inner?.kind === "float";
  const isText = inner?.kind === "string" || inner?.kind === "list" || inner?.kind === "dict";
  const number = Number(value);
  // A zero that is there would have to be let through.
  if (!isOptional && value !== "" && !Number.isNaN(number)) {
    const literal = Number.isInteger(number) ? build.int(number) : build.float(number);
    if (isNumber && Object.hasOwn(numbers, name)) return [build.keyword(numbers[name], literal)];
    if (isText && Object.hasOwn(lengths, name)) return [build.keyword(lengths[name], literal)];
    if (isText && name === "len") return [build.keyword("min_length", literal), build.keyword("max_length", literal)];
  }
  throw new Untranslatable(
    "validation-tag",
    `The rule \`${rule}\` of a tag is not translated; write a validator of pydantic that tests it.`,
  );
}
