import { unknownType } from "../types/build.ts";
import type { FieldType, MethodType, Type, TypeParameterType } from "../types/type.ts";
import type { Checker } from "./checker.ts";
import { instantiateType } from "./check-instantiate.ts";
import { expressionText } from "./check-messages.ts";
import { integerValue, singleValue } from "./check-operand.ts";
import { settleDefault } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import { dereference, interfaceOf, isComparable, isInteger, isInterface, isParameter } from "./check-types.ts";
import { checkTerm, checkMethods } from "./check-constraints.ts";
import { underlying } from "./check-identity.ts";
import type { Term } from "./check-identity.ts";
import { lookupName, packageOf, selectFromPackage } from "./check-names.ts";
import type { Entity } from "./scope.ts";
import type {
  ArrayType,
  ChanType,
  Expr,
  Field,
  IndexExpr,
  IndexListExpr,
  InterfaceType,
  SelectorExpr,
  StructType,
} from "./tree.ts";

/** The type that `node` denotes. Reports what is no type; the result is then unknown. */
export function denotedType(check: Checker, node: Expr): Type {
  const type = readType(check, node, false);
  return check.recordType(node, type);
}

/** Like `denotedType`, but a generic type may stand without arguments. */
export function genericType(check: Checker, node: Expr): Type {
  return check.recordType(node, readType(check, node, true));
}

function readType(check: Checker, node: Expr, generic: boolean): Type {
  switch (node.kind) {
    case "Ident": {
      const found = lookupName(check, node);
      return found === undefined ? unknownType : entityType(check, node, found, generic);
    }
    case "SelectorExpr":
      return qualifiedType(check, node, generic);
    case "ParenExpr":
      return check.recordType(node.x, readType(check, node.x, generic));
    case "IndexExpr":
    case "IndexListExpr":
      return instantiatedType(check, node);
    case "StarExpr":
      return { kind: "pointer", target: denotedType(check, node.x) };
    case "ArrayType":
      return arrayType(check, node);
    case "MapType":
      return mapType(check, node.key, node.value);
    case "ChanType":
      return channelType(check, node);
    case "FuncType":
      return check.signature(node, undefined, undefined).type;
    case "StructType":
      return structType(check, node);
    case "InterfaceType":
      return interfaceType(check, node);
    case "BadExpr":
      return unknownType;
    default:
      return notAType(check, node);
  }
}

function notAType(check: Checker, node: Expr): Type {
  check.error(node, "not-a-type", `${expressionText(node)} is not a type`);
  return unknownType;
}

function entityType(check: Checker, node: Expr, found: Entity, generic: boolean): Type {
  if (found.role !== "type")
    return found.role === "package" && !found.imported?.known ? unknownType : notAType(check, node);
  check.resolve(found);
  if (found.state === "resolving" && found.type.kind === "unknown") {
    check.error(node, "invalid-recursive-type", `invalid recursive type ${found.name}`);
    return unknownType;
  }
  if (!generic && isGeneric(found)) {
    check.error(node, "type-arguments", `cannot use generic type ${found.name} without instantiation`);
    return unknownType;
  }
  return found.type;
}

/** Whether the entity is a generic type (or alias) as it was declared. */
export function isGeneric(found: Entity): boolean {
  if (found.aliasParameters !== undefined) return true;
  return (
    found.type.kind === "named" && found.type.arguments.length === 0 && found.type.symbol.typeParameters.length > 0
  );
}

function qualifiedType(check: Checker, node: SelectorExpr, generic: boolean): Type {
  const imported = packageOf(check, node.x, node.sel.name);
  if (imported === undefined) {
    const operand = check.expression(node.x);
    return operand.mode === "invalid" ? unknownType : notAType(check, node);
  }
  const found = selectFromPackage(check, node, imported);
  return found === undefined ? unknownType : entityType(check, node, found, generic);
}

function instantiatedType(check: Checker, node: IndexExpr | IndexListExpr): Type {
  const base = genericEntity(check, node.x);
  const args = (node.kind === "IndexExpr" ? [node.index] : node.indices).map((argument) =>
    check.typeExpression(argument),
  );
  if (base === undefined) return unknownType;
  check.recordType(node.x, base.type);
  return instantiateType(check, node, base, args);
}

function genericEntity(check: Checker, node: Expr): Entity | undefined {
  let found: Entity | undefined;
  if (node.kind === "Ident") found = lookupName(check, node);
  else if (node.kind === "SelectorExpr") {
    const imported = packageOf(check, node.x, node.sel.name);
    found = imported && selectFromPackage(check, node, imported);
    if (imported === undefined) notAType(check, node);
  } else notAType(check, node);
  if (found === undefined) return undefined;
  if (found.role !== "type") {
    if (!(found.role === "package" && !found.imported?.known)) notAType(check, node);
    return undefined;
  }
  check.resolve(found);
  if (found.type.kind === "unknown") return undefined;
  if (!isGeneric(found)) {
    check.error(node, "type-arguments", `${found.name} is not a generic type`);
    return undefined;
  }
  return found;
}

function arrayType(check: Checker, node: ArrayType): Type {
  if (node.len === undefined) return { kind: "list", element: check.typeExpression(node.elt) };
  if (node.len.kind === "Ellipsis") {
    check.error(node, "misplaced", "invalid use of [...] array (outside a composite literal)");
    return { kind: "array", length: -1, element: check.typeExpression(node.elt) };
  }
  const length = arrayLength(check, node.len);
  return { kind: "array", length, element: check.typeExpression(node.elt) };
}

/** The length of an array type; negative when it is not known. */
function arrayLength(check: Checker, node: Expr): number {
  const operand = singleValue(check, node);
  if (operand.mode === "invalid") return -1;
  if (operand.mode !== "constant") {
    check.error(node, "invalid-declaration", `invalid array length ${expressionText(node)}`);
    return -1;
  }
  const value = integerValue(operand);
  if (operand.value?.kind === "unknown") return -1;
  const wrongType = operand.type.kind !== "untyped" && !isInteger(underlying(operand.type));
  if (value === undefined || wrongType || value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    check.error(node, "invalid-declaration", `array length ${expressionText(node)} must be a non-negative integer`);
    return -1;
  }
  settleDefault(check, operand);
  return Number(value);
}

function mapType(check: Checker, keyNode: Expr, valueNode: Expr): Type {
  const key = check.typeExpression(keyNode);
  const value = check.typeExpression(valueNode);
  check.later(() => {
    if (isComparable(key)) return;
    check.error(
      keyNode,
      "invalid-declaration",
      `invalid map key type ${showGoType(key)}${isParameter(key) ? " (missing comparable constraint)" : ""}`,
    );
  });
  return { kind: "dict", key, value };
}

function channelType(check: Checker, node: ChanType): Type {
  return { kind: "channel", direction: node.dir, element: check.typeExpression(node.value) };
}

/** The name an embedded type gives its field. */
export function embeddedName(node: Expr): string | undefined {
  switch (node.kind) {
    case "Ident":
      return node.name;
    case "SelectorExpr":
      return node.sel.name;
    case "StarExpr":
    case "ParenExpr":
    case "IndexExpr":
    case "IndexListExpr":
      return embeddedName(node.x);
    default:
      return undefined;
  }
}

function structType(check: Checker, node: StructType): Type {
  const fields: FieldType[] = [];
  const add = (at: Field | Field["names"][number], field: FieldType): void => {
    if (field.name !== "_" && fields.some((other) => other.name === field.name)) {
      check.error(at, "duplicate-declaration", `${field.name} redeclared`);
    }
    fields.push(field);
  };
  for (const field of node.fields.list) {
    const type = check.typeExpression(field.type);
    const tag = typeof field.tag?.value === "string" ? { tag: field.tag.value } : {};
    for (const name of field.names) add(name, { name: name.name, type, ...tag });
    if (field.names.length > 0) continue;
    const name = embeddedName(field.type);
    if (name === undefined) continue;
    add(field, { name, type, embedded: true, ...tag });
    check.later(() => checkEmbedded(check, field, type));
  }
  return { kind: "struct", fields };
}

function checkEmbedded(check: Checker, field: Field, type: Type): void {
  const { type: target, pointer } = dereference(type);
  const base = underlying(target);
  if (isParameter(target)) check.error(field, "invalid-declaration", "embedded field type cannot be a type parameter");
  else if (base.kind === "pointer")
    check.error(field, "invalid-declaration", "embedded field type cannot be a pointer");
  else if (pointer && isInterface(target))
    check.error(field, "invalid-declaration", "embedded field type cannot be a pointer to an interface");
}

function interfaceType(check: Checker, node: InterfaceType): Type {
  const methods: MethodType[] = [];
  const embedded: Type[] = [];
  const unions: NonNullable<Extract<Type, { kind: "interface" }>["terms"]>[] = [];
  for (const field of node.methods.list) {
    const name = field.names[0];
    if (name !== undefined && field.type.kind === "FuncType") {
      if (methods.some((other) => other.name === name.name))
        check.error(name, "duplicate-declaration", `duplicate method ${name.name}`);
      methods.push({ name: name.name, type: check.signature(field.type, undefined, undefined).type });
      check.recordType(field.type, methods.at(-1)!.type);
      continue;
    }
    const element = constraintElement(check, field.type);
    if (element.kind === "interface" && element.terms !== undefined && isUnion(field.type)) unions.push(element.terms);
    else embedded.push(element);
    check.later(() => checkMethods(check, field, methods, element));
  }
  const [first, ...others] = unions;
  for (const terms of others) embedded.push({ kind: "interface", methods: [], embedded: [], terms });
  return interfaceOf({ methods, embedded, ...(first === undefined ? {} : { terms: first }) });
}

function isUnion(node: Expr): boolean {
  return (node.kind === "BinaryExpr" && node.op === "|") || (node.kind === "UnaryExpr" && node.op === "~");
}

/** The type of a constraint or of an element of one: unions and `~T` become interfaces. */
export function constraintElement(check: Checker, node: Expr): Type {
  if (!isUnion(node)) {
    const type = denotedType(check, node);
    if (type.kind === "parameter")
      check.error(node, "invalid-declaration", "cannot use a type parameter as constraint or term");
    return type.kind === "parameter" ? unknownType : type;
  }
  const terms: Term[] = [];
  const visit = (part: Expr): void => {
    if (part.kind === "BinaryExpr" && part.op === "|") {
      visit(part.x);
      visit(part.y);
      return;
    }
    const tilde = part.kind === "UnaryExpr" && part.op === "~";
    const type = denotedType(check, tilde ? part.x : part);
    if (type.kind === "parameter") check.error(part, "invalid-declaration", "term cannot be a type parameter");
    const term = { tilde, type };
    const earlier = [...terms];
    check.later(() => checkTerm(check, part, term, earlier));
    terms.push(term);
    if (tilde) check.recordType(part, { kind: "interface", methods: [], embedded: [], terms: [term] });
  };
  visit(node);
  return check.recordType(node, { kind: "interface", methods: [], embedded: [], terms });
}

/** A type parameter whose constraint is read when it is first needed, as constraints may mention the parameters. */
export function lazyParameter(name: string, owner: string, readConstraint: () => Type): TypeParameterType {
  let constraint: Type | undefined;
  let reading = false;
  return {
    kind: "parameter",
    name,
    owner,
    get constraint(): Type {
      if (constraint !== undefined) return constraint;
      if (reading) return unknownType;
      reading = true;
      constraint = readConstraint();
      reading = false;
      return constraint;
    },
  };
}
