import { boolean, expression, none, tuple, variable } from "../../ir/build.ts";
import { mapBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { boolType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { Pass } from "./pass.ts";

/*
 * `__next__` gives a value or raises StopIteration. In Go it gives the value and whether there was one; `__iter__` that gives the object itself makes an
 * iterator function of those calls.
 */

export const nextMethodsPass: Pass = {
  name: "next-methods",
  reason: "Go says by a second result that there is no further value.",
  from: "python",
  to: "go",
  run: (declarations) =>
    declarations.map((declaration) =>
      declaration.kind === "Record" && declaration.methods.some((method) => method.name === "__next__")
        ? withIterator(declaration)
        : declaration,
    ),
};

function withIterator(record: ir.Record): ir.Record {
  const next = record.methods.find((method) => method.name === "__next__")!;
  const element = next.result;
  return {
    ...record,
    methods: record.methods.map((method) => {
      if (method === next) return withFlag(method, element);
      return method.name === "__iter__" && givesItself(method) ? goesThrough(method, next, element) : method;
    }),
  };
}

/** Every `return` says that there is a value, every `raise StopIteration` that there is none. */
function withFlag(method: ir.Function, element: Type): ir.Function {
  const result: Type = { kind: "tuple", elements: [element, boolType] };
  const finish = (body: Body): Body =>
    body.map((statement): ir.Statement => {
      if (statement.kind === "Return") {
        const value = statement.value ?? none(element);
        return { ...statement, value: { ...tuple([value, boolean(true)]), type: result } };
      }
      if (isStop(statement)) {
        const zero = expression("ZeroValue", element, {});
        const { leading, trailing, blankBefore, origin } = statement;
        return {
          sort: "statement",
          kind: "Return",
          value: { ...tuple([zero, boolean(false)]), type: result },
          origin,
          ...(leading ? { leading } : {}),
          ...(trailing ? { trailing } : {}),
          ...(blankBefore ? { blankBefore } : {}),
        };
      }
      return mapBodies(statement, finish);
    });
  return { ...method, result, body: finish(method.body) };
}

/** `raise StopIteration` */
export function isStop(statement: ir.Statement): boolean {
  return (
    statement.kind === "Raise" &&
    statement.error?.type.kind === "named" &&
    statement.error.type.symbol.name === "StopIteration"
  );
}

function givesItself(method: ir.Function): boolean {
  const [only, ...others] = method.body.filter((statement) => statement.kind !== "Empty");
  return (
    others.length === 0 &&
    only?.kind === "Return" &&
    only.value?.kind === "Variable" &&
    only.value.binding === method.receiver
  );
}

/** `for { value, ok := c.Next(); if !ok { return }; yield value }` */
function goesThrough(method: ir.Function, next: ir.Function, element: Type): ir.Function {
  const { receiver, symbol } = method;
  const result: Type = { kind: "tuple", elements: [element, boolType] };
  const local = (name: string, type: Type): ir.Variable =>
    variable({
      name,
      kind: "local",
      id: `${method.binding.id}.${name}`,
      type,
      captured: false,
      assignments: 1,
      reads: 1,
    });
  const [value, ok] = [local("value", element), local("ok", boolType)];
  const call = expression("MethodCall", result, {
    receiver: variable(receiver!),
    method: next.name,
    symbol,
    arguments: [],
  });
  const body: readonly ir.Statement[] = [
    {
      sort: "statement",
      kind: "Assign",
      targets: [{ ...tuple([value, ok]), type: result }],
      value: call,
      declares: [value.binding, ok.binding],
    },
    {
      sort: "statement",
      kind: "If",
      test: expression("Not", boolType, { operand: ok }),
      then: [{ sort: "statement", kind: "Return" }],
      otherwise: [],
    },
    {
      sort: "statement",
      kind: "ExpressionStatement",
      expression: expression("Yield", { kind: "none" }, { operand: value, delegates: false }),
    },
  ];
  const loop: ir.Statement = { sort: "statement", kind: "While", test: boolean(true), body, orElse: [] };
  return { ...method, result: { kind: "iterator", element }, isGenerator: true, body: [loop] };
}
