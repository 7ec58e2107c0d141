import { assign, expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild } from "../../ir/walk.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import { noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { EnclosingFunction, PythonLowerContext } from "../lower-context.ts";

/** What a Python `def` or lambda is made of. */
export interface Signature {
  readonly parameters: readonly ir.Parameter[];
  readonly result: Type;
  readonly results?: readonly Binding[] | undefined;
  readonly isGenerator: boolean;
  readonly isAsync: boolean;
  readonly outer?: readonly Binding[] | undefined;
  readonly zeros?: ir.Function["zeros"];
}

/** The parameters as Python writes them. Without `typed` there are no annotations, as in a lambda. */
export function parametersOf(
  parameters: readonly ir.Parameter[],
  typed: boolean,
  context: PythonLowerContext,
): py.Arguments {
  const arg = (parameter: ir.Parameter): py.Arg =>
    build.arg(
      context.name(parameter.binding),
      typed ? annotation(parameter.type, context) : undefined,
      parameter.defaultValue ? context.expression(parameter.defaultValue) : undefined,
    );
  const of = (kind: ir.Parameter["kind"]): readonly py.Arg[] =>
    parameters.filter((parameter) => parameter.kind === kind).map(arg);
  const [vararg] = of("variadic");
  const [kwarg] = of("keywords");
  return build.parameters(of("positional"), {
    kwonlyargs: of("keyword"),
    ...(vararg ? { vararg } : {}),
    ...(kwarg ? { kwarg } : {}),
  });
}

function annotation(type: Type, context: PythonLowerContext): py.Expression | undefined {
  return type.kind === "unknown" ? undefined : context.type(type);
}

/** A `def` with its docstring, the declarations of outer variables it assigns, and Go's named results at their zero values. `also`: the receiver. `keeps`: variables whose present value it keeps. */
export function lowerDefinition(
  name: string,
  node: Signature & {
    readonly body: readonly ir.Statement[];
    readonly documentation?: string | undefined;
    readonly inner?: ir.Function["inner"];
    readonly exit?: ir.Function["exit"];
    readonly manages?: ir.Function["manages"];
  },
  also: readonly Binding[],
  context: PythonLowerContext,
  keeps: readonly Binding[] = [],
): py.FunctionDef | py.AsyncFunctionDef {
  const results = node.results ?? [];
  const parameters = node.exit ?? node.parameters;
  const bindings = [...also, ...parameters.map((parameter) => parameter.binding), ...results];
  const enclosing: EnclosingFunction = {
    result: node.result,
    fails: false,
    isGenerator: node.isGenerator,
    isAsync: node.isAsync,
    parameters: bindings,
    ...(node.zeros ? { zeros: node.zeros } : {}),
  };
  const zeros = results
    .filter((binding) => binding.name !== "_")
    .map((binding): ir.Declare => ({ sort: "statement", kind: "Declare", binding, typed: true }));
  const statements = context.functionBody([...zeros, ...listsOf(node), ...node.body], enclosing);
  const body = [
    ...(node.documentation ? [build.docstring(node.documentation)] : []),
    ...outerDeclarations(node.outer ?? [], context),
    ...withoutNeedlessPass(statements, node),
  ];
  const kept = keeps.map((binding) =>
    build.arg(context.name(binding), annotation(binding.type, context), build.name(context.name(binding))),
  );
  const plain = parametersOf(parameters, true, context);
  const args = { ...plain, kwonlyargs: [...plain.kwonlyargs, ...kept] };
  const receivers = also.map((binding) => build.arg(context.name(binding)));
  const definition = build.functionDef(name, { ...args, args: [...receivers, ...args.args] }, body, {
    returns: context.type(node.result.kind === "unknown" ? noneType : node.result),
    isAsync: node.isAsync,
    ...(node.manages
      ? { decoratorList: [context.imported("contextlib", node.isAsync ? "asynccontextmanager" : "contextmanager")] }
      : {}),
  });
  return node.inner && node.inner.length > 0 ? { ...definition, inner: node.inner } : definition;
}

/** Go's variadic parameter is a slice, Python's a tuple: where the difference shows, the body begins with a list of it. */
function listsOf(node: {
  readonly parameters: readonly ir.Parameter[];
  readonly body: readonly ir.Statement[];
}): readonly ir.Statement[] {
  return node.parameters.flatMap(({ binding, kind }): readonly ir.Statement[] => {
    if (kind !== "variadic" || binding.type.kind !== "list" || !isUsedAsList(node.body, binding)) return [];
    return [assign(variable(binding), expression("Collect", binding.type, { operand: variable(binding) }))];
  });
}

/** Whether the parameter is used for anything but its elements and its length. */
function isUsedAsList(body: readonly ir.Statement[], binding: Binding): boolean {
  let found = false;
  const visit = (child: ir.Node): void => {
    if (child.kind === "Variable") found ||= child.binding === binding;
    else if (child.kind === "Index" && isIt(child.object)) visit(child.index);
    else if (child.kind === "Length" && isIt(child.operand)) return;
    else if (child.kind === "Iterate" && child.operands.every(isIt)) return;
    else if (child.kind === "ForEach" && isIt(child.iterable)) [child.target, ...child.body].forEach(visit);
    else if (child.kind === "Call" || child.kind === "MethodCall") {
      if (child.kind === "Call") visit(child.callee);
      else visit(child.receiver);
      for (const argument of child.arguments)
        if (argument.spread === undefined || !isIt(argument.value)) visit(argument.value);
    } else forEachChild(child, visit);
  };
  const isIt = (child: ir.Expression): boolean => child.kind === "Variable" && child.binding === binding;
  body.forEach(visit);
  return found;
}

function withoutNeedlessPass(
  statements: readonly py.Statement[],
  node: { readonly documentation?: string | undefined },
): readonly py.Statement[] {
  return node.documentation &&
    statements.length === 1 &&
    statements[0]!.kind === "Pass" &&
    !statements[0].leading &&
    !statements[0].trailing
    ? []
    : statements;
}

/** `global` and `nonlocal` for the variables of others that a function assigns. */
function outerDeclarations(outer: readonly Binding[], context: PythonLowerContext): readonly py.Statement[] {
  const names = (isGlobal: boolean): readonly string[] =>
    [
      ...new Set(
        outer
          .filter((binding) => (binding.kind === "global" || binding.kind === "constant") === isGlobal)
          .map((binding) => context.name(binding)),
      ),
    ].sort();
  const [globals, locals] = [names(true), names(false)];
  return [
    ...(globals.length > 0 ? [build.global(globals)] : []),
    ...(locals.length > 0 ? [build.nonlocal(locals)] : []),
  ];
}

/** Documentation without the name that Go puts first. */
export function pythonDocumentation(documentation: string | undefined, name: string): string | undefined {
  if (documentation === undefined) return undefined;
  const [first, ...words] = documentation.split(" ");
  if (first !== name || words.length === 0) return documentation;
  const rest = words.join(" ").replace(/^(?:is|are|represents|implements|holds) (?=(?:an?|the) )/u, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
