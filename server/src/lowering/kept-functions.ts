import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import { callableType } from "./waiting-values.ts";

/** The parameters, by position, that are functions which the function may keep: it does more with them than to call them. */
export function keptFunctions(node: ir.Function): readonly number[] {
  const kept = new Set<number>();
  const positions = new Map(node.parameters.map(({ binding }, position) => [binding, position]));
  const visit = (inner: ir.Node): void => {
    const callee = inner.kind === "Call" ? inner.callee : undefined;
    forEachChild(inner, (child) => {
      const position = child.kind === "Variable" && child !== callee ? positions.get(child.binding) : undefined;
      if (position !== undefined) kept.add(position);
      visit(child);
    });
  };
  node.body.forEach(visit);
  // What is called inside of a function literal is kept by it.
  const inClosure = (inner: ir.Node): void => {
    if (inner.kind === "Closure")
      forEachChild(inner, function within(child) {
        const position = child.kind === "Variable" ? positions.get(child.binding) : undefined;
        if (position !== undefined) kept.add(position);
        forEachChild(child, within);
      });
    else forEachChild(inner, inClosure);
  };
  node.body.forEach(inClosure);
  return [...kept].filter((position) => isFunctions(node.parameters[position]!)).sort((left, right) => left - right);
}

function isFunctions({ type }: ir.Parameter): boolean {
  return callableType(type.kind === "list" ? type.element : type) !== undefined;
}
