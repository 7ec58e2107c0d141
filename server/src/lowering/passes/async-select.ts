import { assign, expression, integer, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import { anyType, boolType, wordType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Makes Go's `select` two steps: waiting for one of the cases, which gives its number, and a switch over that number. What is said of `break` and
 * labels in switches holds for it from then on.
 */

export const selectsPass: Pass = {
  name: "selects",
  reason: "Python has no statement that waits for one of several channels.",
  from: "go",
  to: "python",
  run: (declarations, context) =>
    declarations.map((declaration) => mapChildren(declaration, (node) => rewrite(node, context))),
};

function rewrite(node: ir.Node, context: PassContext): ir.Node | readonly ir.Node[] {
  const inner = mapChildren(node, (child) => rewrite(child, context));
  return inner.kind === "Select" ? chosen(inner, context) : inner;
}

/** What one communication sends or receives, and where the received value goes. */
interface Communication {
  readonly channel: ir.Expression;
  readonly value?: ir.Expression;
  readonly store?: ir.Assign;
}

function communicationOf(statement: ir.Statement): Communication | undefined {
  if (statement.kind === "Send") return { channel: statement.channel, value: statement.value };
  if (statement.kind === "ExpressionStatement" && statement.expression.kind === "Receive")
    return { channel: statement.expression.channel };
  if (statement.kind === "Assign" && statement.value.kind === "Receive")
    return { channel: statement.value.channel, store: statement };
  return undefined;
}

function chosen(node: ir.Select, context: PassContext): ir.Statement | readonly ir.Statement[] {
  const clauses = node.cases.filter((clause) => clause.communication !== undefined);
  const communications = clauses.map((clause) => communicationOf(clause.communication!));
  if (communications.some((communication) => communication === undefined)) return node;
  const hasDefault = clauses.length < node.cases.length;
  const stores = communications.some((communication) => communication!.store !== undefined);
  const asksOpen = communications.some((communication) => communication!.store?.targets[0]?.kind === "TupleLiteral");
  const chosenCase = context.temporary("chosen", wordType);
  const received = stores ? context.temporary("received", anyType) : blank(anyType);
  const isOpen = asksOpen ? context.temporary("is_open", boolType) : blank(boolType);
  const cases = communications.map((communication) => ({
    channel: communication!.channel,
    ...(communication!.value ? { value: communication!.value } : {}),
  }));
  const type: Type = { kind: "tuple", elements: [wordType, anyType, boolType] };
  const choice = expression("ChooseChannel", type, { cases, hasDefault });
  const bindings = [chosenCase, received, isOpen];
  const declares = bindings.filter((binding) => binding.name !== "_");
  const first: ir.Statement = {
    ...assign(tuple(bindings.map((binding) => variable(binding))), choice, declares),
    origin: node.origin,
  };
  const switchCases = node.cases.map((clause): ir.SwitchCase => {
    const position = clauses.indexOf(clause);
    const body =
      position < 0 ? clause.body : [...storing(communications[position]!.store, received, isOpen), ...clause.body];
    const isLast = position < 0 || (!hasDefault && position === clauses.length - 1);
    return {
      ...(isLast ? {} : { values: [integer(position, wordType)] }),
      body,
      fallsThrough: false,
      ...decorationOf(clause),
      origin: clause.origin,
    };
  });
  if (node.cases.length === 0) return { ...first };
  const { communication: _communication, ...decoration } = { communication: undefined, ...decorationOf(node) };
  const { leading, blankBefore, ...rest } = decoration;
  const dispatch: ir.Switch = {
    sort: "statement",
    kind: "Switch",
    subject: variable(chosenCase),
    cases: switchCases,
    ...(node.label ? { label: node.label } : {}),
    ...rest,
    origin: node.origin,
  };
  return [{ ...first, ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) }, dispatch];
}

function blank(type: Type): ir.Variable["binding"] {
  return { name: "_", kind: "local", id: "_", type, captured: false, assignments: 1, reads: 0 };
}

function storing(
  store: ir.Assign | undefined,
  received: ir.Variable["binding"],
  isOpen: ir.Variable["binding"],
): readonly ir.Statement[] {
  if (!store) return [];
  const [target] = store.targets;
  const value = (type: Type): ir.Expression => expression("Cast", type, { operand: variable(received) });
  if (target?.kind === "TupleLiteral") {
    const [first, second] = target.elements;
    const pairs = [
      [first!, value(first!.type)],
      [second!, variable(isOpen)],
    ] as const;
    return pairs.flatMap(([place, given]) =>
      isBlank(place) ? [] : [{ ...assign(place, given, declaredBy(store, place)), origin: store.origin }],
    );
  }
  return isBlank(target!) ? [] : [{ ...assign(target!, value(target!.type), store.declares), origin: store.origin }];
}

function declaredBy(store: ir.Assign, place: ir.Expression): ir.Assign["declares"] {
  return place.kind === "Variable" ? store.declares.filter((binding) => binding === place.binding) : [];
}

function isBlank(node: ir.Expression): boolean {
  return node.kind === "Variable" && node.binding.name === "_";
}
