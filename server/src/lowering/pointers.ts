import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import { typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { underlying } from "./lift/go-operators.ts";
import { boxedClass, definedCollection } from "./python/defined-types.ts";

/*
 * Pointers of Go to what Python cannot change in place: numbers, texts, functions. Where nobody stores through such a pointer it only says that a value may
 * be absent, `int | None`; else the value stands in an object that all hold, a Ref. One answer holds for all pointers to a type in the program.
 */

/** Whether values of the type are objects in Python that can be changed through every reference to them. */
export function isObject(type: Type): boolean {
  const shape = underlying(type);
  if (shape.kind === "struct" || shape.kind === "list" || shape.kind === "dict" || shape.kind === "array") return true;
  if (type.kind === "unknown" || definedCollection(type) || boxedClass(type)) return true;
  return type.kind === "named" && type.symbol.underlying === undefined;
}

/** The types, by key, that some pointer of the unit is stored through to, or whose pointers could tell a later change. */
export function storedPointers(declarations: readonly ir.Declaration[]): readonly string[] {
  const found = new Set<string>();
  const add = (type: Type): void => {
    if (!isObject(type)) found.add(typeKey(type));
  };
  const target = (node: ir.Expression): void => {
    if (node.kind === "Dereference") add(node.type);
    if (node.kind === "TupleLiteral") node.elements.forEach(target);
  };
  const visit = (node: ir.Node): void => {
    if (node.kind === "Assign") node.targets.forEach(target);
    if (node.kind === "Update") target(node.target);
    // What is given the address of a number changes it.
    // What a library gives a pointer to, it may change later, as package flag does.
    if (node.kind === "LibraryCall" && node.type.kind === "pointer") add(node.type.target);
    if (node.kind === "LibraryCall")
      for (const capture of Object.values(node.captures))
        for (const operand of capture.kind === "ListLiteral" ? capture.elements : [capture])
          if (operand.kind === "AddressOf") add(operand.operand.type);
          else if (operand.type.kind === "pointer") add(operand.type.target);
    if (node.kind === "AddressOf") {
      const { operand } = node;
      const isStill = operand.kind === "Variable" && operand.binding.assignments <= 1;
      const isPlace = operand.kind === "Variable" || operand.kind === "Field" || operand.kind === "Index";
      if (isPlace && !isStill) add(operand.type);
    }
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  return [...found].sort();
}
