import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import { concurrentOperation, isValue } from "./concurrent-operations.ts";
import { concurrencyOf, type ConcurrencySummary } from "./concurrency.ts";

/** What a unit tells about the tasks of asyncio. */
export interface AsynchronySummary {
  /** It uses more of asyncio than starting coroutines and awaiting them: queues, locks, groups, coroutines kept as values. */
  readonly needsLoop: boolean;
  /** It cancels tasks, or looks at their being cancelled. */
  readonly cancels: boolean;
  /** It starts tasks that may still run when the program's main task ends. */
  readonly startsTasks: boolean;
  /** It has a group whose tasks are cancelled when one of them fails. */
  readonly hasGroups: boolean;
  /** What the coroutines do that run side by side with others. */
  readonly started: readonly ConcurrencySummary[];
}

/** Summarises what the declarations do with tasks. */
export function asynchronyOf(declarations: readonly ir.Node[]): AsynchronySummary {
  let needsLoop = false;
  let cancels = false;
  let startsTasks = false;
  let hasGroups = false;
  const started: ConcurrencySummary[] = [];
  const visit = (node: ir.Node, isAwaited: boolean): void => {
    switch (node.kind) {
      case "Await":
        needsLoop ||=
          isValue(node.operand) && node.operand.type.kind === "awaitable" && node.operand.type.task !== true;
        visit(node.operand, true);
        return;
      case "ExpressionStatement":
        // Nobody waits for the task, so that it is cancelled when the main task ends.
        cancels ||= node.expression.kind === "StartTask";
        break;
      case "StartTask":
        startsTasks = true;
        started.push(concurrencyOf([node.operand], false));
        visit(node.operand, true);
        return;
      case "Gather": {
        needsLoop ||= node.returnErrors;
        started.push(concurrencyOf(node.operands, false));
        node.operands.forEach((operand) => visitGathered(operand));
        return;
      }
      case "ConcurrentCall": {
        const operation = concurrentOperation(node.operation);
        needsLoop ||= node.operation.startsWith("asyncio.");
        cancels ||= operation?.cancels === true;
        node.operands.forEach((operand) => visit(operand, true));
        return;
      }
      case "With":
        needsLoop ||= node.items.some(
          ({ manager }) => manager?.form === "library" && manager.path.startsWith("asyncio."),
        );
        hasGroups ||= node.items.some(
          ({ manager }) => manager?.form === "library" && manager.path === "asyncio.TaskGroup",
        );
        break;
      case "Try":
        cancels ||= node.handlers.some((handler) =>
          handler.types.some((type) => type.kind === "named" && type.symbol.name === "CancelledError"),
        );
        break;
      case "Call":
      case "MethodCall":
        needsLoop ||= !isAwaited && node.type.kind === "awaitable" && node.type.task !== true;
        break;
      default:
        break;
    }
    forEachChild(node, (child) => visit(child, false));
  };
  const visitGathered = (node: ir.Expression): void => {
    if (node.kind === "Spread") visitGathered(node.operand);
    else if (node.kind === "Comprehension") {
      visit(node.element, true);
      node.clauses.forEach((clause) => [clause.iterable, ...clause.conditions].forEach((part) => visit(part, false)));
      needsLoop ||= node.clauses.length > 1 || node.clauses.some((clause) => clause.conditions.length > 0);
    } else visit(node, node.kind === "Call" || node.kind === "MethodCall");
  };
  declarations.forEach((declaration) => visit(declaration, false));
  return { needsLoop, cancels, startsTasks, hasGroups, started };
}
