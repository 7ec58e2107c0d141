import { bigIntType, stringType, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { enumerationFacts } from "./analysis-enums.ts";
import type { ClassInfo, Inference } from "./infer-context.ts";
import { entityOf, entityType, functionType } from "./infer-entities.ts";
import { inferExpression } from "./infer-expressions.ts";
import { functionResult } from "./infer-function-types.ts";
import { instantiate } from "./infer-instantiate.ts";
import { findField, findMethod, libraryMember, receiverSubstitution } from "./infer-methods.ts";
import { guessReceiver } from "./infer-receiver-guesses.ts";
import { substitute } from "./infer-signatures.ts";
import { isVariable } from "./infer-solver.ts";
import type { Attribute } from "./tree.ts";

/** The type of `value.attr`, noting what kind of attribute it is. */
export function inferAttribute(inference: Inference, node: Attribute): Type {
  const entity = entityOf(inference, node);
  const owner = entityOf(inference, node.value);
  if (owner !== undefined && owner.kind !== "class") inference.types.set(node.value, entityType(inference, owner));
  if (entity !== undefined) {
    const type = entityType(inference, entity);
    if (owner?.kind === "program-module")
      inference.attributes.set(node, { kind: "module-member", module: owner.path, name: node.attr, type });
    else if ("path" in entity) inference.attributes.set(node, { kind: "library", path: entity.path, type });
    return type;
  }
  if (owner?.kind === "program-module") {
    const variable = inference.env.path(`${owner.path}.${node.attr}`);
    if (variable?.kind === "variable") {
      const type = inference.slot(variable.slot);
      inference.attributes.set(node, { kind: "module-member", module: owner.path, name: node.attr, type });
      return type;
    }
  }
  const value = inferExpression(inference, node.value);
  return attributeOfType(inference, node, value);
}

/** The type of an attribute of a value; what is not known of the value is guessed from the attribute's name. */
export function attributeOfType(inference: Inference, node: Attribute, value: Type): Type {
  const head = inference.head(value);
  if (head.kind === "union") {
    return head.members
      .map((member) => attributeOfType(inference, node, member))
      .reduce((a, b) => inference.solver.merge(a, b), unknownType);
  }
  const instance = head.kind === "class" ? head.instance : head;
  const info = inference.env.classOfType(instance);
  if (info) return programAttribute(inference, node, info, instance, head.kind === "class");
  if (isVariable(head)) {
    const guess = guessReceiver(inference, head, node.attr, node);
    return guess?.kind === "named" ? attributeOfType(inference, node, guess) : unknownType;
  }
  return libraryAttribute(inference, node, instance);
}

function libraryAttribute(inference: Inference, node: Attribute, receiver: Type): Type {
  const found = libraryMember(inference, receiver, node.attr);
  if (found === undefined) return unknownType;
  const { member } = found;
  const owner = found.owner.path.replace(/^builtins\./, "");
  let type: Type = unknownType;
  if (member.kind === "library-value") type = instantiate(inference, member.type, found.substitution);
  else if (member.kind === "library-function") {
    const [overload] = member.overloads;
    if (overload) type = instantiate(inference, member.isProperty ? overload.result : overload, found.substitution);
  }
  inference.attributes.set(node, { kind: "library-attribute", owner, type });
  return type;
}

function programAttribute(
  inference: Inference,
  node: Attribute,
  info: ClassInfo,
  receiver: Type,
  throughClass: boolean,
): Type {
  const substitution = receiverSubstitution(info, receiver);
  const enumeration = enumAttribute(inference, node, info, receiver, throughClass);
  if (enumeration) return enumeration;
  const method = findMethod(info, node.attr);
  if (method) {
    const setter = info.lineage.map((decl) => decl.setters.get(node.attr)).find((decl) => decl !== undefined);
    const isProperty = method.flavour === "property";
    const type = substitute(
      isProperty ? functionResult(inference, method) : functionType(inference, method),
      substitution,
    );
    inference.attributes.set(node, {
      kind: isProperty ? "property" : "method",
      classId: method.owner?.id ?? info.decl.id,
      functionId: method.id,
      type,
      ...(setter && { setterId: setter.id }),
    });
    return type;
  }
  const field = findField(info, node.attr);
  if (field) {
    const type = substitute(inference.slot(field.slot), substitution);
    inference.attributes.set(node, { kind: "field", classId: field.owner.id, name: node.attr, type });
    return narrowedOr(inference, node, type);
  }
  for (const base of info.libraryBases) {
    const found = libraryMember(inference, base, node.attr);
    if (found) return libraryAttribute(inference, node, base);
  }
  if (node.attr === "__name__" || node.attr === "__doc__" || node.attr === "__qualname__") return stringType;
  if (node.attr === "__class__") return { kind: "class", instance: receiver };
  return unknownType;
}

function narrowedOr(inference: Inference, node: Attribute, type: Type): Type {
  const key = inference.narrowKey(node);
  return (key !== undefined && inference.narrowings?.get(key)) || type;
}

function enumAttribute(
  inference: Inference,
  node: Attribute,
  info: ClassInfo,
  receiver: Type,
  throughClass: boolean,
): Type | undefined {
  if (info.form !== "enum") return undefined;
  const field = findField(info, node.attr);
  if (throughClass && field?.inBody) {
    inference.attributes.set(node, { kind: "enum-member", classId: field.owner.id, type: receiver });
    return receiver;
  }
  if (node.attr === "name") return stringType;
  if (node.attr !== "value") return undefined;
  const { basis } = enumerationFacts(info);
  if (basis === "int" || basis === "string") return basis === "int" ? bigIntType : stringType;
  const values = info.lineage.flatMap((decl) => [...decl.fields.values()]).filter((member) => member.inBody);
  const type = values
    .map((member) => inference.slot(member.slot))
    .reduce((a, b) => inference.solver.merge(a, b), unknownType as Type);
  return inference.solver.resolve(type).kind === "unknown" ? bigIntType : type;
}
