import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";
import { genericStruct, ownerOf, zeroName } from "../generic-zeros.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Gives generic functions and objects of generic classes the zero values of their type parameters, where they need them.
 */

export const zerosPass: Pass = {
  name: "zeros",
  reason: "A Python function does not know what its type parameters stand for, so that the zero value is handed to it.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => rewrite(declaration, context) as ir.Declaration),
};

function rewrite(node: ir.Node, context: PassContext): ir.Node {
  const callee = node.kind === "Call" && node.callee.kind === "Variable" ? node.callee : undefined;
  const inner = mapChildren(node, (child) => (child === callee ? child : rewrite(child, context)));
  switch (inner.kind) {
    case "Function":
      return withZeros(inner, context);
    case "Record":
      return { ...inner, fields: [...inner.fields, ...zeroFields(inner.symbol, context)] };
    case "Call":
      return withArguments(inner, context);
    case "Variable":
      return asValue(inner, context);
    case "RecordLiteral":
      return withFields(inner, context);
    default:
      return inner;
  }
}

function withZeros(node: ir.Function, context: PassContext): ir.Function {
  const { genericZeros } = context.facts;
  const owner = ownerOf(node);
  const { receiver } = node;
  if (owner && receiver) {
    const zeros = genericZeros.ofClass(owner.symbol).map((position) => {
      const declared = owner.symbol.typeParameters[position]!;
      return {
        parameter: owner.names[position]!,
        value: expression("Field", declared, {
          object: variable(receiver),
          name: zeroName(declared.name),
          member: "field",
        }),
      };
    });
    return zeros.length > 0 ? { ...node, zeros } : node;
  }
  const given = genericZeros.ofFunction(node.binding.id).flatMap((position) => {
    const type = node.typeParameters[position];
    return type?.kind === "parameter" ? [{ type, binding: parameterFor(type, node) }] : [];
  });
  if (given.length === 0) return node;
  return {
    ...node,
    parameters: [
      ...node.parameters,
      ...given.map(({ type, binding }) => ({ binding, type, kind: "keyword" as const })),
    ],
    zeros: given.map(({ type, binding }) => ({ parameter: type.name, value: variable(binding) })),
  };
}

function parameterFor(type: Type & { readonly kind: "parameter" }, node: ir.Function): Binding {
  const name = zeroName(type.name);
  return {
    name,
    kind: "parameter",
    id: `${node.binding.id}#${name}`,
    type,
    captured: true,
    assignments: 0,
    reads: 1,
  };
}

function zeroFields(symbol: TypeSymbol, context: PassContext): readonly ir.RecordField[] {
  return context.facts.genericZeros.ofClass(symbol).map((position) => {
    const type = symbol.typeParameters[position]!;
    return { name: zeroName(type.name), type };
  });
}

function zero(type: Type): ir.ZeroValue {
  return expression("ZeroValue", type, {});
}

function withArguments(node: ir.Call, context: PassContext): ir.Call {
  const { callee, instantiation } = node;
  if (callee.kind !== "Variable" || callee.binding.kind !== "function" || !instantiation) return node;
  const given = context.facts.genericZeros.ofFunction(callee.binding.id).flatMap((position): readonly ir.Argument[] => {
    const declared = typeParametersOf(callee.binding.type)[position];
    const argument = instantiation[position];
    return declared && argument ? [{ value: zero(argument), name: zeroName(declared) }] : [];
  });
  return given.length === 0 ? node : { ...node, arguments: [...node.arguments, ...given] };
}

function typeParametersOf(type: Type): readonly string[] {
  return type.kind === "function" ? (type.typeParameters ?? []).map(({ name }) => name) : [];
}

/** A generic function that is not called where it stands would have to carry the value along. */
function asValue(node: ir.Variable, context: PassContext): ir.Expression {
  if (node.binding.kind !== "function" || context.facts.genericZeros.ofFunction(node.binding.id).length === 0)
    return node;
  const code = "generic-zero";
  const message =
    "This function needs the zero value of a type parameter, which a Python function does not get to know; wrap it in a lambda that passes the value.";
  context.report(node, { severity: "mark", code, message });
  return { ...expression("OpaqueExpression", node.type, { text: "", code, message }), origin: node.origin };
}

/** What a literal leaves out and what the class needs besides. */
function withFields(node: ir.RecordLiteral, context: PassContext): ir.RecordLiteral {
  const { type } = node;
  const struct = type.kind === "named" ? genericStruct(type) : undefined;
  if (type.kind !== "named" || !struct) return node;
  const { genericZeros } = context.facts;
  const isGiven = (name: string): boolean => node.fields.some((field) => field.name === name);
  const omitted = struct.fields.filter(
    (field, position) =>
      !isGiven(field.name) && genericZeros.parametersIn(declaredField(type.symbol, position)).size > 0,
  );
  const own = genericZeros.ofClass(type.symbol).map((position) => ({
    name: zeroName(type.symbol.typeParameters[position]!.name),
    value: zero(type.arguments[position]!),
  }));
  if (omitted.length + own.length === 0) return node;
  return {
    ...node,
    fields: [...node.fields, ...omitted.map(({ name, type: of }) => ({ name, value: zero(of) })), ...own],
  };
}

function declaredField(symbol: TypeSymbol, position: number): Type {
  return symbol.underlying?.kind === "struct" ? symbol.underlying.fields[position]!.type : { kind: "none" };
}
