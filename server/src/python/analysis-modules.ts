import type { TypeSymbol } from "../types/type.ts";
import type { ModuleSource } from "./analysis-api.ts";
import type { UnitDecls } from "./analysis-declarations.ts";
import { bindUnit } from "./bind-flow.ts";
import type { UnitBinding } from "./bind-webs.ts";
import type { Entity } from "./infer-context.ts";
import type { Expression, PythonUnit, Statement } from "./tree.ts";

/** What is analysed at a time: a top-level function or class, or all other top-level statements of a module. */
export interface Part {
  /** Names its place in the program. */
  readonly id: string;
  readonly decls: UnitDecls;
  readonly binding: UnitBinding;
  /** Module-level names that it does not keep to itself: those it reads, and those it declares when it is not the top level. */
  readonly uses: ReadonlySet<string>;
  /** The names of a top level that the module shares with its functions or with other modules, once that is known. */
  readonly shared?: ReadonlySet<string>;
}

/** A module of a program: its parts, and what the names of its top level stand for. */
export interface ProgramModule {
  readonly name: string;
  readonly parts: Part[];
  readonly globals: Map<string, Entity>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly annotations: Map<string, Expression>;
  readonly starImports: readonly string[];
}

/** What one analysis hands on to the next: parts by their text, symbols by their place. */
export interface ProgramMemory {
  readonly parts: Map<string, Part>;
  readonly symbols: Map<string, TypeSymbol>;
}

/** The key of the unit that holds all top-level statements of a module but functions and classes. */
export const topKey = "<module>";

/** Functions and classes stand alone; the other statements of a module are one, which comes last, since they run one after the other. */
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

/** Whether a unit is as it was: the same statements. */
export function isSameUnit(left: PythonUnit, right: PythonUnit): boolean {
  return (
    left.text === right.text &&
    left.body.length === right.body.length &&
    left.body.every((statement, position) => statement === right.body[position])
  );
}

/** The name of a part's place. */
export function partId(module: string, unit: string): string {
  return `${module} ${unit}`;
}

/** Binds the units of a module; what is as it was before stays the same part. The parts are noted in `memory`. */
export function bindModule(
  name: string,
  units: readonly UnitDecls[],
  isImported: boolean,
  previous: ProgramMemory | undefined,
  memory: ProgramMemory,
): ProgramModule {
  const bound = units.map((decls): Part => {
    const known = previous?.parts.get(partId(name, decls.unit.key));
    return known?.decls === decls ? known : bindPart(decls, name);
  });
  const used = new Set(bound.flatMap((part) => [...part.uses]));
  const shared = (variable: string): boolean => isImported || used.has(variable);
  const parts = bound.map((part) => {
    const final = isTop(part.decls) ? sharing(part, shared) : part;
    memory.parts.set(part.id, final);
    return final;
  });
  return { name, parts, ...moduleNames(name, units) };
}

/** Binds a part by itself. Of the top level it is not known yet what is shared. */
export function bindPart(decls: UnitDecls, module: string): Part {
  const binding = bindUnit(decls.unit.body, decls.table, () => true);
  const uses = new Set<string>();
  for (const [variable, { declarations }] of decls.table.module.variables)
    if (!isTop(decls) || declarations.some(({ kind }) => isDefinition(kind))) uses.add(variable);
  for (const [read, where] of binding.reads) if (!isTop(decls) || where === "function") uses.add(read);
  return { id: partId(module, decls.unit.key), decls, binding, uses };
}

/** The part of the top level, bound with the names that are shared; what is bound so already stays as it is. */
export function sharing(part: Part, isShared: (name: string) => boolean): Part {
  const shared = new Set([...part.decls.table.module.variables.keys()].filter(isShared));
  if (part.shared?.size === shared.size && [...shared].every((name) => part.shared?.has(name))) return part;
  return { ...part, shared, binding: bindAgain(part.decls, (name) => shared.has(name)) };
}

/** Whether a unit holds the statements of a module's top level. */
export function isTop(decls: UnitDecls): boolean {
  return decls.unit.key === topKey;
}

function isDefinition(kind: string): boolean {
  return kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "ClassDef" || kind === "alias";
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
