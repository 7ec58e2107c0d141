import { mapChildren } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import { catches, handlerNames, implicitRaise } from "../raises.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Marks the operations whose failure a handler waits for: in the body of its `try`, or in a function that is called from there. */
export const implicitErrors: Pass = {
  name: "implicit-errors",
  reason:
    "Python's operators raise exceptions that handlers catch; Go's panic, or go on with a zero value, so that the operands must be tested first.",
  from: "python",
  to: "go",
  run: (declarations, context) => declarations.map((declaration) => mark(declaration, [], context)),
};

function mark<N extends ir.Node>(node: N, caught: readonly string[], context: PassContext): N {
  switch (node.kind) {
    case "Function": {
      const demanded = [...context.facts.demanded(node.binding)];
      return mapChildren<ir.Node>(node, (child) => mark(child, demanded, context)) as N;
    }
    case "Closure":
      return mapChildren<ir.Node>(node, (child) => mark(child, [], context)) as N;
    case "Try":
      return markTry(node, caught, context) as N;
    case "With":
      return markWith(node, caught, context) as N;
    case "Assign":
      return markAssign(node, caught, context) as N;
    default: {
      const marked = mapChildren<ir.Node>(node, (child) => mark(child, caught, context));
      const raised = implicitRaise(node);
      return (raised && catches(caught, raised) ? { ...marked, checked: true } : marked) as N;
    }
  }
}

function markTry(node: ir.Try, caught: readonly string[], context: PassContext): ir.Try {
  const inside = [...caught, ...node.handlers.flatMap(handlerNames)];
  const all = (statements: readonly ir.Statement[], names: readonly string[]): readonly ir.Statement[] =>
    statements.map((statement) => mark(statement, names, context));
  return {
    ...node,
    body: all(node.body, inside),
    handlers: node.handlers.map((handler) => ({ ...handler, body: all(handler.body, caught) })),
    orElse: all(node.orElse, caught),
    finally: all(node.finally, caught),
  };
}

/** The block sees what waits for its exceptions: the manager of a class, or handlers around the function that yields to it. */
function markWith(node: ir.With, caught: readonly string[], context: PassContext): ir.With {
  const names = node.items.flatMap(({ manager }) =>
    manager?.form === "function"
      ? [...context.facts.demanded(manager)]
      : manager?.form === "object" && manager.looks
        ? ["BaseException"]
        : [],
  );
  return {
    ...node,
    items: node.items.map((item) => ({ ...item, context: mark(item.context, caught, context) })),
    body: node.body.map((statement) => mark(statement, [...caught, ...names], context)),
  };
}

/** A key that is stored need not be there before. */
function markAssign(node: ir.Assign, caught: readonly string[], context: PassContext): ir.Assign {
  const target = (expression: ir.Expression): ir.Expression => {
    if (expression.kind === "Lookup")
      return mapChildren<ir.Expression>(expression, (child) => mark(child, caught, context));
    return expression.kind === "TupleLiteral"
      ? { ...expression, elements: expression.elements.map(target) }
      : mark(expression, caught, context);
  };
  const raised = implicitRaise(node);
  const checked = raised && catches(caught, raised) ? { checked: true } : {};
  return { ...node, ...checked, targets: node.targets.map(target), value: mark(node.value, caught, context) };
}
