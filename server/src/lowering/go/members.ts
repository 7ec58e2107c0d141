import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { NamedType, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { receiverType } from "./class-layout.ts";
import {
  functionBody,
  functionType,
  lowerMethod,
  signatureOf,
  type Signature,
  typeParameterFields,
} from "./functions.ts";
import { genericOwner, ownTypeParameters } from "./generic-methods.ts";
import { methodName } from "./interface-methods.ts";
import { ident } from "./syntax.ts";

/**
 * A method of a class; a class or static method as a function of the package that is named for both; or, where the method acts on the whole object of
 * whatever derived class, a function of an interface value.
 */
export function lowerMember(node: ir.Function, context: GoLowerContext): go.FuncDecl {
  const symbol = node.symbol!;
  const type: NamedType = { kind: "named", symbol, arguments: symbol.typeParameters };
  if (symbol.underlying !== undefined) return lowerMethod(node, receiverOfGo(node, type, context), context);
  const isClassLevel = node.flavour === "class" || node.flavour === "static";
  const isWhole = !isClassLevel && context.facts.needsWhole(symbol, node.name);
  return context.withinClass({ symbol, receiver: node.receiver, isWhole }, () => {
    if (isClassLevel) return packageFunction(node, classFunctionName(context.type(type), node.name, context), context);
    if (isWhole || genericOwner(symbol, node.name) !== undefined) return wholeFunction(node, type, context);
    const method = lowerMethod(node, receiverType(type, context), context);
    return node.flavour === "setter" ? { ...method, name: ident(methodName(node, context)) } : method;
  });
}

const nowhere = { start: 0, end: 0 } as const;

function receiverOfGo(node: ir.Function, type: NamedType, context: GoLowerContext): go.Expr {
  const lowered = context.type(type);
  const bare = lowered.kind === "StarExpr" ? lowered.x : lowered;
  return node.pointerReceiver === true ? { kind: "StarExpr", x: bare, span: nowhere } : bare;
}

function packageFunction(node: ir.Function, name: string, context: GoLowerContext): go.FuncDecl {
  const signature = signatureOf(node, context);
  const body = functionBody(node.body, signature, node.receiver ? [node.receiver] : [], context);
  return { kind: "FuncDecl", name: ident(name), type: functionType(signature, context), body, span: nowhere };
}

/** `func describeShape(s Shape) string` */
function wholeFunction(node: ir.Function, type: NamedType, context: GoLowerContext): go.FuncDecl {
  const signature = wholeSignature(node, type, context);
  checkOverriding(node, type.symbol, context);
  const body = functionBody(node.body, signature, [], context);
  const name = context.names.derived(type.symbol, "function", node.name);
  const own = ownTypeParameters(type.symbol, type.symbol.methods.get(node.name)!.type);
  const typeParams = typeParameterFields([...type.symbol.typeParameters, ...own], context);
  return {
    kind: "FuncDecl",
    name: ident(name),
    type: { ...functionType(signature, context), typeParams },
    body,
    span: nowhere,
  };
}

/** Throws for a method with type parameters of its own that derived classes declare anew: Go could not choose among them. */
function checkOverriding(node: ir.Function, symbol: TypeSymbol, context: GoLowerContext): void {
  if (genericOwner(symbol, node.name) && context.facts.isOverridden(symbol, node.name))
    throw new Untranslatable(
      "generic-method",
      `\`${node.name}\` has type parameters of its own and derived classes declare it anew; Go's methods have none, and functions are not overridden.`,
    );
}

/** The signature of a method as a function that takes the object first. */
export function wholeSignature(node: ir.Function, type: NamedType, context: GoLowerContext): Signature {
  const signature = signatureOf(node, context);
  const self: readonly ir.Parameter[] = node.receiver ? [{ binding: node.receiver, type, kind: "positional" }] : [];
  return { ...signature, parameters: [...self, ...signature.parameters] };
}

/** What a class or static method is called among the functions of the package. */
export function classFunctionName(type: go.Expr, method: string, context: GoLowerContext): string {
  const bare = type.kind === "StarExpr" ? type.x : type;
  const head = bare.kind === "IndexExpr" || bare.kind === "IndexListExpr" ? bare.x : bare;
  const name = head.kind === "Ident" ? head.name : "";
  return `${name}${context.member(method, undefined, "method")}`;
}
