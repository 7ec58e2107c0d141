import type { Type } from "../../server/src/types/type.ts";
import type { GoAnalysis } from "../../server/src/go/analysis.ts";
import { showGoType } from "../../server/src/go/check-show.ts";
import type { CallExpr, Expr, File, GoNode, Ident, SelectorExpr } from "../../server/src/go/tree.ts";

const expressionKinds: ReadonlySet<string> = new Set(
  (
    "BadExpr Ident Ellipsis BasicLit FuncLit CompositeLit ParenExpr SelectorExpr IndexExpr IndexListExpr SliceExpr TypeAssertExpr CallExpr StarExpr " +
    "UnaryExpr BinaryExpr KeyValueExpr ArrayType StructType FuncType InterfaceType MapType ChanType"
  ).split(" "),
);

/** Calls `seen` for each node of the tree, outermost first, with the index of the top-level declaration it stands in. */
export function eachNode(tree: File, seen: (node: GoNode, declaration: number) => void): void {
  const visit = (value: unknown, declaration: number): void => {
    if (Array.isArray(value)) for (const inner of value) visit(inner, declaration);
    else if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) {
      if ("kind" in value && "span" in value) seen(value as GoNode, declaration);
      for (const [key, inner] of Object.entries(value))
        if (!["span", "leading", "trailing", "inner"].includes(key)) visit(inner, declaration);
    }
  };
  tree.decls.forEach((decl, i) => visit(decl, i));
}

/** Whether the node is an expression. */
export function isExpression(node: GoNode): node is Expr {
  return expressionKinds.has(node.kind);
}

/** Everything that an analysis says about a tree, as lines to compare. */
export function snapshot(analysis: GoAnalysis, trees: readonly File[]): string[] {
  const lines: string[] = analysis.errors.map(
    (error) => `${error.path} ${error.node.span.start} ${error.code} ${error.message}`,
  );
  const show = (type: Type): string => showGoType(type, true);
  trees.forEach((tree, file) => {
    eachNode(tree, (node, declaration) => {
      if (!isExpression(node)) return;
      const facts = [
        `${file}:${declaration}:${node.span.start} ${node.kind}`,
        analysis.modeOf(node),
        show(analysis.typeOf(node)),
        String(analysis.constantOf(node)),
      ];
      if (node.kind === "Ident") facts.push(bindingText(analysis, node, show));
      if (node.kind === "SelectorExpr") facts.push(selectionText(analysis, node));
      if (node.kind === "CallExpr") facts.push(callText(analysis, node, show));
      lines.push(facts.join(" | "));
    });
  });
  return lines;
}

function bindingText(analysis: GoAnalysis, node: Ident, show: (type: Type) => string): string {
  const binding = analysis.bindingOf(node);
  if (binding === undefined) return "-";
  const own =
    binding.id.startsWith("universe.") || /^[a-z]/.test(binding.id)
      ? ""
      : ` ${binding.reads} ${binding.assignments} ${String(binding.captured)}`;
  return `${binding.kind} ${binding.id} ${show(binding.type)}${own}`;
}

function selectionText(analysis: GoAnalysis, node: SelectorExpr): string {
  const selection = analysis.selectionOf(node);
  return selection === undefined
    ? "-"
    : `${selection.kind} ${selection.path.map((step) => step.name).join(".")} ${String(selection.indirect)} ${selection.symbol?.name ?? ""}`;
}

function callText(analysis: GoAnalysis, node: CallExpr, show: (type: Type) => string): string {
  const call = analysis.callOf(node);
  return call === undefined
    ? "-"
    : `${call.kind} ${call.packagePath ?? ""} ${call.receiver?.name ?? ""} ${call.name ?? ""} ${(call.typeArguments ?? []).map(show).join()}`;
}
