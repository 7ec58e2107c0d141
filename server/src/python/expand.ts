import { withBuiltinValues } from "./expand-builtins.ts";
import { expandCache } from "./expand-caches.ts";
import { hasOpenDefaults } from "./expand-default-values.ts";
import { defaultNames, type DefaultNames, expandDefaults, expandMethodDefaults } from "./expand-defaults.ts";
import { expandDecorator } from "./expand-decorators.ts";
import { withCommandLine } from "./expand-command-line.ts";
import { environmentOf, type ExpansionEnvironment, unitNames, type UnitNames } from "./expand-environment.ts";
import { expandCall, expandReference } from "./expand-operators.ts";
import { withLogMessages } from "./expand-logging.ts";
import { typeAliasesOf, withTypeAliases } from "./expand-type-aliases.ts";
import { typeVariablesOf, withTypeParameters } from "./expand-type-variables.ts";
import { isDefinition, namesBoundBelow, rebuild, type Definition, type Replacement } from "./expand-tree.ts";
import { asUnits } from "./expand-units.ts";
import { isSameTree } from "./same-tree.ts";
import type { Expression, PythonNode, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * Writes out what Python makes of functions while it runs: own decorators, caches, functions that stand for operators. What is written out is plain
 * Python, so that its types are inferred and its meaning is translated like everything else. Only names are looked at: types are not known yet.
 */

/** A unit of the source, and the units that take its place. */
export interface ExpandedUnit {
  readonly source: PythonUnit;
  readonly parts: readonly PythonUnit[];
}

interface Known {
  readonly key: string;
  readonly expanded: ExpandedUnit;
}

const known = new WeakMap<readonly Statement[], Known>();

/** Expands the units of a module. Units in which nothing changes are given as they are, and the same text gives the same trees. */
export function expandModule(sources: readonly PythonUnit[]): readonly ExpandedUnit[] {
  const written = withCommandLine(withLogMessages(sources));
  const expanded = expandUnits(withBuiltinValues(written.flat()));
  let from = 0;
  return written.map((units, at) => {
    const parts = expanded.slice(from, (from += units.length)).flatMap((one) => one.parts);
    return settled(sources[at]!, parts);
  });
}

const last = new WeakMap<readonly Statement[], readonly PythonUnit[]>();

/** The expansion of a unit that is not changed keeps its trees where it comes out as before, since all that is known of a tree goes by its identity. */
function settled(source: PythonUnit, parts: readonly PythonUnit[]): ExpandedUnit {
  const before = last.get(source.body);
  const isSame = before?.length === parts.length && parts.every(({ body }, at) => isSameTree(body, before[at]!.body));
  const kept = isSame ? parts.map((part, at) => ({ ...part, body: before[at]!.body })) : parts;
  last.set(source.body, kept);
  return { source, parts: kept };
}

function expandUnits(units: readonly PythonUnit[]): readonly ExpandedUnit[] {
  const isPlain = units.map((unit) => !mayExpand(unit));
  if (isPlain.every(Boolean)) return units.map((source) => ({ source, parts: [source] }));
  const names = units.map(unitNames);
  const words = meaningfulNames(names);
  const isTouched = units.map((_, at) => !isPlain[at] || [...words].some((word) => names[at]!.names.has(word)));
  const key = moduleKey(units, names, isTouched);
  const cached = units.map((unit) => known.get(unit.body));
  if (
    cached.every((entry, at) => !isTouched[at] || (entry?.key === key && entry.expanded.source.key === units[at]!.key))
  )
    return units.map((source, at) => ({ source, parts: isTouched[at] ? cached[at]!.expanded.parts : [source] }));
  const expanded = expandAll(units, names, isTouched);
  for (const one of expanded) known.set(one.source.body, { key, expanded: one });
  return expanded;
}

const knownSigns = new WeakMap<readonly Statement[], boolean>();

/** Whether a unit could hold something to expand: most hold nothing. */
function mayExpand({ text, body }: PythonUnit): boolean {
  let found = knownSigns.get(body);
  if (found === undefined) {
    found =
      /^[ \t]*@|\b(?:operator|functools|itertools|TypeVar|ParamSpec|NewType|TypeAlias)\b/m.test(text) ||
      /^\w+ *=.*[|[]/m.test(text) ||
      (/^\s*(?:async )?def\b/m.test(text) && body.some(hasOpenDefaults));
    knownSigns.set(body, found);
  }
  return found;
}

/** Names of the module that units may mention without looking as if they held something to expand. */
function meaningfulNames(units: readonly UnitNames[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const unit of units) {
    for (const [name, path] of unit.imports) if (/^(operator|functools|itertools)\b/.test(path)) found.add(name);
    // Type variables, and names for types that are called.
    if (unit.called.has("TypeVar") || unit.called.has("ParamSpec") || unit.called.has("NewType"))
      for (const name of unit.assigned) found.add(name);
    // Decorators that the module declares are written out where they are used, and are gone afterwards.
    for (const definition of unit.definitions)
      for (const decorator of definition.decoratorList) found.add(definition.name).add(headOf(decorator));
  }
  return found;
}

/** All that the expansion of any unit depends on. */
function moduleKey(units: readonly PythonUnit[], names: readonly UnitNames[], isTouched: readonly boolean[]): string {
  const others = names.filter((_, at) => !isTouched[at]);
  const all = (pick: (unit: UnitNames) => Iterable<string>): string =>
    [...new Set(others.flatMap((unit) => [...pick(unit)]))].sort().join();
  return [
    ...units.filter((_, at) => isTouched[at]).map((unit) => unit.text),
    all((unit) => unit.names),
    all((unit) => unit.called),
    all((unit) => unit.calledByName),
    all((unit) => unit.attributes),
    others.flatMap((unit) => [...unit.bound].map(([name, count]) => `${name}${String(count)}`)).join(),
  ].join("\u0000");
}

function expandAll(
  units: readonly PythonUnit[],
  names: readonly UnitNames[],
  isTouched: readonly boolean[],
): readonly ExpandedUnit[] {
  const environment = environmentOf(names);
  const attributes = new Map<string, string>();
  const used = new Set<string>();
  const statements = units.flatMap((unit) => unit.body);
  const variables = typeVariablesOf(statements, environment);
  const aliases = typeAliasesOf(statements, names, environment);
  const made = units.map((unit, at) => ({
    unit,
    body: isTouched[at]
      ? unit.body
          .map((statement) => withTypeAliases(statement, aliases, environment))
          .flatMap((statement) => withTypeParameters(statement, variables, environment))
          .flatMap((statement) => expandStatement(statement, environment, attributes, used))
      : unit.body,
  }));
  const renamed = made.map(({ unit, body }) => ({
    unit,
    body: attributes.size === 0 ? body : body.map((statement) => withAttributes(statement, attributes)),
  }));
  const needed = used.size === 0 ? new Set<string>() : namesReadIn(renamed.flatMap(({ body }) => body));
  return renamed.map(({ unit, body }): ExpandedUnit => {
    const left = body.filter(
      (statement) => !(isDefinition(statement) && used.has(statement.name) && !needed.has(statement.name)),
    );
    const same =
      left.length === unit.body.length && left.every((statement, position) => statement === unit.body[position]);
    return { source: unit, parts: same ? [unit] : asUnits(unit, left) };
  });
}

/** The names that statements read, those of functions inside themselves aside. */
function namesReadIn(statements: readonly Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of statements)
    walk(statement, (node) => {
      if (node.kind === "Name" && !(isDefinition(statement) && node.id === statement.name)) found.add(node.id);
    });
  return found;
}

function expandStatement(
  statement: Statement,
  environment: ExpansionEnvironment,
  attributes: Map<string, string>,
  used: Set<string>,
): readonly Statement[] {
  const shadowed = namesBoundBelow(statement);
  const isTop = statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef";
  const local: ExpansionEnvironment = {
    ...environment,
    pathOf: (node) =>
      shadowed.has(headOf(node)) && !(isTop && headOf(node) === statement.name) ? undefined : environment.pathOf(node),
  };
  const methods = methodNames(statement);
  const written = new Map<PythonNode, Expression>();
  const defaults = defaultNames(statement, environment);
  const replace = (node: PythonNode): Replacement => {
    switch (node.kind) {
      case "Name":
      case "Attribute": {
        const made = expandReference(node, local);
        if (!made) return node;
        written.set(made, node);
        return made;
      }
      case "Call":
        return expandCall(node, written.get(node.func) ?? node.func, local) ?? node;
      case "FunctionDef":
      case "AsyncFunctionDef":
        // Signatures for type checkers alone: the definition after them is the function.
        if (node.decoratorList.some((one) => local.pathOf(one) === "typing.overload")) return [];
        return expandDefinition(node, local, attributes, used, methods.has(node.name) ? undefined : defaults);
      case "ClassDef":
        return expandMethodDefaults(node, defaults, local) ?? node;
      default:
        return node;
    }
  };
  const made = rebuild(statement, replace);
  return Array.isArray(made) ? (made as readonly Statement[]) : [made as Statement];
}

/** The names of methods of classes in the statement. */
function methodNames(statement: Statement): ReadonlySet<string> {
  const found = new Set<string>();
  walk(statement, (node) => {
    if (node.kind === "ClassDef") for (const inner of node.body) if (isDefinition(inner)) found.add(inner.name);
  });
  return found;
}

function headOf(node: Expression): string {
  if (node.kind === "Attribute") return headOf(node.value);
  if (node.kind === "Call") return headOf(node.func);
  return node.kind === "Name" ? node.id : "";
}

/** Takes the decorators that can be written out off a function, the innermost first. */
function expandDefinition(
  node: Definition,
  environment: ExpansionEnvironment,
  attributes: Map<string, string>,
  used: Set<string>,
  names: DefaultNames | undefined,
): Replacement {
  const defaults = names && expandDefaults(node, names, environment);
  let before: readonly Statement[] = defaults?.before ?? [];
  let current = defaults?.definition ?? node;
  let after: readonly Statement[] = defaults?.after ?? [];
  let stage = "plain";
  for (const decorator of [...node.decoratorList].reverse()) {
    const cache = expandCache(current, decorator, environment, attributes);
    if (cache) {
      before = [...before, ...cache.slice(0, -1)];
      current = cache.at(-1) as Definition;
      continue;
    }
    const own = expandDecorator(current, decorator, { original: node.name, stage }, environment, attributes, used);
    if (!own) break;
    stage = headOf(decorator);
    before = [...before, ...own.before];
    current = own.definition;
    after = [...after, ...own.after];
  }
  return current === node ? node : [...before, current, ...after];
}

/** `f.calls` of a function whose attributes became variables. */
function withAttributes(statement: Statement, attributes: ReadonlyMap<string, string>): Statement {
  return rebuild(statement, (node) => {
    if (node.kind !== "Attribute" || node.value.kind !== "Name") return node;
    const path = attributes.get(`${node.value.id}.${node.attr}`);
    if (path === undefined) return node;
    const [head = path, ...rest] = path.split(".");
    return rest.reduce<Expression>((object, attr) => ({ kind: "Attribute", value: object, attr, span: node.span }), {
      kind: "Name",
      id: head,
      span: node.span,
    });
  }) as Statement;
}
