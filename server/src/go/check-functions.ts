import { unknownType } from "../types/build.ts";
import type { FunctionType, MethodSignature, NamedType, Type, TypeParameterType } from "../types/type.ts";
import type { Checker, Context, FileContext, FunctionContext, SignatureResult, UnitRecord } from "./checker.ts";
import { isUnsafePointer } from "./check-types.ts";
import { checkLabels } from "./check-labels.ts";
import { declareTypeParameters, mayHaveMethods, receiverParts } from "./check-signatures.ts";
import { substitute, substitution } from "./check-substitute.ts";
import { terminates } from "./check-terminating.ts";
import { genericType, lazyParameter } from "./check-type-expressions.ts";
import { underlying } from "./check-identity.ts";
import { entity, Scope } from "./scope.ts";
import type { BlockStmt, FuncDecl, Ident } from "./tree.ts";

/** A function that is being read: mutable, since its signature is only known after its parameters. */
interface Owner extends FunctionContext {
  signature: FunctionType | undefined;
  results: FunctionContext["results"];
}

function newOwner(): Owner {
  return { signature: undefined, results: undefined };
}

/** Throws away what a silent reading reports. */
function silentUnit(path: string): UnitRecord {
  return { path, errors: [], uses: new Map() };
}

/** The context for reading a declaration of a file again, just for its type. */
function silently(file: FileContext, prefix: string): Context {
  return {
    file,
    unit: silentUnit(file.path),
    scope: file.scope,
    function: undefined,
    prefix,
    ordinals: new Map(),
    recording: false,
  };
}

/** The type of a function declaration, read without reporting or recording anything. */
export function functionSignature(check: Checker, node: FuncDecl, file: FileContext, prefix: string): FunctionType {
  return check.within(silently(file, prefix), () => {
    const scope = new Scope(file.scope);
    return check.inScope(scope, () => {
      const parameters = declareTypeParameters(check, node.type.typeParams, prefix);
      const { type } = check.signature(node.type, new Scope(scope), undefined);
      return parameters.length > 0 ? { ...type, typeParameters: parameters } : type;
    });
  });
}

/** The method as its receiver's type has it; its signature is read when it is first asked for. */
export function lazyMethod(check: Checker, node: FuncDecl, file: FileContext, receiver: NamedType): MethodSignature {
  let type: FunctionType | undefined;
  const parts = receiverParts(node);
  return {
    name: node.name.name,
    flavour: "instance",
    pointerReceiver: parts?.pointer ?? false,
    get type(): FunctionType {
      return (type ??= methodSignature(check, node, file, receiver, parts?.parameters ?? []));
    },
  };
}

function methodSignature(
  check: Checker,
  node: FuncDecl,
  file: FileContext,
  receiver: NamedType,
  names: readonly Ident[],
): FunctionType {
  return check.within(silently(file, node.name.name), () => {
    const scope = new Scope(file.scope);
    names.forEach((name, i) => {
      const parameter = receiver.symbol.typeParameters[i] ?? unknownType;
      scope.declare(entity({ name: name.name, kind: "type", role: "type", type: parameter }));
    });
    return check.inScope(scope, () => check.signature(node.type, new Scope(scope), undefined).type);
  });
}

/** Checks a function or method declaration with its body. The context is that of the file. */
export function checkFunction(check: Checker, node: FuncDecl): void {
  const prefix = check.context.prefix;
  const owner = newOwner();
  const outer = new Scope(check.context.scope);
  check.within({ ...check.context, scope: outer, function: owner }, () => {
    const scope = new Scope(outer);
    if (node.recv !== undefined) declareReceiver(check, node, outer, scope, owner);
    const parameters = declareTypeParameters(check, node.type.typeParams, prefix);
    for (const parameter of parameters) void parameter.constraint;
    if (node.recv !== undefined && parameters.length > 0) {
      check.error(node.type.typeParams!, "invalid-declaration", "methods cannot have type parameters");
    }
    const result = check.signature(node.type, scope, owner);
    check.recordType(node.type, result.type);
    const type = parameters.length > 0 ? { ...result.type, typeParameters: parameters } : result.type;
    check.record({ node: node.name, mode: "value", type });
    owner.signature = result.type;
    owner.results = result.results;
    if (node.body !== undefined) check.functionBody(result, node.body, owner);
  });
}

function declareReceiver(check: Checker, node: FuncDecl, outer: Scope, scope: Scope, owner: Owner): void {
  const field = node.recv!.list[0];
  if (field === undefined || node.recv!.list.length > 1 || field.names.length > 1) {
    check.error(
      node.recv!,
      "invalid-declaration",
      `method has ${field === undefined ? "no" : "multiple"} receiver${field === undefined ? "" : "s"}`,
    );
    return;
  }
  const parts = receiverParts(node);
  const base = parts === undefined ? unknownType : genericType(check, parts.base);
  const type =
    base.kind === "named"
      ? receiverType(check, outer, base, parts?.parameters ?? [], check.context.prefix, node)
      : unknownType;
  if (base.kind !== "unknown") checkReceiver(check, node, base);
  const full: Type = parts?.pointer ? { kind: "pointer", target: type } : type;
  check.recordType(field.type, full);
  if (field.type.kind === "StarExpr") check.recordType(field.type.x, type);
  const [name] = field.names;
  if (name === undefined) return;
  const receiver = entity({
    name: name.name,
    kind: "receiver",
    role: "variable",
    id: check.nextId(name.name),
    type: type.kind === "unknown" ? unknownType : full,
    assignments: 1,
    used: true,
    owner,
    node: name,
    package: check.context.file.package,
  });
  if (name.name !== "_") check.define(name, receiver);
  scope.declare(receiver);
}

function receiverType(
  check: Checker,
  outer: Scope,
  base: NamedType,
  names: readonly Ident[],
  prefix: string,
  node: FuncDecl,
): Type {
  const declared = base.symbol.typeParameters;
  if (declared.length !== names.length) {
    const text =
      names.length === 0
        ? `cannot use generic type ${base.symbol.name} without instantiation`
        : `receiver declares ${names.length} type parameters, but receiver base type declares ${declared.length}`;
    check.error(node.recv!, "type-arguments", text);
    return unknownType;
  }
  const own: TypeParameterType[] = names.map((name, i) =>
    lazyParameter(name.name, prefix, () =>
      substitute(declared[i]!.constraint ?? { kind: "any" }, substitution(declared, own)),
    ),
  );
  names.forEach((name, i) => {
    const declaredName = entity({
      name: name.name,
      kind: "type",
      role: "type",
      id: check.nextId(name.name),
      type: own[i]!,
      node: name,
    });
    check.define(name, declaredName);
    check.recordType(name, own[i]!);
    outer.declare(declaredName);
  });
  return names.length === 0 ? base : { ...base, arguments: own };
}

function checkReceiver(check: Checker, node: FuncDecl, base: Type): void {
  const own = base.kind === "named" && base.symbol.module === check.packagePath;
  if (!own) {
    const text =
      base.kind === "named" && base.symbol.module !== "universe"
        ? "cannot define new methods on non-local type"
        : "invalid receiver type";
    check.error(node.recv!, "invalid-declaration", `${text} ${base.kind === "named" ? base.symbol.name : base.kind}`);
  } else if (!mayHaveMethods(base) || isUnsafePointer(underlying(base))) {
    check.error(
      node.recv!,
      "invalid-declaration",
      `invalid receiver type ${base.symbol.name} (pointer or interface type)`,
    );
  }
}

/** Checks the statements of a function in the scope of its parameters, then its labels and its end. */
export function checkFunctionBody(
  check: Checker,
  result: SignatureResult,
  body: BlockStmt,
  owner: FunctionContext,
): void {
  check.within({ ...check.context, scope: result.scope, function: owner }, () => {
    check.statements(body.list);
    checkLabels(check, body.list);
    if (result.type.result.kind !== "none" && !terminates(check.facts, body.list))
      check.error(body, "missing-return", "missing return");
  });
}
