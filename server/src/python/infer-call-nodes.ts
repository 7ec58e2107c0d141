import { bigIntType, boolType, listOf, noneType, unknownType } from "../types/build.ts";
import { typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { annotationType, libraryInstance } from "./infer-annotation.ts";
import { attributeOfType, inferAttribute } from "./infer-attributes.ts";
import { callRecord, inferAll } from "./infer-call-outcomes.ts";
import { callType } from "./infer-calls.ts";
import type { Entity, Inference } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { entityOf, entityType, functionType } from "./infer-entities.ts";
import { inferExpression } from "./infer-expressions.ts";
import { inferHandedCall } from "./infer-handed-calls.ts";
import { callLibrary, constructLibrary } from "./infer-library-calls.ts";
import { callMethod } from "./infer-method-calls.ts";
import { findMethod, libraryMember, receiverSubstitution } from "./infer-methods.ts";
import { callExactly, callFunction, construct } from "./infer-program-calls.ts";
import { guessReceiver } from "./infer-receiver-guesses.ts";
import { type CallArguments, argumentType } from "./infer-signatures.ts";
import { rangeElement, sizedResult } from "./infer-numbers.ts";
import { isVariable } from "./infer-solver.ts";
import { isOnSuper } from "./super-call.ts";
import type { Attribute, Call } from "./tree.ts";

/** The arguments of a call as they are written. */
export function callArguments(node: Call): CallArguments {
  return {
    positional: node.args.filter((arg) => arg.kind !== "Starred").map((arg) => ({ node: arg })),
    keywords: node.keywords.flatMap((keyword) =>
      keyword.arg === undefined ? [] : [{ name: keyword.arg, argument: { node: keyword.value } }],
    ),
    spread: [
      ...node.args.filter((arg) => arg.kind === "Starred"),
      ...node.keywords.filter((keyword) => keyword.arg === undefined).map((keyword) => keyword.value),
    ].map((arg) => ({ node: arg })),
  };
}

/** Infers a call and notes what is called. */
export function inferCall(inference: Inference, node: Call, expected?: Type): Type {
  const result = inferPlainCall(inference, node, expected);
  inferHandedCall(inference, node);
  return result;
}

function inferPlainCall(inference: Inference, node: Call, expected?: Type): Type {
  const args = callArguments(node);
  const special = superCall(inference, node, args) ?? specialCall(inference, node, args);
  if (special !== undefined) return special;
  const entity = entityOf(inference, node.func);
  if (entity !== undefined && !(entity.kind === "library-function" && entity.flavour === "instance")) {
    if (node.func.kind === "Attribute") inferAttribute(inference, node.func);
    inference.types.set(node.func, entityType(inference, entity));
    const result = entityCall(inference, node, args, expected);
    if (result !== undefined) return sized(inference, entity, args, result);
  }
  if (node.func.kind === "Attribute") {
    const result = methodCall(inference, node, node.func, args);
    if (result !== undefined) return result;
  }
  const type = inference.types.get(node.func) ?? inferExpression(inference, node.func);
  const outcome = callType(inference, type, args, node);
  if (outcome === undefined) {
    inferAll(inference, args);
    return callUnknown(inference, node, type, args);
  }
  const head = inference.head(type);
  if (head.kind === "class") {
    const info = inference.env.classOfType(head.instance);
    if (info) inference.calls.set(node, callRecord("class", info.decl.id, outcome));
  } else if (head.kind === "function") inference.calls.set(node, callRecord("value", "", outcome, { type: head }));
  return outcome.result;
}

/** A value of unknown type is called: it is likely a function of these arguments. */
function callUnknown(inference: Inference, node: Call, type: Type, args: CallArguments): Type {
  const head = inference.solver.shallow(type);
  if (!isVariable(head) || args.spread.length > 0 || args.keywords.length > 0) return unknownType;
  const parameters = args.positional.map((_, i) => ({ type: inference.cell(node, `argument ${i}`) }));
  args.positional.forEach((argument, i) =>
    inference.solver.flow(argumentType(inference, argument), parameters[i]!.type),
  );
  const result = inference.cell(node, "result");
  inference.solver.hint(head, { kind: "function", parameters, result }, 2);
  return result;
}

function entityCall(
  inference: Inference,
  node: Call,
  args: CallArguments,
  expected: Type | undefined,
): Type | undefined {
  const entity = entityOf(inference, node.func)!;
  switch (entity.kind) {
    case "function": {
      const outcome = callFunction(inference, entity, args, node);
      inference.calls.set(
        node,
        entity.owner
          ? callRecord("method", entity.id, outcome, { through: "class" })
          : callRecord("function", entity.id, outcome),
      );
      return outcome.result;
    }
    case "class": {
      const outcome = construct(inference, entity, args, node);
      inference.calls.set(node, callRecord("class", entity.id, outcome));
      return outcome.result;
    }
    case "library-function": {
      const outcome = callLibrary(inference, entity, args, node);
      inference.calls.set(node, libraryRecord(entity.path, outcome));
      return outcome.result;
    }
    case "library-class": {
      const outcome = constructLibrary(inference, entity, args, node, expected);
      inference.calls.set(node, libraryRecord(entity.path, outcome));
      return outcome.result;
    }
    case "foreign":
      inferAll(inference, args);
      inference.calls.set(
        node,
        callRecord("library", entity.path, { result: unknownType, matched: [], irregular: true }),
      );
      return unknownType;
    default:
      return undefined;
  }
}

function libraryRecord(path: string, outcome: Parameters<typeof callRecord>[2]) {
  return path.startsWith("builtins.")
    ? callRecord("builtin", path.slice("builtins.".length), outcome)
    : callRecord("library", path, outcome);
}

function methodCall(inference: Inference, node: Call, func: Attribute, args: CallArguments): Type | undefined {
  const owner = entityOf(inference, func.value);
  const value = owner
    ? inference.record(func.value, entityType(inference, owner))
    : inferExpression(inference, func.value);
  if (owner && "path" in owner && func.value.kind === "Attribute")
    inference.attributes.set(func.value, { kind: "library", path: owner.path, type: value });
  const head = inference.head(value);
  if (isVariable(head)) {
    const guess = guessReceiver(inference, head, func.attr, func);
    if (guess === undefined) {
      inferAll(inference, args);
      return unknownType;
    }
    return methodOfType(inference, node, func, guess, args);
  }
  if (head.kind === "union") {
    const results = head.members.map((member) =>
      methodOfType(inference, node, func, inference.solver.shallow(member), args),
    );
    const known = results.filter((result) => result !== undefined);
    return known.length === 0 ? undefined : known.reduce((a, b) => inference.solver.merge(a, b));
  }
  return methodOfType(inference, node, func, head, args);
}

function methodOfType(
  inference: Inference,
  node: Call,
  func: Attribute,
  head: Type,
  args: CallArguments,
): Type | undefined {
  const instance = head.kind === "class" ? head.instance : head;
  const info = inference.env.classOfType(instance);
  if (info) {
    const method = findMethod(info, func.attr);
    if (method && method.flavour !== "property") {
      attributeOfType(inference, func, head);
      const unbound = head.kind === "class" && method.flavour === "instance";
      const given = unbound ? { ...args, positional: args.positional.slice(1) } : args;
      if (unbound && args.positional[0]) argumentType(inference, args.positional[0]);
      inference.types.set(func, functionType(inference, method));
      const outcome = callFunction(inference, method, given, node, receiverSubstitution(info, instance));
      inference.calls.set(
        node,
        callRecord("method", method.id, outcome, { through: head.kind === "class" ? "class" : "instance" }),
      );
      return outcome.result;
    }
    if (method || info.lineage.some((decl) => decl.fields.has(func.attr))) {
      inference.types.set(func, attributeOfType(inference, func, head));
      return undefined;
    }
    for (const base of info.libraryBases) {
      if (!libraryMember(inference, base, func.attr)) continue;
      return methodOfType(inference, node, func, base, args);
    }
    return undefined;
  }
  const found = libraryMember(inference, instance, func.attr);
  if (found?.member.kind !== "library-function" || found.member.isProperty) return undefined;
  inference.types.set(func, attributeOfType(inference, func, head));
  const unbound = head.kind === "class" && found.member.flavour === "instance";
  const outcome = callLibrary(
    inference,
    found.member,
    unbound ? { ...args, positional: args.positional.slice(1) } : args,
    node,
    found.substitution,
  );
  if (unbound && args.positional[0]) argumentType(inference, args.positional[0]);
  const ownerPath = found.owner.path.replace(/^builtins\./, "");
  inference.calls.set(node, callRecord("library-method", ownerPath, outcome, { name: func.attr, receiverType: head }));
  return outcome.result;
}

/** `super().method(…)` */
function superCall(inference: Inference, node: Call, args: CallArguments): Type | undefined {
  const { func } = node;
  if (!isOnSuper(func)) return undefined;
  const owner = inference.frame.owner;
  inferAll(inference, { positional: func.value.args.map((arg) => ({ node: arg })), keywords: [], spread: [] });
  for (const decl of owner?.lineage.slice(1) ?? []) {
    const method = decl.methods.get(func.attr);
    if (!method) continue;
    inference.types.set(func.value, inference.env.classInfo(decl).self);
    inference.types.set(func, functionType(inference, method));
    inference.attributes.set(func, {
      kind: "method",
      classId: decl.id,
      functionId: method.id,
      type: functionType(inference, method),
    });
    const outcome = callExactly(inference, method, args, node);
    inference.calls.set(node, callRecord("method", method.id, outcome, { through: "super" }));
    return outcome.result;
  }
  if (func.attr === "__init__") {
    const made = owner?.lineage.slice(1).find((decl) => inference.env.classInfo(decl).constructorFields);
    if (made) {
      const outcome = construct(inference, made, args, node);
      inference.types.set(func.value, inference.env.classInfo(made).self);
      inference.calls.set(node, callRecord("class", made.id, outcome));
      return noneType;
    }
  }
  const base = owner?.libraryBases[0];
  inferAll(inference, args);
  if (base) {
    inference.types.set(func.value, base);
    const found = libraryMember(inference, base, func.attr);
    if (found?.member.kind === "library-function") {
      const outcome = callLibrary(inference, found.member, args, node, found.substitution);
      inference.calls.set(
        node,
        callRecord("library-method", found.owner.path.replace(/^builtins\./, ""), outcome, {
          name: func.attr,
          receiverType: base,
        }),
      );
      return outcome.result;
    }
  }
  return func.attr === "__init__" ? noneType : unknownType;
}

/** The result of a call with what is evident of the size of integers. */
function sized(inference: Inference, entity: Entity, args: CallArguments, result: Type): Type {
  if (!("path" in entity) || args.spread.length > 0) return result;
  const types = args.positional.map((argument) => argumentType(inference, argument));
  if (entity.path === "builtins.range" && result.kind === "iterator")
    return { ...result, element: rangeElement(inference, types) };
  const nodes = args.positional.flatMap((argument) => (argument.node ? [argument.node] : []));
  return sizedResult(inference, entity.path, types, nodes) ?? result;
}

/** Calls whose result no signature can express. */
function specialCall(inference: Inference, node: Call, args: CallArguments): Type | undefined {
  const entity =
    node.func.kind === "Name" || node.func.kind === "Attribute" ? entityOf(inference, node.func) : undefined;
  if (entity === undefined || !("path" in entity)) return undefined;
  const outcome = (result: Type) => ({ result, matched: [], irregular: false });
  switch (entity.path) {
    case "typing.cast": {
      inferAll(inference, args);
      const [target] = node.args;
      const type = target
        ? annotationType(
            target,
            inference.env.annotationScope(inference.module, inference.scope, inference.frame.owner?.self),
          )
        : unknownType;
      inference.calls.set(node, callRecord("library", entity.path, outcome(type)));
      return type;
    }
    case "builtins.isinstance":
    case "builtins.issubclass": {
      const result = callLibraryAnyway(inference, node, args);
      return result ?? boolType;
    }
    case "builtins.next":
    case "builtins.iter":
    case "builtins.anext":
      return protocolCall(inference, node, args, entity.path);
    case "builtins.zip":
      return args.spread.length > 0 ? zipOfSpread(inference, node, args) : undefined;
    case "builtins.sum": {
      const total = callLibraryAnyway(inference, node, args);
      // Truth values are counted.
      return total && inference.solver.shallow(total).kind === "bool" ? bigIntType : total;
    }
    case "asyncio.gather":
      return gatherCall(inference, node, args);
    case "builtins.open":
      return openCall(inference, node, args);
    default:
      return undefined;
  }
}

function callLibraryAnyway(inference: Inference, node: Call, args: CallArguments): Type | undefined {
  const entity = entityOf(inference, node.func);
  if (entity?.kind !== "library-function") return undefined;
  inference.types.set(node.func, entityType(inference, entity));
  const outcome = callLibrary(inference, entity, args, node);
  inference.calls.set(node, libraryRecord(entity.path, outcome));
  return outcome.result;
}

/** `next(x)` and `iter(x)` on instances of classes with these methods. */
function protocolCall(inference: Inference, node: Call, args: CallArguments, path: string): Type | undefined {
  const [first] = args.positional;
  if (!first) return undefined;
  const head = inference.head(argumentType(inference, first));
  if (head.kind !== "named" || !inference.env.classOfType(head)) return undefined;
  const result = callMethod(inference, head, `__${path.slice("builtins.".length)}__`, [], node);
  inferAll(inference, args);
  inference.calls.set(
    node,
    callRecord("builtin", path.slice("builtins.".length), {
      result: result ?? unknownType,
      matched: [],
      irregular: false,
    }),
  );
  return result;
}

/** Results of one type are a list, as they are when the program runs; a tuple is only the better way to say that their types differ. */
function gatherCall(inference: Inference, node: Call, args: CallArguments): Type | undefined {
  const result = callLibraryAnyway(inference, node, args);
  const head = result && inference.solver.shallow(result);
  const results = head?.kind === "awaitable" ? inference.solver.shallow(head.result) : undefined;
  if (results?.kind !== "tuple" || results.elements.length === 0) return result;
  const kinds = results.elements.map((element) => typeKey(inference.solver.resolve(element)));
  if (kinds.some((kind) => kind !== kinds[0])) return result;
  const cell = inference.cell(node, "results");
  for (const element of results.elements) inference.solver.flow(element, cell);
  return { kind: "awaitable", result: listOf(cell) };
}

/** `zip(*rows)` gives tuples of unknown length. */
function zipOfSpread(inference: Inference, node: Call, args: CallArguments): Type {
  inferAll(inference, args);
  const cell = inference.cell(node, "column");
  for (const argument of args.spread) {
    const row = elementOf(inference, argumentType(inference, argument), argument.node ?? node);
    inference.solver.flow(elementOf(inference, row, node), cell);
  }
  const result: Type = { kind: "iterator", element: { kind: "tuple", elements: [], rest: cell }, source: "zip" };
  inference.calls.set(node, callRecord("builtin", "zip", { result, matched: [], irregular: true }));
  return result;
}

/** A file opened in binary mode gives bytes. */
function openCall(inference: Inference, node: Call, args: CallArguments): Type | undefined {
  const result = callLibraryAnyway(inference, node, args);
  const mode = node.args[1] ?? node.keywords.find((keyword) => keyword.arg === "mode")?.value;
  if (mode?.kind !== "Constant" || mode.value.type !== "str" || !mode.value.value.includes("b")) return result;
  const binary = inference.env.library.member("io.BufferedReader");
  return binary?.kind === "library-class" ? (libraryInstance(binary.path, [], binary.symbol) ?? result) : result;
}
