import type { TypeSymbol } from "../types/type.ts";
import type { ModuleSource } from "./analysis-api.ts";
import type { UnitDecls } from "./analysis-declarations.ts";
import { bindUnit } from "./bind-flow.ts";
import type { UnitBinding } from "./bind-webs.ts";
import type { Entity } from "./infer-context.ts";
import type { Expression, PythonUnit, Statement } from "./tree.ts";

/** What is analysed at a time: a top-level function or class, or all other top-level statements of a module. */
export interface Part {
  readonly decls: UnitDecls;
  readonly binding: UnitBinding;
  /** Which module-level names were shared when it was bound. */
  readonly sharedKey: string;
}

/** A module of a program: its parts, and what the names of its top level stand for. */
export interface ProgramModule {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly globals: ReadonlyMap<string, Entity>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, Expression>;
  readonly starImports: readonly string[];
}

/** What one analysis hands on to the next: parts by their text, symbols by their place. */
export interface ProgramMemory {
  readonly parts: Map<string, Part>;
  readonly symbols: Map<string, TypeSymbol>;
}

/** The key of the unit that holds all top-level statements of a module but functions and classes. */
export const topKey = "<module>";

/** Functions and classes stand alone; the other statements of a module are one, since they run one after the other. */
export function analysisUnits(source: ModuleSource): PythonUnit[] {
  const units: PythonUnit[] = [];
  const top: Statement[] = [];
  let text = "";
  for (const unit of source.module.units) {
    const [only] = unit.body;
    if (
      unit.body.length === 1 &&
      (only?.kind === "FunctionDef" || only?.kind === "AsyncFunctionDef" || only?.kind === "ClassDef")
    )
      units.push(unit);
    else {
      top.push(...unit.body);
      text += unit.text;
    }
  }
  if (top.length > 0) units.push({ key: topKey, start: 0, text, body: top, inner: [], blankBefore: false });
  return units;
}

/** Binds the units of a module; what is as it was before stays the same part. The parts are noted in `memory`. */
export function bindModule(
  name: string,
  units: readonly UnitDecls[],
  isImported: boolean,
  previous: ProgramMemory | undefined,
  memory: ProgramMemory,
): ProgramModule {
  const declarations = new Map<string, Set<string>>();
  const used = new Set<string>();
  const all = (): boolean => true;
  const isTop = (decls: UnitDecls): boolean => decls.unit.key === topKey;
  const early = new Map<UnitDecls, UnitBinding>();
  for (const decls of units) {
    for (const [variable, { declarations: nodes }] of decls.table.module.variables) {
      const kinds = declarations.get(variable) ?? new Set();
      for (const node of nodes) kinds.add(node.kind);
      declarations.set(variable, kinds);
      if (!isTop(decls)) used.add(variable);
    }
    const known = previous?.parts.get(`${name} ${decls.unit.key}`);
    const binding =
      !isTop(decls) && known?.decls === decls ? known.binding : bindUnit(decls.unit.body, decls.table, all);
    early.set(decls, binding);
    for (const [read, where] of binding.reads) if (!isTop(decls) || where === "function") used.add(read);
  }
  const shared = (variable: string): boolean =>
    isImported ||
    used.has(variable) ||
    [...(declarations.get(variable) ?? [])].some(
      (kind) => kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "ClassDef" || kind === "alias",
    );
  const parts = units.map((decls): Part => {
    const sharedKey = isTop(decls) ? [...decls.table.module.variables.keys()].filter(shared).join() : "";
    const id = `${name} ${decls.unit.key}`;
    const known = previous?.parts.get(id);
    const part =
      known?.decls === decls && known.sharedKey === sharedKey
        ? known
        : { decls, sharedKey, binding: isTop(decls) ? bindAgain(decls, shared) : early.get(decls)! };
    memory.parts.set(id, part);
    return part;
  });
  return { name, parts, ...moduleNames(name, units) };
}

/** What the names of a module's top level stand for. */
function moduleNames(name: string, units: readonly UnitDecls[]): Omit<ProgramModule, "name" | "parts"> {
  const globals = new Map<string, Entity>();
  const aliases = new Map<string, string>();
  const annotations = new Map<string, Expression>();
  for (const decls of units) {
    for (const [variable, { declarations: nodes, annotation }] of decls.table.module.variables) {
      if (annotation) annotations.set(variable, annotation);
      for (const node of nodes) {
        if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef")
          globals.set(variable, decls.functions.get(node)!);
        else if (node.kind === "ClassDef") globals.set(variable, decls.classes.get(node)!);
        else if (node.kind === "alias") {
          const path = decls.imports.get(node);
          if (path !== undefined && !aliases.has(variable)) aliases.set(variable, path);
        } else if (!globals.has(variable) && !aliases.has(variable))
          globals.set(variable, { kind: "variable", module: name, name: variable, slot: `${name}.${variable}` });
      }
    }
  }
  return { globals, aliases, annotations, starImports: units.flatMap((decls) => decls.starImports) };
}

function bindAgain(decls: UnitDecls, shared: (name: string) => boolean): UnitBinding {
  for (const scope of [decls.table.module, ...decls.table.scopes.values()])
    for (const variable of scope.variables.values()) variable.captured = false;
  return bindUnit(decls.unit.body, decls.table, shared);
}
