import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { NamedType } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { functionBody, functionType, lowerMethod, signatureOf } from "./functions.ts";
import { ident } from "./syntax.ts";

/** A method of a class, or a class or static method as a function of the package that is named for both. */
export function lowerMember(node: ir.Function, context: GoLowerContext): go.FuncDecl {
  const symbol = node.symbol!;
  const type: NamedType = { kind: "named", symbol, arguments: symbol.typeParameters };
  const lowered = context.type(type);
  if (node.flavour === "class" || node.flavour === "static") return packageFunction(node, lowered, context);
  const bare = lowered.kind === "StarExpr" ? lowered.x : lowered;
  const isFromGo = symbol.underlying !== undefined;
  const receiverType: go.Expr =
    isFromGo && node.pointerReceiver === true
      ? { kind: "StarExpr", x: bare, span: nowhere }
      : isFromGo
        ? bare
        : lowered;
  return lowerMethod(node, receiverType, context);
}

const nowhere = { start: 0, end: 0 } as const;

function packageFunction(node: ir.Function, type: go.Expr, context: GoLowerContext): go.FuncDecl {
  const signature = signatureOf(node, context);
  const body = functionBody(node.body, signature, node.receiver ? [node.receiver] : [], context);
  return {
    kind: "FuncDecl",
    name: ident(classFunctionName(type, node.name, context)),
    type: functionType(signature, context),
    body,
    span: nowhere,
  };
}

/** What a class or static method is called among the functions of the package. */
export function classFunctionName(type: go.Expr, method: string, context: GoLowerContext): string {
  const bare = type.kind === "StarExpr" ? type.x : type;
  const head = bare.kind === "IndexExpr" || bare.kind === "IndexListExpr" ? bare.x : bare;
  const name = head.kind === "Ident" ? head.name : "";
  return `${name}${context.member(method, undefined, "method")}`;
}
