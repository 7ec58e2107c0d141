import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { needsType } from "./define.ts";
import { docComments } from "./functions.ts";
import { assign, block, fields, ident } from "./syntax.ts";

const nowhere = { start: 0, end: 0 } as const;

/** A variable or constant of the package. What its value needs before it runs in an `init` function. */
export function lowerGlobalToGo(node: ir.Global, context: GoLowerContext): readonly go.Decl[] {
  const names = node.target.kind === "TupleLiteral" ? node.target.elements : [node.target];
  const bindings = names.flatMap((name) => (name.kind === "Variable" ? [name.binding] : []));
  const idents = bindings.map((binding) => ident(binding.name === "_" ? "_" : context.name(binding)));
  const [first] = bindings;
  if (node.value === undefined || first === undefined)
    return [declaration("var", idents, first ? context.type(first.type) : undefined, [], node)];
  const { value, emitted } = context.capture(() => context.expression(node.value!));
  const type = context.type(first.type);
  if (emitted.length > 0)
    return [declaration("var", idents, type, [], node), initializer([...emitted, assign(idents, value)])];
  const isConstant = node.constant;
  const isTyped =
    node.typed || (bindings.length === 1 && !isConstant && needsType(first, value, node.value.type, context));
  return [declaration(isConstant ? "const" : "var", idents, isTyped ? type : undefined, [value], node)];
}

function declaration(
  tok: "var" | "const",
  names: readonly go.Ident[],
  type: go.Expr | undefined,
  values: readonly go.Expr[],
  node: ir.Global,
): go.GenDecl {
  const spec: go.ValueSpec = { kind: "ValueSpec", names, values, ...(type ? { type } : {}), span: nowhere };
  const leading = node.documentation ? { leading: docComments(node.documentation, names[0]?.name ?? "") } : {};
  return { kind: "GenDecl", tok, parenthesized: false, specs: [spec], ...leading, span: nowhere };
}

function initializer(list: readonly go.Stmt[]): go.FuncDecl {
  return {
    kind: "FuncDecl",
    name: ident("init"),
    type: { kind: "FuncType", params: fields([]), span: nowhere },
    body: block(list),
    span: nowhere,
  };
}
