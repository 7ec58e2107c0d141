import type * as go from "../../go/tree.ts";
import { canComplete } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { noneType } from "../../types/build.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import { operandOf } from "../concurrent-operations.ts";
import { Untranslatable } from "../untranslatable.ts";
import { callWithResults } from "./calls.ts";
import { ifFailed } from "./failure.ts";
import { durationOf } from "./concurrency.ts";
import { declarationsOf, Flow, jumpsOf } from "./leaving.ts";
import { afterStop, stopDeclaration, stopOf } from "./stopping.ts";
import * as build from "./syntax.ts";
import { giveDirectly } from "./try.ts";

type Object = Extract<ir.Manager, { form: "object" }>;
type Function = Extract<ir.Manager, { form: "function" }>;

/** A `with` that is more than a `try` with a `finally`. A pass has taken apart those of several managers. */
export function withToGo(node: ir.With, context: GoLowerContext): readonly go.Stmt[] {
  const [item] = node.items;
  const manager = item?.manager;
  if (item && manager?.form === "object") return overObject(node, item, manager, context);
  if (item && manager?.form === "function") return overFunction(node, item, manager, context);
  if (item && manager?.form === "library") {
    const around = libraryManagers[manager.path];
    if (around) return overLibrary(node, item, around, context);
  }
  throw new Untranslatable(
    node.isAsync ? "async-with" : "context-manager",
    "This context manager is not translated; in Go, open what it stands for and `defer` the call that closes it.",
  );
}

/** The block as a function literal with a deferred call that is given its error. */
function overObject(node: ir.With, item: ir.WithItem, manager: Object, context: GoLowerContext): readonly go.Stmt[] {
  if (context.facts.isOverridden(manager.symbol, manager.exit))
    throw new Untranslatable(
      "context-manager",
      `A subclass may leave this manager in another way than \`${manager.symbol.name}\`; call its methods instead of \`with\`.`,
    );
  const flow = new Flow({ body: node.body, orElse: [] }, context, !manager.swallows);
  const stop = manager.isGiven ? undefined : stopOf(flow.body, context);
  const receiver = context.expression(item.context);
  const leave = leaving(receiver, manager, item, context);
  const lowered = context.functionBody(flow.body, {
    ...within(context),
    result: flow.direct?.type ?? noneType,
    several: flow.direct?.several,
    fails: true,
    stop,
  });
  const results = [
    ...(flow.direct?.types ?? []).map((type) => build.field("_", context.type(type))),
    build.field("err", build.ident("error")),
  ];
  const literal: go.FuncLit = {
    kind: "FuncLit",
    type: build.functionType([], results),
    body: build.block([deferred(leave), ...lowered.list]),
    span: { start: 0, end: 0 },
  };
  const call = build.call(literal);
  const declarations = [...stopDeclaration(stop, context), ...declarationsOf(flow, context)];
  if (flow.direct)
    return [...declarations, ...giveDirectly(flow.direct, call, [], context.raises(node.body), true, context)];
  const error = build.ident("err");
  const check = ifFailed(error, context.failure.propagate(error), build.define("err", call));
  return [
    ...declarations,
    check,
    ...afterStop(stop, context),
    ...context.statements(jumpsOf(flow, !manager.swallows && !canComplete(node.body))),
  ];
}

/** What the deferred function does with the error of the block. */
function leaving(receiver: go.Expr, manager: Object, item: ir.WithItem, context: GoLowerContext): readonly go.Stmt[] {
  const error = build.ident("err");
  const method = build.selector(receiver, context.member(manager.exit, item.context.type, "method"));
  const call = build.call(method, ...(manager.isGiven ? [error] : []));
  const fails = context.facts.methodFails(manager.symbol, manager.exit);
  const failure = build.ident("failure");
  const replace = build.assign(error, failure);
  const drop = build.assign(error, build.ident("nil"));
  if (!fails && !manager.swallows) return [build.statement(call)];
  if (!fails) return [build.ifStatement(call, [drop])];
  if (!manager.swallows) return [ifFailed(failure, [replace], build.define("failure", call))];
  const ended = build.ident("ended");
  return [
    build.define(["ended", "failure"], call),
    build.ifStatement(build.binary(failure, "!=", build.ident("nil")), [replace], [build.ifStatement(ended, [drop])]),
  ];
}

function deferred(statements: readonly go.Stmt[]): go.DeferStmt {
  const call = build.call(build.functionLiteral([], [], build.block(statements)));
  return { kind: "DeferStmt", call, span: { start: 0, end: 0 } };
}

function within(context: GoLowerContext): EnclosingFunction {
  return {
    result: noneType,
    fails: false,
    isGenerator: false,
    isAsync: false,
    manages: context.enclosing?.manages,
  };
}

/** The call of the function, with the block as its last argument. */
function overFunction(
  node: ir.With,
  item: ir.WithItem,
  manager: Function,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const { context: made, parameter } = item;
  if (made.kind !== "Call" && made.kind !== "MethodCall")
    throw new Untranslatable(
      "context-manager",
      "A manager of this kind is only translated where the `with` itself calls its function.",
    );
  const flow = new Flow({ body: node.body, orElse: [] }, context, false);
  const call = callWithResults(made, context);
  const fails = context.facts.functionFails(manager);
  const given = givenType(made);
  const parameters = parameter ? [parameter] : [];
  const lowered = context.functionBody(flow.body, { ...within(context), fails, parameters });
  const name = parameter && parameter.reads > 0 ? context.name(parameter) : "_";
  const literal: go.FuncLit = {
    kind: "FuncLit",
    type: build.functionType(
      given.kind === "none" ? [] : [build.field(name, context.type(given))],
      fails ? [build.field(undefined, build.ident("error"))] : [],
    ),
    body: lowered,
    span: { start: 0, end: 0 },
  };
  const whole = { ...call, args: [...call.args, literal] };
  const declarations = declarationsOf(flow, context);
  const rest = context.statements(jumpsOf(flow, !manager.swallows && !canComplete(node.body)));
  if (!context.fails(made)) return [...declarations, build.statement(whole), ...rest];
  const error = build.ident("err");
  return [...declarations, ifFailed(error, context.failure.propagate(error), build.define("err", whole)), ...rest];
}

/** A function that runs the block and gives an error where the block, or what it waits for, fails. */
interface LibraryManager {
  readonly call: (made: ir.Expression, block: go.FuncLit, context: GoLowerContext) => go.Expr;
  /** What the block is given. */
  readonly given?: (context: GoLowerContext) => go.Expr;
}

const libraryManagers: Readonly<Record<string, LibraryManager>> = {
  "asyncio.TaskGroup": {
    call: (_, block) => build.call("inAsyncGroup", block),
    given: (context) => build.star(context.helper("asyncGroup")),
  },
  "asyncio.Timeout": {
    call: (made, block, context) => build.call(context.helper("asyncTimeout"), timeoutOf(made, context), block),
  },
};

function timeoutOf(made: ir.Expression, context: GoLowerContext): go.Expr {
  const limit = made.kind === "ConcurrentCall" ? operandOf(made, "delay") : undefined;
  if (limit === undefined)
    throw new Untranslatable("context-manager", "A time limit that is made elsewhere is not translated here.");
  return durationOf(limit, context);
}

function overLibrary(
  node: ir.With,
  item: ir.WithItem,
  manager: LibraryManager,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const flow = new Flow({ body: node.body, orElse: [] }, context, false);
  const { parameter } = item;
  const given = manager.given?.(context);
  const lowered = context.functionBody(flow.body, {
    ...within(context),
    fails: true,
    parameters: parameter ? [parameter] : [],
  });
  const name = parameter && parameter.reads > 0 ? context.name(parameter) : "_";
  const literal: go.FuncLit = {
    kind: "FuncLit",
    type: build.functionType(given ? [build.field(name, given)] : [], [build.field(undefined, build.ident("error"))]),
    body: lowered,
    span: { start: 0, end: 0 },
  };
  const whole = manager.call(item.context, literal, context);
  const declarations = declarationsOf(flow, context);
  const rest = context.statements(jumpsOf(flow, !canComplete(node.body)));
  if (context.raises([node]).length === 0) return [...declarations, build.statement(whole), ...rest];
  const error = build.ident("err");
  return [...declarations, ifFailed(error, context.failure.propagate(error), build.define("err", whole)), ...rest];
}

function givenType(node: ir.Expression): ir.Expression["type"] {
  return node.type.kind === "iterator" ? node.type.element : noneType;
}
