import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { NamedType, Type, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { lineageOf, receiverType } from "./class-layout.ts";
import * as build from "./syntax.ts";

const nowhere = { start: 0, end: 0 } as const;

/** The class of the lineage that declares the class attribute. */
function ownerOf(symbol: TypeSymbol, name: string, context: GoLowerContext): TypeSymbol | undefined {
  return lineageOf(symbol).find((owner) => context.facts.shapeOf(owner)?.classAttributes.includes(name) === true);
}

/** Whether classes of one lineage give the attribute different values, so that it depends on the object. */
export function isVirtualAttribute(symbol: TypeSymbol, name: string, context: GoLowerContext): boolean {
  const owner = ownerOf(symbol, name, context);
  if (owner === undefined) return false;
  return (
    context.facts.isOverridden(owner, name) ||
    lineageOf(owner)
      .slice(1)
      .some((base) => context.facts.shapeOf(base)?.classAttributes.includes(name) === true)
  );
}

/** The variable of the package that a class attribute is, seen through the class or an object of it; a method where derived classes change it. */
export function classAttribute(node: ir.Field, context: GoLowerContext): go.Expr {
  const { object, name } = node;
  const instance: Type = object.type.kind === "class" ? object.type.instance : object.type;
  const owner = instance.kind === "named" ? ownerOf(instance.symbol, name, context) : undefined;
  if (instance.kind !== "named" || owner === undefined)
    throw new Untranslatable(
      "class-attribute",
      `\`${name}\` belongs to the class, not to its instances; in Go it is a variable of the package.`,
    );
  const isVirtual = isVirtualAttribute(instance.symbol, name, context);
  if (object.type.kind === "class") {
    if (isVirtual && object.kind === "Variable" && object.binding.kind !== "type")
      throw new Untranslatable(
        "class-attribute",
        `Derived classes change \`${name}\`, so that its value depends on the class that \`${object.binding.name}\` is; pass it as an argument.`,
      );
    return build.ident(context.names.derived(owner, "attribute", name));
  }
  if (!isVirtual) return build.ident(context.names.derived(owner, "attribute", name));
  // Exceptions keep it in a field: see exception-attributes.ts.
  if (instance.symbol.form === "exception")
    return build.selector(context.expression(object), context.member(name, undefined, "field"));
  return build.call(build.selector(context.expression(object), context.member(name, undefined, "method")));
}

/** The variables that the class attributes are, and the methods that give those which derived classes change. */
export function classVariables(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  return node.classAttributes.flatMap((attribute) => {
    const variable = classVariable(node, attribute, context);
    return isVirtualAttribute(node.symbol, attribute.name, context)
      ? [variable, getter(node, attribute, context)]
      : [variable];
  });
}

/** The variable of the package that holds the value of a class attribute. */
export function classVariable(node: ir.Record, attribute: ir.RecordField, context: GoLowerContext): go.GenDecl {
  const { defaultValue: value, leading, trailing, origin } = attribute;
  const lowered = value && context.capture(() => context.expression(value));
  if (lowered === undefined || lowered.emitted.length > 0)
    throw new Untranslatable(
      "class-attribute",
      `The value of the class attribute \`${attribute.name}\` needs statements; Go programs set such a variable in \`init\`.`,
    );
  const isConstant =
    /^_*[A-Z][A-Z0-9_]*$/.test(attribute.name) && (lowered.value.kind === "BasicLit" || isBoolean(lowered.value));
  const isVague = lowered.value.kind === "Ident" && lowered.value.name === "nil";
  const isFloat = attribute.type.kind === "float" && lowered.value.kind === "BasicLit" && lowered.value.token === "INT";
  const spec: go.ValueSpec = {
    kind: "ValueSpec",
    names: [build.ident(context.names.derived(node.symbol, "attribute", attribute.name))],
    ...(isVague || isFloat ? { type: context.type(attribute.type) } : {}),
    values: isVague ? [] : [lowered.value],
    span: nowhere,
  };
  return {
    kind: "GenDecl",
    tok: isConstant ? "const" : "var",
    parenthesized: false,
    specs: [spec],
    span: nowhere,
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(origin ? { origin } : {}),
  };
}

function isBoolean(value: go.Expr): boolean {
  return value.kind === "Ident" && (value.name === "true" || value.name === "false");
}

/** `func (s *Square) Sides() int { return squareSides }` */
function getter(node: ir.Record, attribute: ir.RecordField, context: GoLowerContext): go.FuncDecl {
  const type: NamedType = { kind: "named", symbol: node.symbol, arguments: node.symbol.typeParameters };
  const value = build.ident(context.names.derived(node.symbol, "attribute", attribute.name));
  return {
    kind: "FuncDecl",
    recv: build.fields([build.field(undefined, receiverType(type, context))]),
    name: build.ident(context.member(attribute.name, undefined, "method")),
    type: build.functionType([], [build.field(undefined, context.type(attribute.type))]),
    body: build.block([build.returnStatement(value)]),
    span: nowhere,
  };
}
