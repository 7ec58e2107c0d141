import type * as go from "../../go/tree.ts";
import { sameType } from "../../types/relations.ts";
import type { TupleType, Type } from "../../types/type.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/*
 * How Python's tuples are represented where they are values: elements of one type as an array `[n]T`, which is comparable and can be a key of a
 * map; of different types as a helper struct with the fields First, Second, Third …; tuples of any length (`tuple[int, ...]`) as a slice, and long
 * ones of different types as a slice of any.
 */

export const tupleFields = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"] as const;
const structNames: Readonly<Record<number, string>> = { 2: "Pair", 3: "Triple", 4: "Tuple4", 5: "Tuple5", 6: "Tuple6" };

/** Which representation the tuple has. */
export function tupleForm(type: TupleType): "slice" | "array" | "struct" {
  if (type.rest !== undefined) return "slice";
  const [first, ...others] = type.elements;
  if (first === undefined) return "array";
  const isUniform = first.kind !== "unknown" && others.every((other) => sameGoType(other, first));
  if (isUniform) return "array";
  // Nobody counts to the seventh field: long records of mixed types become a slice of any.
  return type.elements.length > tupleFields.length ? "slice" : "struct";
}

function sameGoType(left: Type, right: Type): boolean {
  return sameType(left, right);
}

/** The element type of a tuple in the form of an array or slice. */
export function uniformElement(type: TupleType): Type {
  if (type.rest) return type.rest;
  return tupleForm(type) === "slice" ? { kind: "any" } : (type.elements[0] ?? { kind: "any" });
}

export function tupleType(type: TupleType, lower: (type: Type) => go.Expr, helper: (name: string) => go.Expr): go.Expr {
  switch (tupleForm(type)) {
    case "slice":
      return build.sliceType(lower(uniformElement(type)));
    case "array":
      return build.arrayType(type.elements.length, lower(uniformElement(type)));
    case "struct":
      return build.instantiate(helper(structName(type)), type.elements.map(lower));
  }
}

function structName(type: TupleType): string {
  const name = structNames[type.elements.length];
  if (name === undefined) {
    throw new Untranslatable(
      "large-tuple",
      `A tuple of ${type.elements.length} different types is not translated; Go programs declare a struct with named fields.`,
    );
  }
  return name;
}

/** A literal of the tuple type with these lowered elements. */
export function tupleLiteral(
  type: TupleType,
  elements: readonly go.Expr[],
  lower: (type: Type) => go.Expr,
  helper: (name: string) => go.Expr,
): go.Expr {
  const lowered = tupleType(type, lower, helper);
  const values =
    tupleForm(type) === "struct"
      ? elements.map((element, position) => build.keyValue(build.ident(tupleFields[position] ?? "First"), element))
      : elements;
  return build.composite(lowered, values);
}

/** The element at a known position. */
export function tupleElement(type: TupleType, tuple: go.Expr, position: number): go.Expr {
  return tupleForm(type) === "struct"
    ? build.selector(tuple, tupleFields[position] ?? "First")
    : build.index(tuple, build.integer(position));
}
