import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import { showType } from "../types/show.ts";
import type { FunctionType, Type, TypeSymbol } from "../types/type.ts";
import { typeParametersOf } from "./lift/python-functions.ts";
import type { RaiseSite } from "./raises.ts";

/*
 * Functions that are values. In Go the type of a function says whether it gives an error, so that all functions that may stand in one variable give
 * one as soon as one of them does. Those are the functions of one type: Go could not put others there either.
 */

/** The class of function values that a type stands for, as the id of a function: what any of them raises, a call of one may raise. */
export function valueClass(type: FunctionType): string {
  const parameters = type.parameters.map(
    (parameter) => `${parameter.kind === "variadic" ? "*" : ""}${showType(parameter.type)}`,
  );
  return `(${parameters.join(", ")}) -> ${showType(type.result)}`;
}

/** The function type of a value that can be called, `None` aside. */
export function functionTypeOf(type: Type): FunctionType | undefined {
  if (type.kind === "function") return type;
  return type.kind === "optional" ? functionTypeOf(type.inner) : undefined;
}

/** One function that is used as a value. */
export type FunctionValue =
  | { readonly kind: "function"; readonly valueClass: string; readonly id: string; readonly name: string }
  | { readonly kind: "method"; readonly valueClass: string; readonly symbol: TypeSymbol; readonly name: string }
  | { readonly kind: "closure"; readonly valueClass: string; readonly sites: readonly RaiseSite[] }
  /** A parameter whose type speaks of type parameters: functions of each type that matches the pattern may be handed over. */
  | { readonly kind: "generic"; readonly valueClass: string; readonly pattern: string };

/** The functions that declarations use as values. Function literals that only a library calls give no error. */
export function functionValues(
  declarations: readonly ir.Declaration[],
  sitesOf: (body: readonly ir.Statement[]) => readonly RaiseSite[],
): readonly FunctionValue[] {
  const found: FunctionValue[] = [];
  const visit = (node: ir.Node): void => {
    const called = node.kind === "Call" && node.callee.kind === "Variable" ? node.callee : undefined;
    if (node.sort === "expression") note(node, sitesOf, found);
    if (node.kind === "Function") found.push(...genericParameters(node));
    forEachChild(node, (child) => {
      if (child !== called) visit(child);
    });
  };
  declarations.forEach(visit);
  return found;
}

function genericParameters(node: ir.Function): readonly FunctionValue[] {
  return node.parameters.flatMap((parameter): readonly FunctionValue[] => {
    const type = functionTypeOf(parameter.type);
    const names = type ? typeParametersOf([type]).map(({ name }) => name) : [];
    if (!type || names.length === 0) return [];
    const own = valueClass(type);
    const escaped = own.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const pattern = `^${escaped.replace(new RegExp(`\\b(?:${names.join("|")})\\b`, "g"), ".+")}$`;
    return [{ kind: "generic", valueClass: own, pattern }];
  });
}

function note(
  node: ir.Expression,
  sitesOf: (body: readonly ir.Statement[]) => readonly RaiseSite[],
  found: FunctionValue[],
): void {
  const type = functionTypeOf(node.type);
  if (!type) return;
  if (node.kind === "Variable" && node.binding.kind === "function") {
    const classes = new Set([
      valueClass(type),
      ...(node.binding.type.kind === "function" ? [valueClass(node.binding.type)] : []),
    ]);
    for (const name of classes)
      found.push({ kind: "function", valueClass: name, id: node.binding.id, name: node.binding.name });
  }
  if (node.kind === "Field" && node.member === "method" && node.object.type.kind === "named")
    found.push({ kind: "method", valueClass: valueClass(type), symbol: node.object.type.symbol, name: node.name });
  if (node.kind === "Closure" && node.isInner !== true)
    found.push({ kind: "closure", valueClass: valueClass(type), sites: sitesOf(node.body) });
}
