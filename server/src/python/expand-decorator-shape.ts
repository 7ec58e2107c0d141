import type { ExpansionEnvironment } from "./expand-environment.ts";
import { docstringOf, isDefinition, parametersOf, returnsOf, type Definition } from "./expand-tree.ts";
import type { Arg, Call, Expression, Statement } from "./tree.ts";

/** A decorator taken apart. */
export interface UnfoldedDecorator {
  /** The function of the module that is the decorator, or gives it. */
  readonly definition: Definition;
  /** The parameter that gets the decorated function. */
  readonly func: string;
  /** What stands in the place of the decorated function; absent where the function itself is given back. */
  readonly wrapper: Definition | undefined;
  /** What runs before and after the wrapper is made. */
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
  /** The decorator's own variables. */
  readonly state: ReadonlySet<string>;
  /** Attributes that are set on the wrapper. */
  readonly attributes: ReadonlySet<string>;
  /** The arguments that the decorator was called with. */
  readonly given: ReadonlyMap<string, Expression>;
}

/** Takes a decorator of the module apart: `@logged`, or `@retry(3)` of a function that gives the decorator. Undefined for all others. */
export function unfoldDecorator(node: Expression, environment: ExpansionEnvironment): UnfoldedDecorator | undefined {
  if (node.kind === "Name") {
    const definition = environment.definition(node.id);
    return definition && unfoldBody(definition, definition, [], new Map(), environment);
  }
  if (node.kind !== "Call" || node.func.kind !== "Name") return undefined;
  const factory = environment.definition(node.func.id);
  const given = factory && argumentsOf(node, factory);
  if (!factory || !given || factory.decoratorList.length > 0) return undefined;
  const statements = bodyOf(factory);
  const inner = statements.filter(isDefinition);
  const [decorator] = inner;
  const last = statements.at(-1);
  if (inner.length !== 1 || !decorator || last?.kind !== "Return") return undefined;
  if (last.value?.kind !== "Name" || last.value.id !== decorator.name) return undefined;
  const before = statements.filter((statement) => statement !== decorator && statement !== last);
  return unfoldBody(factory, decorator, before, given, environment);
}

function bodyOf(node: Definition): readonly Statement[] {
  const documentation = docstringOf(node);
  return node.body.filter((statement) => statement !== documentation);
}

/** The arguments of the call by parameter, defaults included, where they are constants or names. */
function argumentsOf(node: Call, factory: Definition): ReadonlyMap<string, Expression> | undefined {
  const { posonlyargs, args, kwonlyargs, vararg, kwarg } = factory.args;
  const positional = [...posonlyargs, ...args];
  if (kwarg || (vararg && node.args.length > positional.length)) return undefined;
  const given = new Map<string, Expression>();
  for (const [position, value] of node.args.entries()) {
    const parameter = positional[position];
    if (!parameter || value.kind === "Starred") return undefined;
    given.set(parameter.arg, value);
  }
  for (const { arg, value } of node.keywords) {
    if (arg === undefined) return undefined;
    given.set(arg, value);
  }
  for (const parameter of [...positional, ...kwonlyargs]) {
    if (!given.has(parameter.arg) && !parameter.default) return undefined;
    if (!given.has(parameter.arg)) given.set(parameter.arg, parameter.default!);
  }
  if (vararg) return undefined;
  return [...given.values()].every(isSteady) ? given : undefined;
}

/** Whether the expression may stand wherever its value is used. */
function isSteady(node: Expression): boolean {
  switch (node.kind) {
    case "Constant":
    case "Name":
      return true;
    case "Tuple":
      return node.elts.every(isSteady);
    case "UnaryOp":
      return isSteady(node.operand);
    case "Attribute":
      return isSteady(node.value);
    default:
      return false;
  }
}

function unfoldBody(
  definition: Definition,
  decorator: Definition,
  outer: readonly Statement[],
  given: ReadonlyMap<string, Expression>,
  environment: ExpansionEnvironment,
): UnfoldedDecorator | undefined {
  const func = functionParameter(decorator);
  const statements = bodyOf(decorator);
  const last = statements.at(-1);
  if (!func || decorator.decoratorList.length > 0 || last?.kind !== "Return" || returnsOf(decorator).length !== 1)
    return undefined;
  const inner = statements.filter(isDefinition);
  const [wrapper] = inner;
  const others = [...outer, ...statements.filter((statement) => statement !== wrapper && statement !== last)];
  const base = { definition, func, given };
  const isItself = last.value?.kind === "Name" && last.value.id === func;
  if (isItself)
    return inner.length === 0 && others.every(isPlain)
      ? { ...base, wrapper: undefined, before: others, after: [], state: new Set(), attributes: new Set() }
      : undefined;
  if (inner.length !== 1 || !wrapper || last.value?.kind !== "Name" || last.value.id !== wrapper.name) return undefined;
  if (!wrapper.decoratorList.every((one) => isWraps(one, environment)) || !others.every(isPlain)) return undefined;
  const at = statements.indexOf(wrapper);
  const isAfter = (statement: Statement): boolean => statements.indexOf(statement) > at;
  return {
    ...base,
    wrapper,
    before: others.filter((statement) => !isAfter(statement)),
    after: others.filter(isAfter),
    state: new Set(others.filter((statement) => !isAfter(statement)).flatMap(variablesOf)),
    attributes: new Set(others.flatMap((statement) => attributesOf(statement, wrapper.name))),
  };
}

/** The one parameter of a decorator. */
function functionParameter(node: Definition): string | undefined {
  const required = parametersOf(node).filter((parameter: Arg) => !parameter.default);
  return required.length === 1 && parametersOf(node).length === 1 && !node.args.vararg && !node.args.kwarg
    ? required[0]!.arg
    : undefined;
}

function isWraps(node: Expression, environment: ExpansionEnvironment): boolean {
  return node.kind === "Call" && environment.pathOf(node.func) === "functools.wraps";
}

/** Statements that may run where the decorated function is defined. */
function isPlain(statement: Statement): boolean {
  return (
    statement.kind === "Assign" ||
    statement.kind === "AnnAssign" ||
    statement.kind === "Expr" ||
    statement.kind === "AugAssign"
  );
}

function variablesOf(statement: Statement): readonly string[] {
  const targets =
    statement.kind === "Assign" ? statement.targets : statement.kind === "AnnAssign" ? [statement.target] : [];
  return targets.flatMap((target) => (target.kind === "Name" ? [target.id] : []));
}

function attributesOf(statement: Statement, wrapper: string): readonly string[] {
  const found: string[] = [];
  if (statement.kind === "Assign")
    for (const target of statement.targets)
      if (target.kind === "Attribute" && target.value.kind === "Name" && target.value.id === wrapper)
        found.push(target.attr);
  return found;
}
