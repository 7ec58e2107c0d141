import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { classVariables } from "./class-attributes.ts";
import { embeddedBases, hasStruct, structName, structType } from "./class-layout.ts";
import { constructor } from "./constructor.ts";
import { lowerException } from "./exception-record.ts";
import { accessor, checkBases, forwarders, interfaceDeclaration } from "./hierarchy.ts";
import { madeText } from "./made-methods.ts";
import { modelReader, tagOf } from "./models.ts";
import * as build from "./syntax.ts";

/** The struct type, the constructor and the methods that a class becomes; and the interface, where values of derived classes are held as it. */
export function lowerRecord(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  const isFromGo = context.names.isFaithful || node.symbol.underlying !== undefined;
  if (node.isException && !isFromGo) return lowerException(node, context);
  if (isFromGo) return [structDeclaration(node, context.name(node.binding), context), ...methods(node, context)];
  checkBases(node, context);
  const isOpen = context.facts.isPolymorphic(node.symbol);
  const struct = hasStruct(node.symbol, context)
    ? [structDeclaration(node, structName(node.symbol, context), context)]
    : [];
  const declarations = [
    ...(isOpen ? [interfaceDeclaration(node, context.name(node.binding), context)] : []),
    ...struct,
    ...classVariables(node, context),
    ...constructor(node, context),
    ...accessor(node, context),
    ...methods(node, context),
    ...forwarders(node, context),
    ...madeText(node, context),
    ...(node.isModel === true ? [modelReader(node, context)] : []),
  ];
  return declarations.map((decl, position) => (position === 0 ? documented(decl, node, "") : decl));
}

function methods(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  return node.methods
    .filter((method) => method.flavour !== "abstract" || context.names.isFaithful)
    .flatMap((method) => context.inner(method, true));
}

/** `type Name struct {…}`, with the bases embedded. */
function structDeclaration(node: ir.Record, name: string, context: GoLowerContext): go.GenDecl {
  const isFromGo = context.names.isFaithful || node.symbol.underlying !== undefined;
  const embedded = isFromGo
    ? []
    : embeddedBases(node.symbol, context).map((base) => build.field(undefined, structType(base, context)));
  const fields = node.fields.map((field): go.Field => {
    const { leading, trailing, blankBefore } = field;
    const made =
      field.embedded === true
        ? build.field(undefined, context.type(field.type))
        : build.field(context.member(field.name, undefined, "field"), context.type(field.type));
    const text = field.tag ?? (field.rules && tagOf(field.rules, field.type));
    const tag = text === undefined ? {} : { tag: build.rawString(text) };
    return {
      ...made,
      ...tag,
      ...(leading ? { leading } : {}),
      ...(trailing ? { trailing } : {}),
      ...(blankBefore ? { blankBefore } : {}),
      ...(field.origin ? { origin: field.origin } : {}),
    };
  });
  const spec: go.TypeSpec = {
    kind: "TypeSpec",
    name: build.ident(name),
    typeParams: typeParameters(node, context),
    assign: false,
    type: build.structType([...embedded, ...fields]),
    span: { start: 0, end: 0 },
  };
  const made: go.GenDecl = {
    kind: "GenDecl",
    tok: "type",
    parenthesized: false,
    specs: [spec],
    span: { start: 0, end: 0 },
  };
  return isFromGo ? documented(made, node, name) : made;
}

function typeParameters(node: ir.Record, context: GoLowerContext): go.FieldList | undefined {
  const { typeParameters: parameters } = node.symbol;
  if (parameters.length === 0) return undefined;
  return build.fields(
    parameters.map((parameter) =>
      build.field(parameter.name, parameter.constraint ? context.type(parameter.constraint) : build.ident("any")),
    ),
  );
}

/** Puts the documentation above a declaration, the way Go begins it with the name. */
export function documented<Decl extends go.Decl>(decl: Decl, node: ir.Declaration, _name: string): Decl {
  if (node.documentation === undefined || node.documentation === "") return decl;
  const leading = node.documentation.split("\n").map((text) => ({ text: text.trimEnd(), block: false }));
  return { ...decl, leading: [...(decl.leading ?? []), ...leading] };
}
