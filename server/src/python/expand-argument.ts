import * as build from "./build.ts";
import type { ExpansionEnvironment } from "./expand-environment.ts";
import { returnsOf } from "./expand-tree.ts";
import type { Call, Expression } from "./tree.ts";

/*
 * One call of `add_argument`, read by names and literals alone: the field that it fills in, with its type, and how texts become its value.
 */

/** What one argument of a command line is. */
export interface Argument {
  /** The attribute of what `parse_args` gives. */
  readonly field: string;
  readonly annotation: Expression;
  /** With their dashes, long ones first; none where the place says which argument it is. */
  readonly flags: readonly string[];
  readonly form: ArgumentForm;
  /** How many texts there are at least, and at most where there is a limit. */
  readonly least: number;
  readonly most: number | undefined;
  readonly kind: ValueKind;
  readonly choices: Expression | undefined;
  /** Of constants: the value where the option is given. */
  readonly constant: Expression | undefined;
  /** None where nothing is given. */
  readonly defaultValue: Expression | undefined;
  readonly isRequired: boolean;
  readonly help: string;
  /** At most one of its group may be given. */
  readonly isExclusive?: boolean;
}

/** `value`: one text; `list`: several; `append`: one text each time; `switch`, `both`, `count`, `constant`: no text; `version`: shows `constant` and ends. */
export type ArgumentForm = "value" | "list" | "append" | "switch" | "both" | "count" | "constant" | "version";

/** What `type=` makes of a text. `canFail`: it may raise. */
export interface ValueKind {
  readonly name: string;
  readonly annotation: Expression;
  readonly canFail: boolean;
  readonly apply: (text: Expression) => Expression;
}

type Given = ReadonlyMap<string, Expression>;
type Naming = Pick<Argument, "field" | "flags" | "isRequired" | "help">;

const options: ReadonlySet<string> = new Set(
  "action nargs const default type choices required help metavar dest version".split(" "),
);

/** Reads `parser.add_argument(…)`; undefined where it says what is not known here. */
export function readArgument(call: Call, environment: ExpansionEnvironment): Argument | undefined {
  const given = keywordsOf(call, options);
  const names = call.args.map(textOf).filter((name) => name !== undefined);
  if (!given || names.length === 0 || names.length < call.args.length) return undefined;
  const flags = names.filter((name) => name.startsWith("-"));
  if (flags.length < names.length && names.length > 1) return undefined;
  const ordered = [...flags].sort((a, b) => Number(b.startsWith("--")) - Number(a.startsWith("--")));
  const [word = ""] = flags.length === 0 ? names : ordered;
  const field = textOf(given.get("dest")) ?? word.replace(/^-+/, "").replaceAll("-", "_");
  const isRequired = truthOf(given.get("required"));
  if (!/^[A-Za-z_]\w*$/.test(field) || isRequired === undefined) return undefined;
  const help = (textOf(given.get("help")) ?? "").replaceAll(/ *\(default: %\(default\)s\)/g, "").replaceAll("%%", "%");
  const naming: Naming = { field, flags: ordered, isRequired, help };
  const action = given.get("action");
  const name = textOf(action) ?? (action ? (environment.pathOf(action) ?? "") : "store");
  if (name === "store" || name === "append") return readTexts(naming, name === "append", given, environment);
  return flags.length === 0 ? undefined : readSwitch(naming, name, given);
}

/** Options that take no text. */
function readSwitch(naming: Naming, action: string, given: Given): Argument | undefined {
  const own = given.get("default");
  const defaultValue = own && isNone(own) ? undefined : own;
  const common = { ...naming, least: 0, most: 0, kind: text, choices: undefined, constant: undefined };
  const ofBool = { ...common, annotation: build.name("bool") };
  switch (action) {
    case "store_true":
      return own && truthOf(own) !== false ? undefined : { ...ofBool, form: "switch", defaultValue: build.bool(false) };
    case "store_false":
      if (own && truthOf(own) !== true) return undefined;
      return { ...ofBool, form: "constant", constant: build.bool(false), defaultValue: build.bool(true) };
    case "argparse.BooleanOptionalAction":
      return truthOf(own ?? build.none()) === undefined ? undefined : { ...ofBool, form: "both", defaultValue };
    case "count": {
      const annotation = build.name("int");
      return own && defaultValue ? { ...common, annotation, form: "count", defaultValue } : undefined;
    }
    case "version": {
      const constant = given.get("version");
      if (!constant || (textOf(constant) ?? "%").includes("%")) return undefined;
      return { ...common, annotation: build.name("str"), form: "version", constant, defaultValue };
    }
    case "store_const": {
      const constant = given.get("const");
      const annotation = constant && literalType(constant);
      return constant && annotation && defaultValue
        ? { ...common, annotation, form: "constant", constant, defaultValue }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Arguments and options whose value is made of one text or several. */
function readTexts(
  naming: Naming,
  appends: boolean,
  given: Given,
  environment: ExpansionEnvironment,
): Argument | undefined {
  const kind = kindOf(given.get("type"), environment);
  const count = countOf(given.get("nargs"));
  if (!kind || !count || given.has("const")) return undefined;
  const isPositional = naming.flags.length === 0;
  const isMany = count.most !== 1;
  // Only one text after each option: how many belong to it would depend on what follows.
  if (!isPositional && (isMany || count.least === 0)) return undefined;
  if (isPositional && appends) return undefined;
  const isList = isMany || appends;
  const isOptional = isPositional ? count.least === 0 : !naming.isRequired;
  const ownDefault = given.get("default");
  let defaultValue = ownDefault && !isNone(ownDefault) ? asValue(ownDefault, kind, environment) : undefined;
  if (appends && defaultValue && !(defaultValue.kind === "List" && defaultValue.elts.length === 0)) return undefined;
  if (isMany && isOptional) defaultValue ??= build.list([]);
  const base = isList ? build.subscript(build.name("list"), kind.annotation) : kind.annotation;
  return {
    ...naming,
    ...count,
    kind,
    annotation: isOptional && !defaultValue ? build.binOp(base, "BitOr", build.none()) : base,
    form: appends ? "append" : isMany ? "list" : "value",
    choices: given.get("choices"),
    constant: undefined,
    defaultValue,
    isRequired: !isOptional,
  };
}

/** A default that is a text is read as if it had been written on the command line. */
function asValue(node: Expression, kind: ValueKind, environment: ExpansionEnvironment): Expression {
  const path = node.kind === "Call" ? environment.pathOf(node.func) : undefined;
  const isText = textOf(node) !== undefined || path === "os.getenv" || path === "os.environ.get";
  return isText && kind.name !== "str" ? kind.apply(node) : node;
}

const text: ValueKind = { name: "str", annotation: build.name("str"), canFail: false, apply: (value) => value };

/** What `type=` makes of a text. */
function kindOf(node: Expression | undefined, environment: ExpansionEnvironment): ValueKind | undefined {
  if (node === undefined) return text;
  const apply = (value: Expression): Expression => build.call(node, [value]);
  const path = environment.pathOf(node);
  if (path === "pathlib.Path") return { name: "Path", annotation: node, canFail: false, apply };
  if (node.kind !== "Name") return undefined;
  const { id } = node;
  if (id === "str" && !environment.isDeclared(id)) return text;
  if ((id === "int" || id === "float") && !environment.isDeclared(id))
    return { name: id, annotation: node, canFail: true, apply };
  const own = environment.definition(id);
  if (own?.returns && returnsOf(own).length > 0) return { name: id, annotation: own.returns, canFail: true, apply };
  return environment.isClass(id) ? { name: id, annotation: node, canFail: true, apply } : undefined;
}

function countOf(node: Expression | undefined): Pick<Argument, "least" | "most"> | undefined {
  if (node === undefined) return { least: 1, most: 1 };
  if (node.kind !== "Constant") return undefined;
  if (node.value.type === "int") {
    const count = Number(node.value.value);
    // One text in a list, and none at all, have rules of their own.
    return count > 1 ? { least: count, most: count } : undefined;
  }
  switch (textOf(node)) {
    case "?":
      return { least: 0, most: 1 };
    case "*":
      return { least: 0, most: undefined };
    case "+":
      return { least: 1, most: undefined };
    default:
      return undefined;
  }
}

/** The keywords of a call, if all of them are among those. */
export function keywordsOf(call: Call, known: ReadonlySet<string>): Given | undefined {
  const given = new Map<string, Expression>();
  for (const { arg, value } of call.keywords) {
    if (arg === undefined || !known.has(arg)) return undefined;
    given.set(arg, value);
  }
  return given;
}

/** The type of a value that is written out, as an annotation. */
export function literalType(node: Expression): Expression | undefined {
  if (node.kind !== "Constant") return undefined;
  const { type } = node.value;
  return type === "str" || type === "int" || type === "float" || type === "bool" ? build.name(type) : undefined;
}

/** The value of a literal text. */
export function textOf(node: Expression | undefined): string | undefined {
  return node?.kind === "Constant" && node.value.type === "str" ? node.value.value : undefined;
}

/** The value of a literal truth, `false` where nothing is given; undefined for what is computed. */
export function truthOf(node: Expression | undefined): boolean | undefined {
  if (node === undefined) return false;
  return node.kind === "Constant" && node.value.type === "bool" ? node.value.value : undefined;
}

function isNone(node: Expression): boolean {
  return node.kind === "Constant" && node.value.type === "None";
}
