import type { MethodType, Type } from "../types/type.ts";
import type { Checker } from "./checker.ts";
import { identical, includes, typeSetOf, underlying } from "./check-identity.ts";
import type { Term } from "./check-identity.ts";
import { showGoType } from "./check-show.ts";
import { isInterface } from "./check-types.ts";
import type { Expr, GoNode } from "./tree.ts";

/** Whether the type may be an interface that only constraints may use; seen without resolving it. */
export function mayConstrain(type: Type): boolean {
  return type.kind === "named" || type.kind === "interface";
}

/** Reports an interface with terms, or one that embeds `comparable`, where a type of values is wanted. */
export function checkOrdinary(check: Checker, node: Expr, type: Type): void {
  const isComparable = type.kind === "named" && type.symbol.module === "universe" && type.symbol.name === "comparable";
  if (!isComparable && !isInterface(type)) return;
  const set = typeSetOf(type);
  if (set.unknown || (set.terms === undefined && !set.comparable)) return;
  const problem = set.comparable ? "is (or embeds) comparable" : "contains type constraints";
  check.error(
    node,
    "invalid-declaration",
    `cannot use type ${showGoType(type)} outside a type constraint: interface ${problem}`,
  );
}

/** Reports a term of a union that no union may have, or that overlaps an earlier one. */
export function checkTerm(check: Checker, node: Expr, term: Term, earlier: readonly Term[]): void {
  const base = underlying(term.type);
  if (base.kind === "unknown" || base.kind === "parameter") return;
  const shown = `${term.tilde ? "~" : ""}${showGoType(term.type)}`;
  if (isInterface(term.type)) {
    const set = typeSetOf(term.type);
    if (term.tilde)
      check.error(node, "invalid-declaration", `invalid use of ~ (${showGoType(term.type)} is an interface)`);
    else if (set.methods.size > 0)
      check.error(node, "invalid-declaration", `cannot use ${shown} in union (${shown} contains methods)`);
    else if (set.comparable) check.error(node, "invalid-declaration", `cannot use ${shown} in union`);
    return;
  }
  if (term.tilde && !identical(base, term.type)) {
    check.error(
      node,
      "invalid-declaration",
      `invalid use of ~ (underlying type of ${showGoType(term.type)} is ${showGoType(base)})`,
    );
    return;
  }
  const overlapping = earlier.find(
    (other) => !isInterface(other.type) && (includes(other, term.type) || includes(term, other.type)),
  );
  if (overlapping !== undefined)
    check.error(node, "invalid-declaration", `overlapping terms ${shown} and ${showGoType(overlapping.type)}`);
}

/** Reports methods that an embedded interface has with another signature. */
export function checkMethods(check: Checker, node: GoNode, methods: readonly MethodType[], embedded: Type): void {
  if (!isInterface(embedded)) return;
  const inner = typeSetOf(embedded).methods;
  for (const method of methods) {
    const other = inner.get(method.name);
    if (other !== undefined && !identical(other, method.type))
      check.error(node, "duplicate-declaration", `duplicate method ${method.name}`);
  }
}
