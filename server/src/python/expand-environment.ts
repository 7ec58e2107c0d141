import { boundCounts, type Definition, isDefinition, namesBoundBelow } from "./expand-tree.ts";
import type { Expression, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/** What expansions know of the module around: what its names stand for, by name alone. */
export interface ExpansionEnvironment {
  /** The dotted path of the library's function or class that the expression names, unless something here has that name too. */
  pathOf(node: Expression): string | undefined;
  /** The one function of the module with this name. */
  definition(name: string): Definition | undefined;
  /** Whether the module declares a class of this name. */
  isClass(name: string): boolean;
  /** Whether the module's top level gives the name a meaning of its own. */
  isDeclared(name: string): boolean;
  /** Whether the module binds the name of its top level more than once, or in a loop. */
  isRebound(name: string): boolean;
  /** Whether an attribute of this name is set anywhere. */
  isAssignedAttribute(attr: string): boolean;
  /** Whether a call of the module's function anywhere passes arguments by name. */
  isCalledByName(name: string): boolean;
  /** A name that the module does not use, which it takes. */
  fresh(wish: string): string;
}

/** What one unit tells the expansion of the others, by names alone. */
export interface UnitNames {
  readonly imports: ReadonlyMap<string, string>;
  readonly definitions: readonly Definition[];
  readonly classes: ReadonlySet<string>;
  /** Names that statements of the module's top level bind, functions aside. */
  readonly assigned: ReadonlySet<string>;
  /** How often names are assigned, anywhere. */
  readonly counts: ReadonlyMap<string, number>;
  /** How often names of the top level are bound. */
  readonly bound: ReadonlyMap<string, number>;
  /** Attributes that are assigned. */
  readonly attributes: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly called: ReadonlySet<string>;
  readonly calledByName: ReadonlySet<string>;
}

const known = new WeakMap<readonly Statement[], UnitNames>();

/** The names of a unit, read once for each of its trees. */
export function unitNames(unit: PythonUnit): UnitNames {
  let found = known.get(unit.body);
  if (!found) known.set(unit.body, (found = readNames(unit.body)));
  return found;
}

function readNames(body: readonly Statement[]): UnitNames {
  const imports = new Map<string, string>();
  const definitions: Definition[] = [];
  const [classes, assigned, names] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [called, calledByName] = [new Set<string>(), new Set<string>()];
  const counts = new Map<string, number>();
  const bound = new Map<string, number>();
  const attributes = new Set<string>();
  for (const statement of body) {
    for (const [name, count] of boundCounts(statement, false)) bound.set(name, (bound.get(name) ?? 0) + count);
    noteImports(statement, imports);
    if (isDefinition(statement)) definitions.push(statement);
    else if (statement.kind === "ClassDef") classes.add(statement.name);
    else namesBoundBelow(statement).forEach((name) => assigned.add(name));
    walk(statement, (node) => {
      if (node.kind === "Name") names.add(node.id);
      if (node.kind === "arg") names.add(node.arg);
      if (isDefinition(node) || node.kind === "ClassDef") names.add(node.name);
      if (node.kind === "Call" && node.func.kind === "Name") {
        called.add(node.func.id);
        if (node.keywords.length > 0) calledByName.add(node.func.id);
      }
      const targets = node.kind === "Assign" ? node.targets : node.kind === "AnnAssign" ? [node.target] : [];
      for (const target of targets) if (target.kind === "Name") counts.set(target.id, (counts.get(target.id) ?? 0) + 1);
      for (const target of node.kind === "AugAssign" ? [node.target] : targets)
        walk(target, (part) => {
          if (part.kind === "Attribute") attributes.add(part.attr);
        });
    });
  }
  return { imports, definitions, classes, assigned, counts, bound, attributes, names, called, calledByName };
}

/** What the names of a module's top level stand for. */
export function environmentOf(units: readonly UnitNames[]): ExpansionEnvironment {
  const imports = new Map(units.flatMap((unit) => [...unit.imports]));
  const definitions = new Map<string, Definition[]>();
  for (const definition of units.flatMap((unit) => unit.definitions))
    definitions.set(definition.name, [...(definitions.get(definition.name) ?? []), definition]);
  const classes = new Set(units.flatMap((unit) => [...unit.classes]));
  const assigned = new Set([...classes, ...units.flatMap((unit) => [...unit.assigned])]);
  const names = new Set(units.flatMap((unit) => [...unit.names]));
  const calledByName = new Set(units.flatMap((unit) => [...unit.calledByName]));
  const bound = new Map<string, number>();
  for (const unit of units) for (const [name, count] of unit.bound) bound.set(name, (bound.get(name) ?? 0) + count);
  const attributes = new Set(units.flatMap((unit) => [...unit.attributes]));
  const pathOf = (node: Expression): string | undefined => {
    if (node.kind === "Name")
      return definitions.has(node.id) || assigned.has(node.id) ? undefined : imports.get(node.id);
    if (node.kind !== "Attribute") return undefined;
    const path = pathOf(node.value);
    return path === undefined ? undefined : `${path}.${node.attr}`;
  };
  return {
    pathOf,
    definition: (name) => {
      const found = definitions.get(name) ?? [];
      return found.length === 1 && !assigned.has(name) && !imports.has(name) ? found[0] : undefined;
    },
    isClass: (name) => classes.has(name),
    isDeclared: (name) => definitions.has(name) || assigned.has(name) || imports.has(name),
    isRebound: (name) => (bound.get(name) ?? 0) > 1,
    isAssignedAttribute: (attr) => attributes.has(attr),
    isCalledByName: (name) => calledByName.has(name),
    fresh: (wish) => {
      let name = wish;
      for (let count = 2; names.has(name); count++) name = `${wish}_${String(count)}`;
      names.add(name);
      return name;
    },
  };
}

function noteImports(statement: Statement, imports: Map<string, string>): void {
  if (statement.kind === "Import")
    for (const { name, asname } of statement.names) {
      const [head = name] = name.split(".");
      imports.set(asname ?? head, asname === undefined ? head : name);
    }
  if (statement.kind === "ImportFrom" && (statement.level ?? 0) === 0)
    for (const { name, asname } of statement.names) imports.set(asname ?? name, `${statement.module ?? ""}.${name}`);
  if (statement.kind === "Try" || statement.kind === "If")
    for (const inner of statement.body) noteImports(inner, imports);
}
