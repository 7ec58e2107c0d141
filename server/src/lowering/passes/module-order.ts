import { expressionStatement } from "../../ir/build.ts";
import type { IrModule, LiftedUnit } from "../../ir/module.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { functionOf, noneType } from "../../types/build.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";

/*
 * Go initialises a package's variables in the order of their dependencies and then calls each `init`; Python runs a module from top to bottom. This
 * puts what must be there first before what needs it, and calls the `init` functions.
 */

/** The module of Go in an order in which Python can run it. What needs nothing stays where it is. */
export function orderForPython(module: IrModule): IrModule {
  return { ...module, units: [...ordering(module.units), ...initCalls(module)] };
}

/** One unit for each declaration, each behind those that it needs. */
function ordering(units: readonly LiftedUnit[]): readonly LiftedUnit[] {
  const single = units.flatMap((unit) =>
    unit.declarations.map((declaration): LiftedUnit => ({ unit: unit.unit, declarations: [declaration] })),
  );
  const declares = new Map<Binding | TypeSymbol, LiftedUnit>();
  for (const unit of single) for (const name of namesOf(unit.declarations[0]!)) declares.set(name, unit);
  const placed = new Set<LiftedUnit>();
  const open = new Set<LiftedUnit>();
  const result: LiftedUnit[] = [];
  const place = (unit: LiftedUnit): void => {
    if (placed.has(unit) || open.has(unit)) return;
    const [declaration] = unit.declarations;
    if (declaration && mayNeed(declaration)) {
      open.add(unit);
      for (const needed of neededBy(declaration, declares)) place(needed);
      open.delete(unit);
    }
    if (placed.has(unit)) return;
    placed.add(unit);
    result.push(unit);
  };
  single.forEach(place);
  return result;
}

/** Whether anything at all may have to run before the declaration. */
function mayNeed(declaration: ir.Declaration): boolean {
  switch (declaration.kind) {
    case "Global":
      return true;
    case "Record":
      return (
        declaration.bases.length > 0 ||
        declaration.fields.some(
          ({ type, defaultValue }) => type.kind === "named" || type.kind === "array" || defaultValue !== undefined,
        )
      );
    default:
      return declaration.kind === "TypeDefinition" || declaration.kind === "Interface";
  }
}

function namesOf(declaration: ir.Declaration): readonly (Binding | TypeSymbol)[] {
  switch (declaration.kind) {
    case "Function":
      return [declaration.binding];
    case "Record":
    case "Interface":
    case "Enumeration":
    case "TypeDefinition":
      return [declaration.binding, declaration.symbol];
    case "Global":
      return targetsOf(declaration.target);
    default:
      return [];
  }
}

function targetsOf(target: ir.Expression): readonly Binding[] {
  if (target.kind === "Variable") return [target.binding];
  return target.kind === "TupleLiteral" ? target.elements.flatMap(targetsOf) : [];
}

/** What must have run before the declaration runs: the bases of classes, and what the values of variables use, functions they call included. */
function neededBy(
  declaration: ir.Declaration,
  declares: ReadonlyMap<Binding | TypeSymbol, LiftedUnit>,
): readonly LiftedUnit[] {
  const needed = new Set<LiftedUnit>();
  const need = (name: Binding | TypeSymbol): LiftedUnit | undefined => {
    const unit = declares.get(name);
    if (!unit || needed.has(unit)) return undefined;
    needed.add(unit);
    return unit;
  };
  const evaluate = (node: ir.Node): void =>
    walk(node, (inner) => {
      if (inner.sort === "expression" && inner.type.kind === "named") need(inner.type.symbol);
      if (inner.kind !== "Variable" && inner.kind !== "MethodCall") return;
      const unit = inner.kind === "Variable" ? need(inner.binding) : undefined;
      const [called] = unit?.declarations ?? [];
      // What a function uses when it is called now must be there now.
      if (called?.kind === "Function") called.body.forEach(evaluate);
      if (called?.kind === "Record") called.methods.forEach((method) => method.body.forEach(evaluate));
    });
  switch (declaration.kind) {
    case "Global":
      if (declaration.value) evaluate(declaration.value);
      if (declaration.target.type.kind === "named") need(declaration.target.type.symbol);
      break;
    case "Record":
      for (const base of declaration.bases) if (base.kind === "named") need(base.symbol);
      for (const field of declaration.fields) {
        if (field.embedded && field.type.kind === "named") need(field.type.symbol);
        if (field.defaultValue) evaluate(field.defaultValue);
        // A function's zero value is None, whatever its type.
        if (field.type.kind === "named" && field.type.symbol.underlying?.kind !== "function") need(field.type.symbol);
        if (field.type.kind === "array" && field.type.element.kind === "named") need(field.type.element.symbol);
      }
      break;
    case "TypeDefinition":
      for (const symbol of symbolsIn(declaration.symbol.underlying)) need(symbol);
      break;
    case "Interface":
      for (const base of declaration.embedded) if (base.kind === "named") need(base.symbol);
      break;
    default:
      break;
  }
  return [...needed];
}

/** The named types that a type is written with. */
function symbolsIn(type: Type | undefined): readonly TypeSymbol[] {
  switch (type?.kind) {
    case "named":
      return [type.symbol, ...type.arguments.flatMap(symbolsIn)];
    case "list":
    case "array":
    case "set":
    case "channel":
      return symbolsIn(type.element);
    case "dict":
      return [...symbolsIn(type.key), ...symbolsIn(type.value)];
    case "pointer":
      return symbolsIn(type.target);
    case "function":
      return [...type.parameters.flatMap((parameter) => symbolsIn(parameter.type)), ...symbolsIn(type.result)];
    default:
      return [];
  }
}

/** Go calls every `init` once, before `main`. */
function initCalls(module: IrModule): readonly LiftedUnit[] {
  const type = functionOf([], noneType);
  return module.units.flatMap((unit) =>
    unit.declarations.flatMap((declaration): readonly LiftedUnit[] => {
      if (declaration.kind !== "Function" || declaration.name !== "init" || declaration.receiver || declaration.symbol)
        return [];
      const callee: ir.Variable = { sort: "expression", kind: "Variable", binding: declaration.binding, type };
      const call: ir.Call = { sort: "expression", kind: "Call", callee, arguments: [], type: noneType };
      const body = [{ ...expressionStatement(call), ...(declaration.origin ? { origin: declaration.origin } : {}) }];
      return [
        {
          unit: unit.unit,
          declarations: [
            {
              sort: "declaration",
              kind: "TopLevel",
              body,
              guarded: false,
              ...(declaration.origin ? { origin: declaration.origin } : {}),
            },
          ],
        },
      ];
    }),
  );
}
