import type { Binding } from "../types/binding.ts";
import { bigIntType, boolType, noneType, stringType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import type * as ir from "./node.ts";

type Fields<Kind extends ir.Expression["kind"]> = Omit<ir.NodeOf<Kind>, "sort" | "kind" | "type" | "origin">;

/* Short builders for the IR that lifts and passes make most. Provenance is added by the engines. */

/** One expression of the kind, with its fields. */
export function expression<Kind extends ir.Expression["kind"]>(
  kind: Kind,
  type: Type,
  fields: Fields<Kind>,
): ir.NodeOf<Kind> {
  return { sort: "expression", kind, type, ...fields } as unknown as ir.NodeOf<Kind>;
}

export function text(value: string): ir.StringLiteral {
  return expression("StringLiteral", stringType, { value });
}

/** A use of the variable; `type` where the use is known to be narrower than the variable. */
export function variable(binding: Binding, type: Type = binding.type): ir.Variable {
  return { sort: "expression", kind: "Variable", binding, type };
}

export function integer(value: bigint | number, type: Type = bigIntType): ir.IntegerLiteral {
  return { sort: "expression", kind: "IntegerLiteral", value: BigInt(value), type };
}

export function boolean(value: boolean): ir.BooleanLiteral {
  return { sort: "expression", kind: "BooleanLiteral", value, type: boolType };
}

export function none(type: Type = noneType): ir.NoneLiteral {
  return { sort: "expression", kind: "NoneLiteral", type };
}

export function tuple(elements: readonly ir.Expression[]): ir.TupleLiteral {
  return {
    sort: "expression",
    kind: "TupleLiteral",
    elements,
    type: { kind: "tuple", elements: elements.map((element) => element.type) },
  };
}

export function not(operand: ir.Expression): ir.Expression {
  return operand.kind === "Not" ? operand.operand : { sort: "expression", kind: "Not", operand, type: boolType };
}

export function assign(target: ir.Expression, value: ir.Expression, declares: readonly Binding[] = []): ir.Assign {
  return { sort: "statement", kind: "Assign", targets: [target], value, declares };
}

export function expressionStatement(expression: ir.Expression): ir.ExpressionStatement {
  return { sort: "statement", kind: "ExpressionStatement", expression };
}

export function ifStatement(
  test: ir.Expression,
  then: readonly ir.Statement[],
  otherwise: readonly ir.Statement[] = [],
): ir.If {
  return { sort: "statement", kind: "If", test, then, otherwise };
}

export function breakStatement(label?: string): ir.Break {
  return { sort: "statement", kind: "Break", ...(label === undefined ? {} : { label }) };
}

export function empty(): ir.Empty {
  return { sort: "statement", kind: "Empty" };
}

/** A variable that the source does not have, local to one function. `id` must be unique in the program and stable. */
export function localBinding(name: string, type: Type, id: string): Binding {
  return { name, kind: "local", id, type, captured: false, assignments: 1, reads: 1 };
}
