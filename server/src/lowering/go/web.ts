import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { requireArranged, requireDistinct } from "../passes/web.ts";
import { Untranslatable } from "../untranslatable.ts";
import { conventionalName, freshName } from "../names.ts";
import { orderedParameters } from "./functions.ts";
import { isReadable, requireOrderedJson, ruleText } from "./models.ts";
import * as build from "./syntax.ts";

/*
 * A route in Gin: a function literal that reads what the request brings, calls the function, and answers with its result. So the function stays one that
 * other code and tests can call.
 */

/** The path in Gin's notation: `{name}` is `:name`, `{name:path}` is `*name`. */
export function ginPath(path: string): string {
  return path.replace(/\{(\w+)(:\w+)?\}/g, (_, name: string, convertor: string | undefined) =>
    convertor === ":path" ? `*${name}` : `:${name}`,
  );
}

/** `app.GET("/items/:item_id", func(c *gin.Context) { … })` */
export function lowerRoute(node: ir.Route, context: GoLowerContext): go.Stmt {
  if (context.facts.tasks.needLoop)
    throw new Untranslatable(
      "web-event-loop",
      "Handlers whose coroutines run on an event loop of their own are not translated; start goroutines in them.",
    );
  requireDistinct(node, node.earlier ?? []);
  requireOrderedJson(context);
  const router = context.expression(node.router);
  const adapter = new Adapter(context);
  const isSocket = node.method === "WEBSOCKET";
  const literal = handlerLiteral(isSocket ? adapter.socket(node) : adapter.route(node));
  const method = isSocket ? "GET" : node.method;
  return build.statement(build.call(build.selector(router, method), build.string(ginPath(node.path)), literal));
}

/** `func(c *gin.Context) { … }` that calls the dependencies of a group before its handlers. */
export function dependencyMiddleware(handler: ir.RequestHandler, context: GoLowerContext): go.Expr {
  return handlerLiteral(new Adapter(context).middleware(handler));
}

function handlerLiteral(body: readonly go.Stmt[]): go.Expr {
  const type = build.star(build.packageMember("github.com/gin-gonic/gin", "Context"));
  return build.functionLiteral([["c", type]], [], build.block(body));
}

const c = build.ident("c");
const inputs = build.ident("in");

class Adapter {
  readonly #context: GoLowerContext;
  readonly #reads: go.Stmt[] = [];
  readonly #provided = new Map<string, go.Expr>();
  readonly #names = new Set(["c", "in", "err"]);
  #hasInputs = false;
  /** Something was read since the last time that the inputs were looked at. */
  #isUnchecked = false;

  constructor(context: GoLowerContext) {
    this.#context = context;
  }

  route(node: ir.Route): readonly go.Stmt[] {
    node.dependencies.forEach((dependency) => void this.#provide(dependency));
    const result = this.#call(node.handler, node.result);
    this.#answer(node, result);
    return this.#statements();
  }

  /** `serveSocket(c, func(socket *webSocket) error { … })`, or the function itself where it takes nothing else. */
  socket(node: ir.Route): readonly go.Stmt[] {
    const context = this.#context;
    const all = requireArranged(node.handler);
    if (all.some(({ input }) => input.source === "dependency") || node.dependencies.length > 0)
      throw new Untranslatable(
        "socket-dependency",
        "A dependency of a WebSocket is not translated; call it in the function.",
      );
    const socket = build.ident("socket");
    this.#names.add("socket");
    const values = all.map((input) => (input.input.source === "socket" ? socket : this.#read(input, node.handler)));
    this.#check();
    const type = build.star(context.helper("webSocket"));
    const call = build.call(context.name(node.handler.binding), ...values);
    const fails = context.facts.functionFails(node.handler.binding);
    const body = fails
      ? [build.returnStatement(call)]
      : [build.statement(call), build.returnStatement(build.ident("nil"))];
    const handle =
      fails && all.length === 1
        ? build.ident(context.name(node.handler.binding))
        : build.functionLiteral([["socket", type]], [build.ident("error")], build.block(body));
    this.#reads.push(build.statement(build.call("serveSocket", c, handle)));
    return this.#statements();
  }

  middleware(handler: ir.RequestHandler): readonly go.Stmt[] {
    this.#provide(handler);
    return this.#statements();
  }

  #statements(): readonly go.Stmt[] {
    if (!this.#hasInputs) return this.#reads;
    return [build.define("in", build.call(this.#context.helper("newRequestInputs"), c)), ...this.#reads];
  }

  /** A name in the function literal, which is a scope of its own. */
  #fresh(hint: string): string {
    const { names } = this.#context;
    const wanted = conventionalName(hint, "variable", "go", false);
    const name = freshName(wanted, { has: (one) => this.#names.has(one) || names.isTaken(one) });
    this.#names.add(name);
    return name;
  }

  /** Calls the function, passes its error on, and gives its result. */
  #call(handler: ir.RequestHandler, type: Type): go.Expr | undefined {
    const context = this.#context;
    if (handler.isGenerator === true)
      throw new Untranslatable(
        "dependency-generator",
        "A dependency that yields is not translated; Gin runs what follows `c.Next()` after the handlers.",
      );
    const all = requireArranged(handler);
    // Dependencies are called before the inputs of the function itself are read.
    const values = new Map<ir.Parameter, go.Expr>();
    for (const input of all)
      if (input.input.source === "dependency") values.set(input.parameter, this.#dependency(input));
    for (const input of all)
      if (input.input.source !== "dependency") values.set(input.parameter, this.#read(input, handler));
    this.#check();
    const parameters = orderedParameters(all.map((input) => input.parameter));
    const call = build.call(context.name(handler.binding), ...parameters.map((parameter) => values.get(parameter)!));
    const fails = context.facts.functionFails(handler.binding);
    const hasResult = handler.hasResult === true && type.kind !== "none";
    const error = build.ident("err");
    const reject = [build.statement(build.call(context.helper("answerError"), c, error)), build.returnStatement()];
    if (!hasResult) {
      if (fails)
        this.#reads.push(
          build.ifStatement(
            build.binary(error, "!=", build.ident("nil")),
            reject,
            undefined,
            build.define("err", call),
          ),
        );
      else this.#reads.push(build.statement(call));
      return undefined;
    }
    if (!fails) return call;
    const result = this.#fresh("result");
    this.#reads.push(
      build.define([result, "err"], call),
      build.ifStatement(build.binary(error, "!=", build.ident("nil")), reject),
    );
    return build.ident(result);
  }

  /** The value of a dependency, which is called once for a request. */
  #dependency({ parameter, provider }: ir.HandlerInput): go.Expr {
    if (provider === undefined)
      throw new Untranslatable("dependency", "A dependency that is no function of this module is not translated.");
    return this.#provide(provider, parameter.binding.type);
  }

  #provide(provider: ir.RequestHandler, type?: Type): go.Expr {
    const known = this.#provided.get(provider.binding.id);
    if (known) return known;
    const result = this.#call(provider, type ?? resultOf(provider)) ?? build.ident("nil");
    let value = result;
    if (result.kind === "CallExpr") {
      const name = this.#fresh(provider.binding.name.replace(/^get_/, ""));
      this.#reads.push(build.define(type === undefined ? "_" : name, result));
      value = build.ident(name);
    } else if (type === undefined && result.kind === "Ident" && result.name !== "nil") {
      this.#reads.push(build.assign(build.ident("_"), result));
    }
    if (type !== undefined) this.#provided.set(provider.binding.id, value);
    return value;
  }

  #check(): void {
    if (!this.#isUnchecked) return;
    this.#isUnchecked = false;
    this.#reads.push(build.ifStatement(build.call(build.selector(inputs, "rejected")), [build.returnStatement()]));
  }

  #read({ parameter, input }: ir.HandlerInput, handler: ir.RequestHandler): go.Expr {
    if (input.source === "request") return c;
    this.#hasInputs = true;
    this.#isUnchecked = true;
    const name = this.#fresh(parameter.binding.name);
    const value = input.source === "body" ? this.#body(parameter, input, handler) : this.#single(parameter, input);
    this.#reads.push(build.define(name, value));
    return build.ident(name);
  }

  #body(parameter: ir.Parameter, input: ir.RequestInput, handler: ir.RequestHandler): go.Expr {
    const bodies = handler.inputs?.filter((other) => other.input.source === "body") ?? [];
    if (bodies.length > 1 || input.defaultValue !== undefined || parameter.type.kind === "optional")
      throw new Untranslatable(
        "request-body",
        "Several bodies, or one that may be missing, are not translated; make one model of them.",
      );
    return build.call(build.index(this.#context.helper("bodyInput"), this.#context.type(parameter.type)), inputs);
  }

  #single(parameter: ir.Parameter, input: ir.RequestInput): go.Expr {
    const context = this.#context;
    const { type } = parameter;
    const rules = build.string(input.rules.map(ruleText).join(","));
    const place = [inputs, build.string(input.source), build.string(input.name)];
    if (type.kind === "list") return this.#list(type, input, place);
    const inner = type.kind === "optional" ? type.inner : type;
    const basis = inner.kind === "named" ? inner.symbol.enumeration?.basis : undefined;
    if (!["int", "float", "string", "bool"].includes(inner.kind) && basis !== "string" && basis !== "int")
      throw new Untranslatable("request-input", `The type of the input \`${input.name}\` is not read from a request.`);
    const read = (helper: string, ...args: readonly go.Expr[]): go.Expr =>
      build.call(build.index(context.helper(helper), context.type(inner)), ...place, ...args, rules);
    if (type.kind === "optional") {
      if (input.defaultValue?.kind === "NoneLiteral") return read("optionalInput");
      if (input.defaultValue === undefined) return build.unary("&", read("requiredInput"));
      throw new Untranslatable("input-default", "An input that may be None and has another default is not translated.");
    }
    if (input.defaultValue === undefined || input.source === "path") return read("requiredInput");
    const { value, emitted } = context.capture(() => context.expression(input.defaultValue!));
    if (emitted.length > 0) throw new Untranslatable("input-default", "A default that is computed is not translated.");
    return read("inputOr", value);
  }

  #list(type: Extract<Type, { kind: "list" }>, input: ir.RequestInput, place: readonly go.Expr[]): go.Expr {
    const isEmpty = input.defaultValue?.kind === "ListLiteral" && input.defaultValue.elements.length === 0;
    if (input.source !== "query" || !isEmpty || input.rules.length > 0)
      throw new Untranslatable(
        "request-input",
        `The list \`${input.name}\` is not read from a request; give it an empty list as its default.`,
      );
    return build.call(build.index(this.#context.helper("listInput"), this.#context.type(type.element)), ...place);
  }

  #answer(node: ir.Route, result: go.Expr | undefined): void {
    const status = build.integer(node.status);
    if (node.status === 204 || node.status === 304) {
      if (result) this.#reads.push(build.assign(build.ident("_"), result));
      this.#reads.push(build.statement(build.call(build.selector(c, "Status"), status)));
      return;
    }
    if (result !== undefined && isAnswer(node.result)) {
      this.#reads.push(build.statement(build.call(build.selector(result, "Write"), c)));
      return;
    }
    if (result !== undefined) requireReadable(node.result, node);
    const shown = result === undefined ? build.ident("nil") : this.#shown(node, result);
    this.#reads.push(build.statement(build.call(build.selector(c, "JSON"), status, shown)));
  }

  /** The result, or what the model of the response shows of it. */
  #shown(node: ir.Route, result: go.Expr): go.Expr {
    const { response } = node;
    if (response === undefined || response.kind === "none" || sameShape(response, node.result)) return result;
    requireReadable(response, node);
    const name = this.#fresh("shown");
    const error = build.ident("err");
    this.#reads.push(
      build.define(
        [name, "err"],
        build.call(build.index(this.#context.helper("shownAs"), this.#context.type(response)), result),
      ),
      build.ifStatement(build.binary(error, "!=", build.ident("nil")), [
        build.statement(build.call(this.#context.helper("answerError"), c, error)),
        build.returnStatement(),
      ]),
    );
    return build.ident(name);
  }
}

/** Whether the value is an answer by itself. */
function isAnswer(type: Type): boolean {
  return type.kind === "named" && type.symbol.name === "JSONResponse" && type.symbol.module.startsWith("fastapi");
}

/** `onError(func(c *gin.Context, err error) bool { … })` */
export function lowerErrorHandler(node: ir.AnswerException, context: GoLowerContext): go.Stmt {
  requireOrderedJson(context);
  const [request, failure, ...others] = requireArranged(node.handler);
  if (failure === undefined || others.length > 0 || request?.input.source !== "request" || !isAnswer(node.result))
    throw new Untranslatable(
      "error-handler",
      "A handler of exceptions is a function of the request and the exception that gives a JSONResponse.",
    );
  if (context.facts.functionFails(node.handler.binding))
    throw new Untranslatable("error-handler", "A handler of exceptions that raises one is not translated.");
  const type = context.type(node.exception);
  if (type.kind !== "StarExpr")
    throw new Untranslatable("error-handler", "Only exceptions of the program have handlers.");
  const found = build.ident("failure");
  const [error, gin] = [build.ident("err"), build.packageMember("github.com/gin-gonic/gin", "Context")];
  const isFound = build.libraryCall("errors", "As", error, build.unary("&", found));
  const answer = build.call(context.name(node.handler.binding), c, found);
  const body = [
    build.declare("failure", type),
    build.ifStatement(build.unary("!", isFound), [build.returnStatement(build.ident("false"))]),
    build.statement(build.call(build.selector(answer, "Write"), c)),
    build.returnStatement(build.ident("true")),
  ];
  const literal = build.functionLiteral(
    [
      ["c", build.star(gin)],
      ["err", build.ident("error")],
    ],
    [build.ident("bool")],
    build.block(body),
  );
  context.helper("answerError");
  return build.statement(build.call("onError", literal));
}

function resultOf(provider: ir.RequestHandler): Type {
  const { type } = provider.binding;
  const result = type.kind === "function" ? type.result : type;
  return result.kind === "awaitable" ? result.result : result;
}

/** Whether showing a value as the type leaves nothing out. */
function sameShape(left: Type, right: Type): boolean {
  if (right.kind === "optional" && left.kind === "optional") return sameShape(left.inner, right.inner);
  if (left.kind === "optional") return sameShape(left.inner, right);
  if (left.kind === "named" && right.kind === "named") return left.symbol === right.symbol;
  if (left.kind === "list" && right.kind === "list") return sameShape(left.element, right.element);
  if (left.kind === "dict" && right.kind === "dict")
    return left.value.kind === "any" || left.value.kind === "unknown" || sameShape(left.value, right.value);
  if (left.kind === "any" || left.kind === "unknown") return true;
  return left.kind === right.kind;
}

/** What JSON shows of a value must be what Python shows of it. */
function requireReadable(type: Type, node: ir.Route): void {
  if (!isReadable(type, true))
    throw new Untranslatable(
      "response-type",
      `What \`${node.handler.binding.name}\` gives is not shown as JSON in the same way by Go; give a model, a dict or a list of them.`,
    );
}
