import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { methodOf } from "../../types/members.ts";
import { join } from "../../types/relations.ts";
import type { EnumerationFacts, NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { memberName, membersVariable, parserName } from "./enums.ts";
import * as build from "./syntax.ts";

const nowhere = { start: 0, end: 0 } as const;

/** The type, the constants and the functions that an enumeration of Python becomes. */
export function enumDeclarations(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  context: GoLowerContext,
): readonly go.Decl[] {
  const name = context.names.typeName(node.symbol);
  const type: NamedType = { kind: "named", symbol: node.symbol, arguments: [] };
  const init = node.methods.find((method) => method.name === "__init__");
  const isRecord = enumeration.basis === "record";
  const values = isRecord ? recordValues(node, init, type, context) : undefined;
  const underlying = values?.type ?? build.ident(enumeration.basis === "string" ? "string" : "int");
  const hasNames = context.facts.isNamed(node.symbol) || context.facts.isShown(node.symbol);
  return [
    genDecl("type", [typeSpec(name, underlying)], false),
    values ? genDecl("var", values.specs, true) : genDecl("const", constants(node, enumeration, name, context), true),
    ...(context.facts.isListed(node.symbol) ? [membersDeclaration(node, enumeration, name, context)] : []),
    ...(hasNames ? [nameMethod(node, enumeration, name, context)] : []),
    ...textMethod(node, enumeration, name, type, context),
    ...(enumeration.basis === "other" ? [valueMethod(node, name, context)] : []),
    ...(context.facts.isParsed(node.symbol) && !isRecord ? [parser(node, enumeration, name, context)] : []),
    ...node.methods.filter((method) => method !== init).flatMap((method) => context.inner(method, true)),
  ];
}

function genDecl(tok: go.GenDecl["tok"], specs: readonly go.Spec[], parenthesized: boolean): go.GenDecl {
  return { kind: "GenDecl", tok, parenthesized, specs, span: nowhere };
}

function typeSpec(name: string, type: go.Expr): go.TypeSpec {
  return { kind: "TypeSpec", name: build.ident(name), assign: false, type, span: nowhere };
}

function valueSpec(name: string, type: string | undefined, value: go.Expr | undefined, member: Member): go.ValueSpec {
  return {
    kind: "ValueSpec",
    names: [build.ident(name)],
    ...(type === undefined ? {} : { type: build.ident(type) }),
    values: value ? [value] : [],
    span: nowhere,
    ...member.decoration,
  };
}

type Member = ir.Enumeration["members"][number];

/** Constants that count up, or are single bits in order, are written with `iota`. */
function constants(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  name: string,
  context: GoLowerContext,
): readonly go.ValueSpec[] {
  const { members } = enumeration;
  const numbers = members.map((member) => member.number);
  const first = numbers[0] ?? 0n;
  const isOther = enumeration.basis === "other";
  const counts = isOther || (numbers.length > 1 && numbers.every((value, i) => value === first + BigInt(i)));
  const areBits =
    enumeration.flavour === "flag" && numbers.length > 1 && numbers.every((value, i) => value === 1n << BigInt(i));
  return node.members.map((member, position) => {
    const constant = memberName(node.symbol, member.name, context);
    const facts = members[position]!;
    if (areBits || counts) {
      if (position > 0) return valueSpec(constant, undefined, undefined, member);
      const iota = build.ident("iota");
      const value = areBits
        ? build.binary(build.integer(1), "<<", iota)
        : isOther || first === 0n
          ? iota
          : build.binary(iota, "+", build.integer(first));
      return valueSpec(constant, name, value, member);
    }
    return valueSpec(constant, name, constantValue(facts, enumeration, node, context), member);
  });
}

function constantValue(
  member: EnumerationFacts["members"][number],
  enumeration: EnumerationFacts,
  node: ir.Enumeration,
  context: GoLowerContext,
): go.Expr {
  if (member.text !== undefined) return build.string(member.text);
  const number = member.number!;
  if (enumeration.flavour !== "flag")
    return number < 0n ? build.unary("-", build.integer(-number)) : build.integer(number);
  const parts = enumeration.members.filter(
    (other) => !other.isAlias && other.number !== undefined && (number & other.number) === other.number,
  );
  if (!member.isAlias || parts.length === 0) {
    const bit = number.toString(2).length - 1;
    return number === 0n || number === 1n
      ? build.integer(number)
      : build.binary(build.integer(1), "<<", build.integer(bit));
  }
  return parts
    .map((part): go.Expr => build.ident(memberName(node.symbol, part.name, context)))
    .reduce((left, right) => build.binary(left, "|", right));
}

/** `var colorMembers = []Color{ColorRed, ColorGreen}` */
function membersDeclaration(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  name: string,
  context: GoLowerContext,
): go.GenDecl {
  const members = enumeration.members
    .filter((member) => !member.isAlias)
    .map((member) => build.ident(memberName(node.symbol, member.name, context)));
  const variable = membersVariable(node.symbol, context);
  const spec: go.ValueSpec = {
    kind: "ValueSpec",
    names: [build.ident(variable)],
    values: [build.composite(build.sliceType(build.ident(name)), members)],
    span: nowhere,
  };
  return genDecl("var", [spec], false);
}

function method(receiver: string, type: string, name: string, result: go.Expr, body: readonly go.Stmt[]): go.FuncDecl {
  return {
    kind: "FuncDecl",
    recv: build.fields([build.field(receiver, build.ident(type))]),
    name: build.ident(name),
    type: build.functionType([], [build.field(undefined, result)]),
    body: build.block(body),
    span: nowhere,
  };
}

function letter(name: string): string {
  return name.replace(/^_+/, "").charAt(0).toLowerCase();
}

function memberSwitch(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  receiver: string,
  context: GoLowerContext,
  value: (member: Member) => go.Expr,
  isIncluded: (position: number) => boolean = () => true,
): go.Stmt {
  const seen = new Set<string>();
  const clauses = node.members.flatMap((member, position): readonly go.CaseClause[] => {
    const facts = enumeration.members[position]!;
    const key = String(facts.number ?? facts.text ?? member.name);
    if (seen.has(key) || !isIncluded(position)) return [];
    seen.add(key);
    return [
      {
        kind: "CaseClause",
        list: [build.ident(memberName(node.symbol, member.name, context))],
        body: [build.returnStatement(value(member))],
        span: nowhere,
      },
    ];
  });
  return { kind: "SwitchStmt", tag: build.ident(receiver), clauses, span: nowhere };
}

/** `func (c Color) Name() string` */
function nameMethod(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  name: string,
  context: GoLowerContext,
): go.FuncDecl {
  const receiver = letter(name);
  if (enumeration.basis === "record")
    return method(receiver, name, "Name", build.ident("string"), [
      build.returnStatement(build.selector(build.ident(receiver), "name")),
    ]);
  const known = memberSwitch(node, enumeration, receiver, context, (member) => build.string(member.name));
  if (enumeration.flavour !== "flag")
    return method(receiver, name, "Name", build.ident("string"), [known, build.returnStatement(build.string(""))]);
  return method(receiver, name, "Name", build.ident("string"), [
    known,
    ...combinedName(node, enumeration, receiver, context),
  ]);
}

/** The names of the flags that a combination has, joined. */
function combinedName(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  receiver: string,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const names = build.ident("names");
  const tests = enumeration.members
    .filter((member) => !member.isAlias)
    .map((member) => {
      const flag = build.ident(memberName(node.symbol, member.name, context));
      return build.ifStatement(build.binary(build.binary(build.ident(receiver), "&", flag), "!=", build.integer(0)), [
        build.assign(names, build.call("append", names, build.string(member.name))),
      ]);
    });
  return [
    build.define("names", build.composite(build.sliceType(build.ident("string")), [])),
    ...tests,
    build.returnStatement(build.libraryCall("strings", "Join", names, build.string("|"))),
  ];
}

/** `func (c Color) String() string`, which gives what Python's `str` does. */
function textMethod(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  name: string,
  type: NamedType,
  context: GoLowerContext,
): readonly go.FuncDecl[] {
  if (!context.facts.isShown(node.symbol) || enumeration.showsValue || methodOf(type, "__str__")) return [];
  if (methodOf(type, "__repr__")) return [];
  const receiver = letter(name);
  const text = build.binary(
    build.string(`${node.symbol.name}.`),
    "+",
    build.call(build.selector(build.ident(receiver), "Name")),
  );
  const isEmpty = build.ifStatement(build.binary(build.ident(receiver), "==", build.integer(0)), [
    build.returnStatement(build.string(`${node.symbol.name}(0)`)),
  ]);
  const hasZero = enumeration.members.some((member) => member.number === 0n);
  const body = enumeration.flavour === "flag" && !hasZero ? [isEmpty] : [];
  return [method(receiver, name, "String", build.ident("string"), [...body, build.returnStatement(text)])];
}

/** `func (p Planet) Value() float64`, for values that are neither integers nor strings. */
function valueMethod(node: ir.Enumeration, name: string, context: GoLowerContext): go.FuncDecl {
  const receiver = letter(name);
  const type = node.members.map((member) => member.value.type).reduce<Type>(join, { kind: "unknown" });
  const facts = node.symbol.enumeration!;
  const known = memberSwitch(node, facts, receiver, context, (member) => {
    const { value, emitted } = context.capture(() => context.expression(member.value));
    if (emitted.length > 0)
      throw new Untranslatable(
        "enum-values",
        `The value of \`${member.name}\` needs statements, which is not translated.`,
      );
    return value;
  });
  return method(receiver, name, "Value", context.type(type), [known, build.returnStatement(context.zero(type))]);
}

/** `func ParseColor(value int) (Color, error)` */
function parser(
  node: ir.Enumeration,
  enumeration: EnumerationFacts,
  name: string,
  context: GoLowerContext,
): go.FuncDecl {
  const isText = enumeration.basis === "string";
  const value = build.ident("value");
  const member = build.call(name, value);
  const found = build.libraryCall("slices", "Contains", build.ident(membersVariable(node.symbol, context)), member);
  const shown = isText ? build.call(context.helper("reprString"), value) : value;
  const format = build.string(`${isText ? "%s" : "%d"} is not a valid ${node.symbol.name}`);
  const message = build.libraryCall("fmt", "Sprintf", format, shown);
  const error = context.facts.isDistinguished("ValueError")
    ? build.unary("&", build.composite(context.helper("ValueError"), [build.keyValue(build.ident("Message"), message)]))
    : build.libraryCall("fmt", "Errorf", format, shown);
  const zero: go.Expr = isText ? build.string("") : build.integer(0);
  return {
    kind: "FuncDecl",
    name: build.ident(parserName(node.symbol, context)),
    type: build.functionType(
      [build.field("value", build.ident(isText ? "string" : "int"))],
      [build.field(undefined, build.ident(name)), build.field(undefined, build.ident("error"))],
    ),
    body: build.block([
      build.ifStatement(build.unary("!", found), [{ kind: "ReturnStmt", results: [zero, error], span: nowhere }]),
      { kind: "ReturnStmt", results: [member, build.ident("nil")], span: nowhere },
    ]),
    span: nowhere,
  };
}

/** The struct of an enumeration whose values an `__init__` takes apart, and its members. */
function recordValues(
  node: ir.Enumeration,
  init: ir.Function | undefined,
  type: NamedType,
  context: GoLowerContext,
): { readonly type: go.Expr; readonly specs: readonly go.ValueSpec[] } {
  const fields = init && plainFields(init);
  if (!init || !fields)
    throw new Untranslatable(
      "enum-initializer",
      `The \`__init__\` of \`${node.symbol.name}\` does more than to set attributes, which is not translated for enumerations.`,
    );
  const struct = build.structType([
    build.field("name", build.ident("string")),
    ...fields.map((field) => build.field(context.member(field.name, undefined, "field"), context.type(field.type))),
  ]);
  const bare = context.type(type);
  const specs = node.members.map((member): go.ValueSpec => {
    const given = member.value.kind === "TupleLiteral" ? member.value.elements : [member.value];
    const values = new Map(
      init.parameters.map((parameter, position) => [parameter.binding, given[position] ?? parameter.defaultValue]),
    );
    const elements = fields.map((field) => {
      const { value, emitted } = context.capture(() => context.expression(substitute(field.value, values)));
      if (emitted.length > 0)
        throw new Untranslatable(
          "enum-values",
          `The value of \`${member.name}\` needs statements, which is not translated.`,
        );
      return build.keyValue(build.ident(context.member(field.name, undefined, "field")), value);
    });
    const name = build.keyValue(build.ident("name"), build.string(member.name));
    return valueSpec(
      memberName(node.symbol, member.name, context),
      undefined,
      build.composite(bare, [name, ...elements]),
      member,
    );
  });
  return { type: struct, specs };
}

interface PlainField {
  readonly name: string;
  readonly type: Type;
  readonly value: ir.Expression;
}

/** The attributes that the initializer sets, if it does nothing else and does not read the object. */
function plainFields(init: ir.Function): readonly PlainField[] | undefined {
  const fields: PlainField[] = [];
  for (const statement of init.body) {
    if (statement.kind === "Empty") continue;
    const [target] = statement.kind === "Assign" ? statement.targets : [];
    if (
      statement.kind !== "Assign" ||
      statement.targets.length !== 1 ||
      target?.kind !== "Field" ||
      target.object.kind !== "Variable" ||
      target.object.binding !== init.receiver ||
      target.name.startsWith("_value_")
    )
      return undefined;
    let readsItself = false;
    walk(
      statement.value,
      (inner) => void (readsItself ||= inner.kind === "Variable" && inner.binding === init.receiver),
    );
    if (readsItself) return undefined;
    fields.push({ name: target.name, type: target.type, value: statement.value });
  }
  return fields;
}

function substitute(value: ir.Expression, given: ReadonlyMap<Binding, ir.Expression | undefined>): ir.Expression {
  if (value.kind === "Variable") return given.get(value.binding) ?? value;
  return mapChildren<ir.Expression>(value, (child) => (child.sort === "expression" ? substitute(child, given) : child));
}
