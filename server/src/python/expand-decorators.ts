import { unfoldDecorator, type UnfoldedDecorator } from "./expand-decorator-shape.ts";
import type { ExpansionEnvironment } from "./expand-environment.ts";
import { forwarded, type Forwarding } from "./expand-forwarding.ts";
import { boundNames, copyAt, docstringOf, placed, rebuild, returnsOf, type Definition } from "./expand-tree.ts";
import * as build from "./build.ts";
import type { Expression, PythonNode, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * A decorator that the program defines, written out: the decorated function under a name of its own, and the decorator's wrapper with the function's
 * parameters in place of `*args` and `**kwargs`. So each gets the types of that one function, which the decorator, made for all, does not have.
 */

/** A decorated function without one of its decorators. */
export interface Undecorated {
  readonly before: readonly Statement[];
  readonly definition: Definition;
  /** What the decorator does once it has the function. */
  readonly after: readonly Statement[];
}

/** Writes out a decorator of the module; `stage` says what the function is so far, for its name. Undefined for others, and for those that do more than wrap or note the function. */
export function expandDecorator(
  node: Definition,
  decorator: Expression,
  { original, stage }: { readonly original: string; readonly stage: string },
  environment: ExpansionEnvironment,
  attributes: Map<string, string>,
  used: Set<string>,
): Undecorated | undefined {
  const shape = unfoldDecorator(decorator, environment);
  if (!shape) return undefined;
  const { wrapper } = shape;
  if (!wrapper) {
    used.add(shape.definition.name);
    const after = shape.before.map((statement) => substitute(statement, shape, node, original, original, decorator));
    return { before: [], definition: withoutDecorator(node, decorator), after };
  }
  const forwarding = forwarded(wrapper, node);
  if (!forwarding || !isForwardable(forwarding, node, original, environment)) return undefined;
  if (wrapper.kind !== node.kind && !(wrapper.kind === "FunctionDef" && node.kind === "FunctionDef")) return undefined;
  used.add(shape.definition.name);
  const plain = environment.fresh(`${stage}_${original}`);
  const renames = stateNames(shape, wrapper, forwarding, original, environment, attributes);
  const made = (statement: Statement): Statement =>
    withState(
      substitute(statement, shape, node, plain, original, decorator, forwarding),
      renames,
      wrapper.name,
      original,
      attributes,
    );
  const body = wrapper.body.filter((statement) => statement !== docstringOf(wrapper)).map(made);
  const documentation = docstringOf(node);
  const { leading, trailing: _trailing, inner: _inner, blankBefore, ...bare } = node;
  const inner: Definition = {
    ...bare,
    name: plain,
    decoratorList: node.decoratorList.slice(node.decoratorList.indexOf(decorator) + 1),
    body: node.body.filter((statement) => statement !== documentation),
    blankBefore: true,
  };
  const returns = keepsResult(wrapper, shape.func) ? node.returns : undefined;
  const { returns: _returns, ...open } = bare;
  const outer: Definition = {
    ...open,
    ...(returns ? { returns: copyAt(returns, decorator.span) } : {}),
    args: copyAt(node.args, decorator.span),
    decoratorList: node.decoratorList.filter(
      (one) => node.decoratorList.indexOf(one) < node.decoratorList.indexOf(decorator),
    ),
    body: documentation ? [documentation, ...body] : body,
    blankBefore: true,
  };
  const state = shape.before.map(made);
  const [first = inner, ...rest] = [...state, inner];
  const head = { ...first, ...(leading ? { leading } : {}), ...(blankBefore === undefined ? {} : { blankBefore }) };
  return { before: [head, ...rest], definition: outer, after: shape.after.map(made) };
}

function withoutDecorator(node: Definition, decorator: Expression): Definition {
  return { ...node, decoratorList: node.decoratorList.filter((one) => one !== decorator) };
}

/** Where the wrapper looks at its arguments as a tuple or dict, all calls must pass them the same way. */
function isForwardable(
  forwarding: Forwarding,
  node: Definition,
  original: string,
  environment: ExpansionEnvironment,
): boolean {
  if (!forwarding.looksAtArguments) return true;
  const { args, posonlyargs, kwonlyargs } = node.args;
  return (
    kwonlyargs.length === 0 &&
    ![...posonlyargs, ...args].some((parameter) => parameter.default) &&
    !environment.isCalledByName(original)
  );
}

/** New names for the variables of the decorator, which outlive its call, and for the wrapper's own where they collide with parameters. */
function stateNames(
  shape: UnfoldedDecorator,
  wrapper: Definition,
  forwarding: Forwarding,
  original: string,
  environment: ExpansionEnvironment,
  attributes: Map<string, string>,
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const name of shape.state) renames.set(name, environment.fresh(`${original}_${name}`));
  for (const name of shape.attributes) attributes.set(`${original}.${name}`, environment.fresh(`${original}_${name}`));
  const taken = new Set(forwarding.parameters);
  for (const name of boundNames(wrapper))
    if (taken.has(name) && !forwarding.own.has(name)) renames.set(name, environment.fresh(`${name}_value`));
  return renames;
}

function withState(
  statement: Statement,
  renames: ReadonlyMap<string, string>,
  wrapper: string,
  original: string,
  attributes: ReadonlyMap<string, string>,
): Statement {
  return rebuild(statement, (node) => {
    if (node.kind === "Name" && renames.has(node.id)) return { ...node, id: renames.get(node.id)! };
    if (node.kind === "Nonlocal")
      return { kind: "Global", names: node.names.map((name) => renames.get(name) ?? name), span: node.span };
    if (node.kind === "Attribute" && node.value.kind === "Name" && node.value.id === wrapper) {
      const variable = attributes.get(`${original}.${node.attr}`);
      return variable === undefined ? node : { kind: "Name", id: variable, span: node.span };
    }
    return node;
  }) as Statement;
}

/** A statement of the decorator, for this one function: `plain` is the name that the decorated function has now. */
function substitute(
  statement: Statement,
  shape: UnfoldedDecorator,
  node: Definition,
  plain: string,
  original: string,
  decorator: Expression,
  forwarding?: Forwarding,
): Statement {
  const isFunction = (expression: Expression): boolean => expression.kind === "Name" && expression.id === shape.func;
  const replace = (inner: PythonNode): PythonNode => {
    if (
      inner.kind === "Attribute" &&
      (isFunction(inner.value) || (inner.value.kind === "Name" && inner.value.id === plain))
    ) {
      const value = aboutFunction(inner.attr, node, original);
      if (value) return value;
    }
    if (forwarding && inner.kind === "Call") return forwarding.call(inner, shape.func, plain) ?? inner;
    if (inner.kind === "Name") {
      if (inner.id === shape.func) return build.name(plain);
      const given = shape.given.get(inner.id);
      return given ?? forwarding?.name(inner.id) ?? inner;
    }
    return inner;
  };
  return copyAt(placed(rebuild(statement, replace) as Statement, decorator.span), decorator.span);
}

/** What `func.__name__` and the like give. */
function aboutFunction(attribute: string, node: Definition, original: string): Expression | undefined {
  if (attribute === "__name__" || attribute === "__qualname__") return build.str(original);
  if (attribute !== "__doc__") return undefined;
  const documentation = docstringOf(node);
  return documentation?.kind === "Expr" ? documentation.value : build.none();
}

/** Whether each `return` of the wrapper hands on what the function gave. */
function keepsResult(wrapper: Definition, func: string): boolean {
  const isCall = (value: Expression | undefined): boolean =>
    value?.kind === "Await"
      ? isCall(value.value)
      : value?.kind === "Call" && value.func.kind === "Name" && value.func.id === func;
  const variables = new Set<string>();
  const others = new Set<string>();
  for (const statement of wrapper.body)
    walk(statement, (node) => {
      if (node.kind !== "Assign") return;
      for (const target of node.targets)
        if (target.kind === "Name") (isCall(node.value) ? variables : others).add(target.id);
    });
  const returns = returnsOf(wrapper);
  return (
    returns.length > 0 &&
    returns.every(
      ({ value }) => isCall(value) || (value?.kind === "Name" && variables.has(value.id) && !others.has(value.id)),
    )
  );
}
