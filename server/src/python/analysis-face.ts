import type { FunctionDecl, UnitDecls } from "./analysis-declarations.ts";
import { examplesOf } from "./analysis-examples.ts";
import { classKey, exactKey, functionKey, shapeOf } from "./analysis-keys.ts";
import type { Expression } from "./tree.ts";

const known = new WeakMap<UnitDecls, string>();

/**
 * A text that two versions of a unit share when the rest of the program cannot tell them apart by what they declare: names, signatures, fields,
 * imports, examples in docstrings, and what aliases stand for. What their bodies say of types is told by their contributions instead.
 */
export function faceOf(decls: UnitDecls): string {
  let face = known.get(decls);
  if (face === undefined) known.set(decls, (face = makeFace(decls)));
  return face;
}

function makeFace(decls: UnitDecls): string {
  const variables = [...decls.table.module.variables].map(
    ([name, { declarations, annotation }]) =>
      `${name} ${declarations.map(({ kind }) => kind).join()} ${shapeOf(annotation)}`,
  );
  const imports = [...decls.imports].map(([alias, path]) => `${alias.asname ?? alias.name}=${path}`);
  const functions = [...decls.functions.values()].map(
    (decl) => `${functionKey(decl)} ${decl.owner?.id ?? ""} ${examplesKey(decl)}`,
  );
  const classes = [...decls.classes.values()].map(classKey);
  const aliases = [...aliasShapes(decls)].map(([name, value]) => `${name} = ${value}`);
  return [...variables, ...imports, ...decls.starImports, ...functions, ...classes, ...aliases].join("\n");
}

function examplesKey(decl: FunctionDecl): string {
  return [...examplesOf(decl)].map(([slot, type]) => `${slot}:${exactKey(type)}`).join();
}

const knownAliases = new WeakMap<UnitDecls, ReadonlyMap<string, string>>();

/** The names that the unit's top level assigns what may be a type, each with the shape of it: annotations may speak of them. */
export function aliasShapes(decls: UnitDecls): ReadonlyMap<string, string> {
  let shapes = knownAliases.get(decls);
  if (!shapes) knownAliases.set(decls, (shapes = readAliases(decls)));
  return shapes;
}

function readAliases(decls: UnitDecls): ReadonlyMap<string, string> {
  const shapes = new Map<string, string>();
  for (const statement of decls.unit.body) {
    if (statement.kind !== "Assign" && statement.kind !== "AnnAssign" && statement.kind !== "TypeAlias") continue;
    const targets =
      statement.kind === "Assign"
        ? statement.targets
        : [statement.kind === "AnnAssign" ? statement.target : statement.name];
    for (const target of targets)
      if (target.kind === "Name")
        shapes.set(
          target.id,
          `${shapes.get(target.id) ?? ""};${mayBeType(statement.value) ? shapeOf(statement.value) : ""}`,
        );
  }
  return shapes;
}

function mayBeType(value: Expression | undefined): boolean {
  return (
    value?.kind === "Name" ||
    value?.kind === "Attribute" ||
    value?.kind === "Subscript" ||
    value?.kind === "BinOp" ||
    value?.kind === "Call" ||
    value?.kind === "Constant"
  );
}
