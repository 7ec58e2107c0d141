import * as build from "./build.ts";
import { type DefaultScope, isDisplay, isOnlyRead, isSettled } from "./expand-default-values.ts";
import type { ExpansionEnvironment } from "./expand-environment.ts";
import { boundCounts, type Definition, isDefinition, parametersOf, placed, rebuildExpression } from "./expand-tree.ts";
import type { Arg, Arguments, ClassDef, Expression, PythonNode, Statement } from "./tree.ts";
import { children, walk } from "./walk.ts";

/*
 * Python evaluates a default once, where the function is defined. Where evaluating it at each call could give something else, it is written out: as a
 * variable beside the function, or, for a function that is handed on and so never gets another value, as what a function around it was given.
 */

/** What the defaults below a statement of the module's top level may mention, and how its functions are used. */
export interface DefaultNames extends DefaultScope {
  /** Whether a function is made inside another function or a loop. */
  isInner(name: string): boolean;
  /** Whether the function is handed on as a value. */
  isHandedOn(name: string): boolean;
}

/** Reads the names of a statement of the top level; they are read when a default needs them. */
export function defaultNames(statement: Statement, environment: ExpansionEnvironment): DefaultNames {
  let counts: ReadonlyMap<string, number> | undefined;
  let uses: FunctionUses | undefined;
  const inFunction = isDefinition(statement) || statement.kind === "ClassDef";
  return {
    isRebound: (name) => {
      if (environment.isRebound(name)) return true;
      if (!inFunction) return false;
      counts ??= boundCounts(statement, true);
      return (counts.get(name) ?? 0) > 1;
    },
    isInner: (name) => (uses ??= functionUses(statement)).inner.has(name),
    isHandedOn: (name) => (uses ??= functionUses(statement)).handedOn.has(name),
  };
}

interface FunctionUses {
  readonly inner: ReadonlySet<string>;
  readonly handedOn: ReadonlySet<string>;
}

function functionUses(statement: Statement): FunctionUses {
  const [inner, handedOn] = [new Set<string>(), new Set<string>()];
  const visit = (node: PythonNode, isInside: boolean): void => {
    if (isDefinition(node) && isInside) inner.add(node.name);
    if (node.kind === "Name") handedOn.add(node.id);
    const opens = isDefinition(node) || node.kind === "For" || node.kind === "While";
    for (const child of children(node)) {
      if (node.kind === "Call" && child === node.func && child.kind === "Name") continue;
      visit(child, isInside || opens);
    }
  };
  visit(statement, false);
  return { inner, handedOn };
}

/** A function whose defaults are written out, between the statements that it needs. */
export interface WrittenDefaults {
  readonly before: readonly Statement[];
  readonly definition: Definition;
  readonly after: readonly Statement[];
}

/** The function with its defaults written out; undefined where all can stay. */
export function expandDefaults(
  node: Definition,
  names: DefaultNames,
  environment: ExpansionEnvironment,
): WrittenDefaults | undefined {
  const open = parametersOf(node).filter(
    (arg) => arg.default && mustBeKept(arg, arg.default, node, names, environment),
  );
  if (open.length === 0) return undefined;
  if (names.isInner(node.name) && names.isHandedOn(node.name) && node.decoratorList.length === 0)
    return madeByFunction(node, open, environment);
  return keptInVariables(node, node.name, open, environment);
}

/** The defaults of the methods of a class, which become variables before the class. */
export function expandMethodDefaults(
  node: ClassDef,
  names: DefaultNames,
  environment: ExpansionEnvironment,
): readonly Statement[] | undefined {
  const own = new Set<string>();
  for (const statement of node.body)
    if (!isDefinition(statement)) boundCounts(statement, false).forEach((_, name) => own.add(name));
  const before: Statement[] = [];
  const body = node.body.map((statement) => {
    if (!isDefinition(statement)) return statement;
    const method = withClassNames(statement, node.name, own, (value) => isSettled(value, names, environment));
    const open = parametersOf(method).filter(
      (arg) =>
        arg.default && mustBeKept(arg, arg.default, method, names, environment) && !mentions(arg.default, node.name),
    );
    if (open.length === 0) return method;
    const wish =
      statement.name === "__init__" ? node.name.toLowerCase() : `${node.name.toLowerCase()}_${statement.name}`;
    const kept = keptInVariables(method, wish, open, environment);
    before.push(...kept.before);
    return kept.definition;
  });
  return body.every((statement, at) => statement === node.body[at]) ? undefined : [...before, { ...node, body }];
}

/** `size` as a default of a method is the attribute of the class around, where that stays what it is. */
function withClassNames(
  node: Definition,
  className: string,
  own: ReadonlySet<string>,
  isKept: (value: Expression) => boolean,
): Definition {
  if (own.size === 0) return node;
  return mapArguments(node, (arg) => {
    if (!arg.default) return arg;
    const value = rebuildExpression(arg.default, (inner) =>
      inner.kind === "Name" && own.has(inner.id)
        ? placed(build.attribute(build.name(className), inner.id), inner.span)
        : inner,
    );
    return value === arg.default || !isKept(value) ? arg : { ...arg, default: value };
  });
}

function mentions(node: Expression, name: string): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.kind === "Name" && inner.id === name;
  });
  return found;
}

function mustBeKept(
  arg: Arg,
  value: Expression,
  node: Definition,
  names: DefaultNames,
  environment: ExpansionEnvironment,
): boolean {
  if (isDisplay(value)) return !isOnlyRead(node, arg.arg);
  return !isSettled(value, names, environment);
}

function keptInVariables(
  node: Definition,
  prefix: string,
  open: readonly Arg[],
  environment: ExpansionEnvironment,
): WrittenDefaults {
  const before: Statement[] = [];
  const definition = mapArguments(node, (arg) => {
    if (!arg.default || !open.includes(arg)) return arg;
    const name = environment.fresh(`${prefix}_${arg.arg}`);
    const target = build.name(name);
    before.push(
      placed(
        arg.annotation ? build.annAssign(target, arg.annotation, arg.default) : build.assign(target, arg.default),
        arg.default.span,
      ),
    );
    return { ...arg, default: placed(build.name(name), arg.default.span) };
  });
  return { before, definition, after: [] };
}

/** `def f(x, i=i)` in a loop, handed on: a function that is given `i` makes `f`. */
function madeByFunction(node: Definition, open: readonly Arg[], environment: ExpansionEnvironment): WrittenDefaults {
  const name = environment.fresh(`make_${node.name}`);
  const without = (args: readonly Arg[]): readonly Arg[] => args.filter((arg) => !open.includes(arg));
  const { args } = node;
  const left: Arguments = {
    ...args,
    posonlyargs: without(args.posonlyargs),
    args: without(args.args),
    kwonlyargs: without(args.kwonlyargs),
  };
  const given = open.map(({ default: _, ...arg }) => arg);
  const { leading, returns: _, ...plain } = node;
  const inner: Definition = { ...plain, ...(node.returns && { returns: node.returns }), args: left };
  const outer: Definition = {
    ...plain,
    ...(leading && { leading }),
    kind: "FunctionDef",
    name,
    args: { kind: "arguments", posonlyargs: [], args: given, kwonlyargs: [], span: args.span },
    body: [inner, placed(build.returnStatement(build.name(node.name)), node.span)],
  };
  const call = build.call(
    build.name(name),
    open.map((arg) => arg.default!),
  );
  const after = [placed(build.assign(build.name(node.name), call), node.span)];
  return { before: [], definition: outer, after };
}

function mapArguments(node: Definition, map: (arg: Arg) => Arg): Definition {
  const { args } = node;
  const made = {
    ...args,
    posonlyargs: args.posonlyargs.map(map),
    args: args.args.map(map),
    kwonlyargs: args.kwonlyargs.map(map),
  };
  const isSame = [...made.posonlyargs, ...made.args, ...made.kwonlyargs].every(
    (arg, at) => arg === [...args.posonlyargs, ...args.args, ...args.kwonlyargs][at],
  );
  return isSame ? node : { ...node, args: made };
}
