import { unknownType } from "../types/build.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import { declareLocal, initialise, localVariable } from "./check-assignments.ts";
import type { Checker } from "./checker.ts";
import { checkValidType } from "./check-cycles.ts";
import { DeclaredType } from "./check-symbols.ts";
import type { SymbolSource } from "./check-symbols.ts";
import { denotedType } from "./check-type-expressions.ts";
import { declareTypeParameters } from "./check-signatures.ts";
import { singleValue } from "./check-operand.ts";
import { expressionText } from "./check-messages.ts";
import { showGoType } from "./check-show.ts";
import { isConstantType, isParameter } from "./check-types.ts";
import { underlying } from "./check-identity.ts";
import { entity, Scope } from "./scope.ts";
import type { Entity } from "./scope.ts";
import type { Expr, GenDecl, Ident, TypeSpec, ValueSpec } from "./tree.ts";

/** A constant with the expressions that give its type and value: those of an earlier line where its own has none. */
export interface ConstantPart {
  readonly name: Ident;
  readonly type: Expr | undefined;
  readonly value: Expr | undefined;
  readonly iota: bigint;
  /** The expressions stand at an earlier constant. */
  readonly inherited: boolean;
}

/** Lists the constants of a declaration and reports lines with too few or too many values. */
export function constantParts(check: Checker, decl: GenDecl): ConstantPart[] {
  const parts: ConstantPart[] = [];
  let last: ValueSpec | undefined;
  for (const [index, spec] of decl.specs.entries()) {
    if (spec.kind !== "ValueSpec") continue;
    const own = spec.values.length > 0 || spec.type !== undefined;
    if (own) last = spec;
    spec.names.forEach((name, i) => {
      parts.push({ name, type: last?.type, value: last?.values[i], iota: BigInt(index), inherited: !own });
      if (last?.values[i] === undefined)
        check.error(name, "invalid-declaration", "missing init expr for const declaration");
    });
    const extra = last?.values[spec.names.length];
    if (extra !== undefined) check.error(own ? extra : spec, "invalid-declaration", "extra init expr");
  }
  return parts;
}

/** Evaluates a constant declaration. */
export function resolveConstant(check: Checker, constant: Entity, part: ConstantPart): void {
  constant.state = "resolving";
  const recording = check.context.recording && !part.inherited;
  check.within({ ...check.context, iota: part.iota, recording }, () => {
    const declared = part.type === undefined ? undefined : check.typeExpression(part.type);
    if (
      declared !== undefined &&
      declared.kind !== "unknown" &&
      !isConstantType(underlying(declared)) &&
      underlying(declared).kind !== "unknown"
    ) {
      check.error(part.type!, "invalid-declaration", `invalid constant type ${showGoType(declared)}`);
      return;
    }
    constant.type = unknownType;
    if (part.value === undefined) return;
    const operand = singleValue(check, part.value);
    if (operand.mode === "invalid") return;
    if (operand.mode !== "constant") {
      check.error(part.value, "invalid-declaration", `${expressionText(part.value)} is not constant`);
      return;
    }
    if (declared !== undefined && !assign(check, operand, declared, "constant declaration")) return;
    constant.type = operand.type;
    constant.value = operand.value;
  });
  constant.state = "resolved";
  if (check.context.recording)
    check.record({
      node: part.name,
      mode: constant.type.kind === "unknown" ? "invalid" : "constant",
      type: constant.type,
      value: constant.value,
    });
}

/** Evaluates one line of a variable declaration, which gives all its variables their types. */
export function resolveVariables(check: Checker, spec: ValueSpec, variables: readonly Entity[]): void {
  for (const variable of variables) variable.state = "resolving";
  const declared = spec.type === undefined ? undefined : check.typeExpression(spec.type);
  if (declared !== undefined) for (const variable of variables) variable.type = declared;
  if (spec.values.length > 0) initialise(check, spec, variables, declared, spec.values, "variable declaration");
  for (const [i, variable] of variables.entries()) {
    variable.state = "resolved";
    const name = spec.names[i];
    if (name !== undefined)
      check.record({
        node: name,
        mode: variable.type.kind === "unknown" ? "invalid" : "variable",
        type: variable.type,
      });
  }
}

/** The form of a type declaration, seen from its text. */
export function formOf(spec: TypeSpec): TypeSymbol["form"] {
  if (spec.assign) return "alias";
  return spec.type.kind === "StructType" ? "record" : spec.type.kind === "InterfaceType" ? "interface" : "defined";
}

/** Declares what a type declaration defines. `declared` gets its type; the definition is read when it is needed. */
export function resolveType(check: Checker, spec: TypeSpec, declared: Entity, methods: SymbolSource["methods"]): void {
  const { context } = check;
  const owner = declared.id;
  if (spec.assign) return resolveAlias(check, spec, declared);
  const scope = new Scope(context.scope);
  const inside = { ...context, scope };
  let parameters: ReturnType<typeof declareTypeParameters> | undefined;
  const typeParameters = (): ReturnType<typeof declareTypeParameters> =>
    (parameters ??= check.within(inside, () => declareTypeParameters(check, spec.typeParams, owner)));
  const symbol = new DeclaredType(
    spec.name.name,
    context.file.package.path,
    formOf(spec),
    {
      typeParameters,
      definition: () => {
        typeParameters();
        return check.within(inside, () => definitionOf(check, spec));
      },
      methods,
      recursive: () =>
        check.within(inside, () =>
          check.error(spec.name, "invalid-recursive-type", `invalid recursive type ${spec.name.name}`),
        ),
    },
    context.file.package.own ? "full" : context.file.package.partial ? "partial" : "exported",
  );
  declared.type = { kind: "named", symbol, arguments: [] };
  declared.state = "resolved";
  if (context.recording) check.facts.symbols.set(spec, symbol);
  check.recordType(spec.name, declared.type);
  check.later(() => checkValidType(check, spec.name, symbol));
}

function definitionOf(check: Checker, spec: TypeSpec): Type {
  const type = denotedType(check, spec.type);
  if (!isParameter(type)) return type;
  check.error(spec.type, "invalid-declaration", "cannot use a type parameter as RHS in type declaration");
  return unknownType;
}

function resolveAlias(check: Checker, spec: TypeSpec, declared: Entity): void {
  declared.state = "resolving";
  const scope = new Scope(check.context.scope);
  check.inScope(scope, () => {
    const parameters = declareTypeParameters(check, spec.typeParams, declared.id);
    declared.type = denotedType(check, spec.type);
    if (parameters.length > 0) declared.aliasParameters = parameters;
  });
  declared.state = "resolved";
  check.recordType(spec.name, declared.type);
}

/** Reads all that was left to be read when it is needed. */
export function completeType(check: Checker, spec: TypeSpec, declared: Entity): void {
  check.resolve(declared);
  if (declared.type.kind !== "named" || spec.assign) return;
  const { symbol } = declared.type;
  for (const parameter of symbol.typeParameters) void parameter.constraint;
  void symbol.underlying;
}

/** A declaration inside a function. */
export function checkLocalDeclaration(check: Checker, decl: GenDecl): void {
  if (decl.tok === "const") return localConstants(check, decl);
  for (const spec of decl.specs) {
    if (spec.kind === "ValueSpec") localVariables(check, spec);
    else if (spec.kind === "TypeSpec") localType(check, spec);
    else check.error(spec, "misplaced", "unexpected import");
  }
}

function localConstants(check: Checker, decl: GenDecl): void {
  for (const part of constantParts(check, decl)) {
    const constant = entity({
      name: part.name.name,
      kind: "constant",
      role: "constant",
      id: check.nextId(part.name.name),
      node: part.name,
      owner: check.context.function,
      package: check.context.file.package,
      assignments: 1,
    });
    check.define(part.name, constant);
    resolveConstant(check, constant, part);
    declareLocal(check, part.name, constant);
  }
}

function localVariables(check: Checker, spec: ValueSpec): void {
  const variables = spec.names.map((name) => localVariable(check, name, unknownType));
  resolveVariables(check, spec, variables);
  variables.forEach((variable, i) => declareLocal(check, spec.names[i]!, variable));
}

function localType(check: Checker, spec: TypeSpec): void {
  const declared = entity({
    name: spec.name.name,
    kind: "type",
    role: "type",
    id: check.nextId(spec.name.name),
    node: spec.name,
    owner: check.context.function,
    package: check.context.file.package,
  });
  check.define(spec.name, declared);
  declareLocal(check, spec.name, declared);
  resolveType(check, spec, declared, () => new Map());
  completeType(check, spec, declared);
}
