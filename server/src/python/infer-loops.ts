import { patternBinders, statementBlocks, statementExpressions, walkExpression } from "./bind-visit.ts";
import type { Inference } from "./infer-context.ts";
import type { Expression, Statement } from "./tree.ts";

/** The narrowable paths that statements assign to, wherever in them. */
export function assignedKeys(inference: Inference, body: readonly Statement[]): Set<string> {
  const keys = new Set<string>();
  const target = (node: Expression): void => {
    if (node.kind === "Tuple" || node.kind === "List") node.elts.forEach(target);
    else if (node.kind === "Starred") target(node.value);
    else {
      const key = inference.narrowKey(node);
      if (key !== undefined) keys.add(key);
    }
  };
  const visit = (statements: readonly Statement[]): void => {
    for (const node of statements) {
      if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef") continue;
      if (node.kind === "Assign" || node.kind === "Delete") node.targets.forEach(target);
      else if (
        node.kind === "AugAssign" ||
        node.kind === "AnnAssign" ||
        node.kind === "For" ||
        node.kind === "AsyncFor"
      )
        target(node.target);
      else if (node.kind === "With" || node.kind === "AsyncWith")
        for (const item of node.items) if (item.optionalVars) target(item.optionalVars);
      if (node.kind === "Match") {
        for (const binder of node.cases.flatMap((part) => patternBinders(part.pattern))) {
          const web = inference.binding.webs.get(binder);
          if (web) keys.add(`w${web.id}`);
        }
      }
      for (const expression of statementExpressions(node)) {
        walkExpression(expression, (inner) => {
          if (inner.kind === "NamedExpr") target(inner.target);
        });
      }
      for (const block of statementBlocks(node)) visit(block);
    }
  };
  visit(body);
  return keys;
}
