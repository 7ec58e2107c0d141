import type { Expression, Pattern, Statement } from "./tree.ts";

/** Whether the end of a block can be reached, as far as its form shows. */
export function canFallThrough(body: readonly Statement[]): boolean {
  return body.every((statement) => passes(statement));
}

function passes(node: Statement): boolean {
  switch (node.kind) {
    case "Return":
    case "Raise":
    case "Break":
    case "Continue":
      return false;
    case "Expr":
      return !neverReturns(node.value);
    case "Assert":
      return !(node.test.kind === "Constant" && node.test.value.type === "bool" && !node.test.value.value);
    case "If":
      return canFallThrough(node.body) || canFallThrough(node.orelse);
    case "While":
      return !isTrue(node.test) || breaks(node.body);
    case "For":
    case "AsyncFor":
      return node.orelse.length === 0 || canFallThrough(node.orelse) || breaks(node.body);
    case "With":
    case "AsyncWith":
      // A context manager may swallow an exception, but few do, and none changes a return.
      return canFallThrough(node.body);
    case "Try":
    case "TryStar":
      if (node.finalbody.length > 0 && !canFallThrough(node.finalbody)) return false;
      return (
        (canFallThrough(node.body) && canFallThrough(node.orelse)) ||
        node.handlers.some((handler) => canFallThrough(handler.body))
      );
    case "Match":
      return (
        !node.cases.some((part) => part.guard === undefined && isIrrefutable(part.pattern)) ||
        node.cases.some((part) => canFallThrough(part.body))
      );
    default:
      return true;
  }
}

function isTrue(node: Expression): boolean {
  return (
    node.kind === "Constant" &&
    ((node.value.type === "bool" && node.value.value) || (node.value.type === "int" && node.value.value !== 0n))
  );
}

function neverReturns(node: Expression): boolean {
  if (node.kind !== "Call") return false;
  const { func } = node;
  if (func.kind === "Name") return func.id === "exit" || func.id === "quit";
  return (
    func.kind === "Attribute" &&
    func.value.kind === "Name" &&
    ((func.value.id === "sys" && func.attr === "exit") ||
      (func.value.id === "os" && (func.attr === "_exit" || func.attr === "abort")))
  );
}

/** Whether a pattern matches anything. */
export function isIrrefutable(pattern: Pattern): boolean {
  if (pattern.kind === "MatchAs") return pattern.pattern === undefined || isIrrefutable(pattern.pattern);
  return pattern.kind === "MatchOr" && pattern.patterns.some(isIrrefutable);
}

/** Whether a `break` in a block leaves the loop around it. */
export function breaks(body: readonly Statement[]): boolean {
  return body.some((node) => {
    switch (node.kind) {
      case "Break":
        return true;
      case "If":
        return breaks(node.body) || breaks(node.orelse);
      case "With":
      case "AsyncWith":
        return breaks(node.body);
      case "For":
      case "AsyncFor":
      case "While":
        return breaks(node.orelse);
      case "Try":
      case "TryStar":
        return (
          breaks(node.body) ||
          breaks(node.orelse) ||
          breaks(node.finalbody) ||
          node.handlers.some((handler) => breaks(handler.body))
        );
      case "Match":
        return node.cases.some((part) => breaks(part.body));
      default:
        return false;
    }
  });
}
