import { type Definition, isDefinition, namesBoundBelow } from "./expand-tree.ts";
import type { Expression, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/** What expansions know of the module around: what its names stand for, by name alone. */
export interface ExpansionEnvironment {
  /** The dotted path of the library's function or class that the expression names, unless something here has that name too. */
  pathOf(node: Expression): string | undefined;
  /** The one function of the module with this name. */
  definition(name: string): Definition | undefined;
  /** Whether a call of the module's function anywhere passes arguments by name. */
  isCalledByName(name: string): boolean;
  /** A name that the module does not use, which it takes. */
  fresh(wish: string): string;
}

/** Reads what the names of a module's top level stand for. */
export function environmentOf(units: readonly PythonUnit[]): ExpansionEnvironment {
  const imports = new Map<string, string>();
  const definitions = new Map<string, Definition[]>();
  const assigned = new Set<string>();
  const names = new Set<string>();
  const calledByName = new Set<string>();
  for (const unit of units)
    for (const statement of unit.body) {
      noteImports(statement, imports);
      if (isDefinition(statement))
        definitions.set(statement.name, [...(definitions.get(statement.name) ?? []), statement]);
      else if (statement.kind === "ClassDef") assigned.add(statement.name);
      else namesBoundBelow(statement).forEach((name) => assigned.add(name));
      walk(statement, (node) => {
        if (node.kind === "Name") names.add(node.id);
        if (node.kind === "arg") names.add(node.arg);
        if (isDefinition(node) || node.kind === "ClassDef") names.add(node.name);
        if (node.kind === "Call" && node.func.kind === "Name" && node.keywords.length > 0)
          calledByName.add(node.func.id);
      });
    }
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
