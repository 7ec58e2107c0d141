import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/*
 * What pydantic and FastAPI say of a value: by a call that stands in place of its default (`Field(gt=0)`, `Query(10, le=100)`), by calls in its
 * annotation (`Annotated[int, Field(gt=0)]`), and by types that are constrained by themselves (`EmailStr`).
 */

/** The calls that describe a value: their names, the rules they state, and the default that they give. */
export interface Description {
  readonly calls: readonly py.Call[];
  readonly rules: readonly ir.Rule[];
  readonly alias?: string | undefined;
  readonly defaultValue?: py.Expression | undefined;
  readonly factory?: py.Expression | undefined;
}

const describing: ReadonlySet<string> = new Set(["Field", "Query", "Path", "Header", "Body", "Depends"]);

/** The name of the function of pydantic or FastAPI that describes a value with this call. */
export function descriptionName(node: py.Expression | undefined, context: PythonLiftContext): string | undefined {
  if (node?.kind !== "Call") return undefined;
  const target = context.analysis.callOf(node);
  const path = target?.kind === "library" ? target.name : libraryName(node.func);
  if (path === undefined) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  return describing.has(name) ? name : undefined;
}

/** Calls inside annotations are not looked at by inference. */
function libraryName(node: py.Expression): string | undefined {
  return node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr : undefined;
}

/** What is said of a value by its annotation and by what stands in place of its default. */
export function describe(
  annotation: py.Expression | undefined,
  value: py.Expression | undefined,
  context: PythonLiftContext,
): Description {
  const { type, metadata } = unannotated(annotation);
  const described = descriptionName(value, context) ? (value as py.Call) : undefined;
  const calls = [...metadata.filter((item): item is py.Call => descriptionName(item, context) !== undefined)];
  if (described) calls.push(described);
  const written = described ? givenDefault(described) : { value };
  const keyword = (name: string): py.Expression | undefined =>
    calls.flatMap((call) => call.keywords.filter((item) => item.arg === name)).at(-1)?.value;
  return {
    calls,
    rules: [
      ...calls.flatMap(callRules),
      ...(type ? typeRules(type, context) : []),
      ...(annotation ? memberRules(context.analysis.annotationType(annotation)) : []),
    ],
    alias: textOf(keyword("alias")),
    defaultValue: written.value,
    factory: keyword("default_factory"),
  };
}

/** `Annotated[T, …]` taken apart. */
export function unannotated(annotation: py.Expression | undefined): {
  readonly type: py.Expression | undefined;
  readonly metadata: readonly py.Expression[];
} {
  if (annotation?.kind !== "Subscript" || libraryName(annotation.value) !== "Annotated")
    return { type: annotation, metadata: [] };
  const [type, ...metadata] = annotation.slice.kind === "Tuple" ? annotation.slice.elts : [annotation.slice];
  return { type, metadata };
}

function givenDefault(call: py.Call): { readonly value: py.Expression | undefined } {
  if (libraryName(call.func) === "Depends") return { value: undefined };
  const value = call.keywords.find((item) => item.arg === "default")?.value ?? call.args[0];
  return { value: value?.kind === "Constant" && value.value.type === "Ellipsis" ? undefined : value };
}

const namedRules: Readonly<Record<string, readonly ir.Rule[]>> = {
  EmailStr: [{ kind: "email" }],
  PositiveInt: [{ kind: "above", value: "0" }],
  PositiveFloat: [{ kind: "above", value: "0" }],
  NonNegativeInt: [{ kind: "atLeast", value: "0" }],
  NonNegativeFloat: [{ kind: "atLeast", value: "0" }],
};

/** The rules of a type that is constrained by itself, alone, with None, or as the element of a list. */
export function typeRules(type: py.Expression, context: PythonLiftContext): readonly ir.Rule[] {
  if (type.kind === "BinOp" && type.op === "BitOr")
    return [...typeRules(type.left, context), ...typeRules(type.right, context)];
  if (type.kind === "Call")
    throw new Untranslatable("field-constraint", "A type that a call makes is not translated; use `Annotated`.");
  if (type.kind === "Subscript") return genericRules(type, context);
  const name = libraryName(type);
  if (name === "EmailStr")
    context.report(type, {
      severity: "caveat",
      code: "email-rules",
      message:
        "Pydantic also writes the domain of an address in small letters and declines names such as `x@y.test`; Go's validator looks at the form alone.",
    });
  return name !== undefined && Object.hasOwn(namedRules, name) ? namedRules[name]! : [];
}

function genericRules(type: py.Subscript, context: PythonLiftContext): readonly ir.Rule[] {
  const head = libraryName(type.value);
  if (head === "Optional") return typeRules(type.slice, context);
  if (head === "Literal") return literalRules(type.slice);
  if (head === "Annotated") return describe(type, undefined, context).rules;
  const parts = (type.slice.kind === "Tuple" ? type.slice.elts : [type.slice]).map((part) => typeRules(part, context));
  if (parts.every((rules) => rules.length === 0)) return [];
  if (head === "list" || head === "List") return [{ kind: "each", rules: parts[0]! }];
  if (head === "Union") return parts.flat();
  throw new Untranslatable(
    "field-constraint",
    `What is inside of a \`${head ?? "container"}\` is not tested by a tag in Go; test it in a method of the struct.`,
  );
}

/** A value of an enumeration is one of its members; Go's type of the same name holds any text or number. */
export function memberRules(type: Type): readonly ir.Rule[] {
  if (type.kind === "optional") return memberRules(type.inner);
  if (type.kind === "list") {
    const rules = memberRules(type.element);
    return rules.length > 0 ? [{ kind: "each", rules }] : [];
  }
  const members = type.kind === "named" ? type.symbol.enumeration?.members : undefined;
  if (members === undefined) return [];
  const values = members.map((member) => member.text ?? member.number?.toString());
  if (values.some((value) => value === undefined || /[\s'"`,|]/.test(value)))
    throw new Untranslatable(
      "literal-values",
      "Only members whose values are single words can be tested by a tag in Go.",
    );
  return [{ kind: "oneOf", values: values as readonly string[] }];
}

function literalRules(slice: py.Expression): readonly ir.Rule[] {
  const values = (slice.kind === "Tuple" ? slice.elts : [slice]).map(textOf);
  if (values.some((value) => value === undefined || /[\s'"`,|]/.test(value)))
    throw new Untranslatable("literal-values", "Only literals that are single words can be tested by a tag in Go.");
  return [{ kind: "oneOf", values: values as readonly string[] }];
}

const bounds = { gt: "above", ge: "atLeast", lt: "below", le: "atMost" } as const;
const lengths = { min_length: "minimumLength", max_length: "maximumLength" } as const;
/** What only documents the value, or was read already. */
const silent: ReadonlySet<string> = new Set([
  "alias",
  "default",
  "default_factory",
  "title",
  "description",
  "examples",
  "example",
  "deprecated",
  "include_in_schema",
  "repr",
  "json_schema_extra",
]);

function callRules(call: py.Call): readonly ir.Rule[] {
  if (libraryName(call.func) === "Depends") return [];
  return call.keywords.flatMap(({ arg, value }): readonly ir.Rule[] => {
    if (arg !== undefined && Object.hasOwn(bounds, arg))
      return [{ kind: bounds[arg as keyof typeof bounds], value: numberOf(value, arg) }];
    if (arg !== undefined && Object.hasOwn(lengths, arg))
      return [{ kind: lengths[arg as keyof typeof lengths], value: numberOf(value, arg) }];
    if (arg !== undefined && silent.has(arg)) return [];
    throw new Untranslatable(
      "field-constraint",
      `The constraint \`${arg ?? "**"}\` has no tag in Go; test the value in a method of the struct.`,
    );
  });
}

/** A number as both languages write it. */
function numberOf(node: py.Expression, name: string): string {
  if (node.kind === "UnaryOp" && node.op === "USub") return `-${numberOf(node.operand, name)}`;
  if (node.kind === "Constant" && (node.value.type === "int" || node.value.type === "float"))
    return String(node.value.value);
  throw new Untranslatable("field-constraint", `The bound \`${name}\` is computed, and tags of Go hold constants.`);
}

/** The text that a constant is. */
export function textOf(node: py.Expression | undefined): string | undefined {
  return node?.kind === "Constant" && node.value.type === "str" ? node.value.value : undefined;
}

/** Whether a default that is written out breaks one of the rules, which Python does not look at and Go would. */
export function breaksRules(value: ir.Expression, rules: readonly ir.Rule[]): boolean {
  const number =
    value.kind === "IntegerLiteral" || value.kind === "FloatLiteral"
      ? Number(value.value)
      : value.kind === "Negate" && (value.operand.kind === "IntegerLiteral" || value.operand.kind === "FloatLiteral")
        ? -Number(value.operand.value)
        : undefined;
  const length =
    value.kind === "StringLiteral"
      ? [...value.value].length
      : value.kind === "ListLiteral"
        ? value.elements.length
        : undefined;
  return rules.some((rule) => {
    switch (rule.kind) {
      case "above":
        return number !== undefined && !(number > Number(rule.value));
      case "atLeast":
        return number !== undefined && !(number >= Number(rule.value));
      case "below":
        return number !== undefined && !(number < Number(rule.value));
      case "atMost":
        return number !== undefined && !(number <= Number(rule.value));
      case "minimumLength":
        return length !== undefined && length < Number(rule.value);
      case "maximumLength":
        return length !== undefined && length > Number(rule.value);
      case "oneOf":
        return value.kind === "StringLiteral" && !rule.values.includes(value.value);
      case "email":
        return value.kind === "StringLiteral" && !value.value.includes("@");
      default:
        return false;
    }
  });
}
