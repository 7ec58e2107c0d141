import { canComplete, mapBodies, type Body } from "../../ir/blocks.ts";
import { assign, expression, expressionStatement, ifStatement, none, tuple, variable } from "../../ir/build.ts";
import { mergeOrigins, type Origin } from "../../base/origin.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { builtinException } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { isExternalCall } from "../external.ts";
import { withoutError } from "../error-results.ts";
import { attempt, decorated, handler, notNone, testedError, zero } from "./error-parts.ts";
import { isAssignedBeforeRead, mentions } from "./flow.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Turns errors that are results into exceptions, where data flow shows that they are merely tested and passed on; elsewhere they stay values. */
export const errorsToExceptions: Pass = {
  name: "errors-to-exceptions",
  reason:
    "Python functions raise; a result that is an error, and a test of it behind each call, is what nobody writes there.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => convert(declaration, context)),
};

/** A call and the test of its error are explained together, as what `try` is in Python. */
const tryOrigin: Origin = { ranges: [], constructs: ["try"] };

function convert<N extends ir.Node>(node: N, context: PassContext): N {
  if (node.kind === "Function")
    return new Conversion(node.result, context.facts.convertsError(node), context).function(node) as unknown as N;
  if (node.kind === "Closure") return closure(node, context) as unknown as N;
  return mapChildren<ir.Node>(node, (child) => convert(child, context)) as N;
}

function closure(node: ir.Closure, context: PassContext): ir.Closure {
  return { ...node, body: new Conversion(node.result, false, context).body(node.body) };
}

/** The rewriting of one function. */
class Conversion {
  readonly #result: Type;
  readonly #raises: boolean;
  readonly #context: PassContext;
  /** Variables that are known to hold an error here. */
  #held: ReadonlySet<Binding> = new Set();

  constructor(result: Type, raises: boolean, context: PassContext) {
    this.#result = result;
    this.#raises = raises;
    this.#context = context;
  }

  function(node: ir.Function): ir.Function {
    const body = this.body(node.body);
    const rest = mapChildren<ir.Node>({ ...node, body: [] }, (child) => convert(child, this.#context)) as ir.Function;
    if (!this.#raises) return { ...rest, body };
    const result = withoutError(node.result) ?? node.result;
    return { ...rest, body: withoutLastReturn(body), result, several: result.kind === "tuple" };
  }

  body(body: Body): Body {
    const done: ir.Statement[] = [];
    for (let at = 0; at < body.length; at++) {
      const statement = body[at]!;
      const made = this.#failing(body, at);
      if (made) {
        done.push(...decorated(made.statements, statement));
        at += made.taken - 1;
        if (made.rest !== undefined) {
          done.push(...made.rest);
          return done;
        }
        continue;
      }
      done.push(...this.#statement(statement));
    }
    return done;
  }

  #statement(statement: ir.Statement): Body {
    if (statement.kind === "Return") return decorated(this.#return(statement), statement);
    if (statement.kind === "If") return [this.#if(statement)];
    const mapped = mapBodies(statement, (inner) => this.body(inner));
    const lists = new Set<ir.Node>();
    mapBodies(mapped, (inner) => (inner.forEach((each) => lists.add(each)), inner));
    return [
      mapChildren<ir.Node>(mapped, (child) => (lists.has(child) ? child : this.#expression(child))) as ir.Statement,
    ];
  }

  /** In other places a call that raises is asked for its outcome. */
  #expression<N extends ir.Node>(node: N): N {
    if (node.kind === "Closure") return closure(node, this.#context) as unknown as N;
    if (node.sort === "declaration" || node.sort === "statement") return convert(node, this.#context);
    if (node.kind === "LibraryCall" && this.#fails(node)) {
      const operand = this.#called(node, withoutError(node.type)!);
      return { ...expression("Outcome", node.type, { operand }), origin: node.origin } as unknown as N;
    }
    return mapChildren<ir.Node>(node, (child) => this.#expression(child)) as N;
  }

  #if(node: ir.If): ir.If {
    const test = this.#expression(node.test);
    const outer = this.#held;
    const binding = testedError(node.test, true);
    this.#held = binding ? new Set([...outer, binding]) : outer;
    const then = this.body(node.then);
    this.#held = outer;
    return { ...node, test, then, otherwise: this.body(node.otherwise) };
  }

  /** A `return` of a function that raises its error. */
  #return(node: ir.Return): Body {
    const { value, ...bare } = node;
    if (value === undefined) return [node];
    if (this.#fails(value)) return this.#handsOn(node, value);
    if (!this.#raises) return [{ ...node, value: this.#expression(value) }];
    const { leading: _leading, trailing: _trailing, blankBefore: _blank, ...plain } = bare;
    const elements = value.kind === "TupleLiteral" && this.#result.kind === "tuple" ? value.elements : [value];
    const error = this.#expression(elements.at(-1)!);
    const values = elements.slice(0, -1).map((element) => this.#expression(element));
    const given: ir.Return =
      values.length === 0 ? plain : { ...plain, value: values.length === 1 ? values[0]! : tuple(values) };
    if (error.kind === "NoneLiteral" || (error.kind === "Cast" && error.operand.kind === "NoneLiteral")) return [given];
    const raise = (what: ir.Expression): ir.Raise => ({
      sort: "statement",
      kind: "Raise",
      error: what,
      ...(node.origin ? { origin: node.origin } : {}),
    });
    if (this.#isError(error)) return [raise(error)];
    if (error.kind === "Variable") return [ifStatement(notNone(error), [raise(error)]), given];
    const held = this.#context.temporary("error", error.type);
    return [
      assign(variable(held), error, [held]),
      ifStatement(notNone(variable(held)), [raise(variable(held))]),
      given,
    ];
  }

  /** `return f(x)` */
  #handsOn(node: ir.Return, value: ir.Expression): Body {
    const type = withoutError(value.type)!;
    const call = this.#called(value, type);
    if (this.#raises)
      return type.kind === "none" ? [expressionStatement(call), { ...bareReturn(node) }] : [{ ...node, value: call }];
    const error = this.#context.temporary("error", errorOf(value.type));
    const given = type.kind === "none" ? [] : type.kind === "tuple" ? undefined : [call];
    if (given === undefined) {
      const parts =
        type.kind === "tuple"
          ? type.elements.map((element, position) => this.#context.temporary(`part${position + 1}`, element))
          : [];
      const body: Body = [
        assign(tuple(parts.map((part) => variable(part))), call, parts),
        { ...node, value: tuple([...parts.map((part) => variable(part)), none(error.type)]) },
      ];
      return [
        attempt(body, [
          handler(error, [{ ...node, value: tuple([...parts.map((part) => zero(part.type)), variable(error)]) }]),
        ]),
      ];
    }
    const success: Body =
      given.length === 0
        ? [expressionStatement(call), { ...node, value: none(error.type) }]
        : [{ ...node, value: tuple([call, none(error.type)]) }];
    const failure: ir.Return = {
      ...node,
      value: given.length === 0 ? variable(error) : tuple([zero(type), variable(error)]),
    };
    return [attempt(success, [handler(error, [failure])])];
  }

  #isError(node: ir.Expression): boolean {
    if (node.kind === "Cast" && isConcreteError(node.operand.type)) return true;
    if (node.kind === "Cast") return this.#isError(node.operand);
    if (node.kind === "MakeError" || node.kind === "New" || node.kind === "AddressOf" || node.kind === "RecordLiteral")
      return true;
    return node.kind === "Variable" && (this.#held.has(node.binding) || node.binding.kind === "global");
  }

  /** Whether the expression is a call that raises in Python what it gives as its last result in Go. */
  #fails(node: ir.Expression): boolean {
    if (withoutError(node.type) === undefined) return false;
    if (isExternalCall(node)) return true;
    return node.kind === "LibraryCall" ? this.#context.rowFails(node.row) : this.#context.facts.raisesError(node);
  }

  #called(node: ir.Expression, type: Type): ir.Expression {
    return { ...mapChildren<ir.Expression>(node, (child) => this.#expression(child)), type };
  }

  /** A call whose error is tested behind it, with the test. */
  #failing(
    body: Body,
    at: number,
  ): { readonly statements: Body; readonly taken: number; readonly rest?: Body | undefined } | undefined {
    const statement = body[at]!;
    if (statement.kind === "ExpressionStatement" && this.#fails(statement.expression)) {
      const call = this.#called(statement.expression, withoutError(statement.expression.type)!);
      return { statements: [attempt([expressionStatement(call)], [handler(undefined, [])])], taken: 1 };
    }
    if (statement.kind !== "Assign" || statement.targets.length !== 1 || !this.#fails(statement.value))
      return undefined;
    const [target] = statement.targets;
    const parts = target!.kind === "TupleLiteral" ? target.elements : [target!];
    const values = parts.slice(0, -1);
    const error = parts.at(-1)!;
    const type = withoutError(statement.value.type)!;
    const call = this.#called(statement.value, type);
    const blank = (node: ir.Expression): boolean => node.kind === "Variable" && node.binding.name === "_";
    const bound = statement.declares.filter((binding) =>
      values.some((value) => value.kind === "Variable" && value.binding === binding),
    );
    const store: ir.Statement = values.every(blank)
      ? expressionStatement(call)
      : {
          ...assign(values.length === 1 ? values[0]! : tuple(values), call, bound),
          ...(statement.origin ? { origin: statement.origin } : {}),
        };
    const cleared = values.filter((value) => !blank(value)).map((value) => assign(value, zero(value.type), []));
    if (blank(error)) return { statements: [attempt([store], [handler(undefined, cleared)])], taken: 1 };
    if (error.kind !== "Variable") return { statements: [this.#asValue(store, error, cleared)], taken: 1 };
    return (
      this.#handedOn(body, at, store, error.binding) ??
      this.#tested(body, at, store, error.binding, values, cleared) ?? {
        statements: [this.#asValue(store, error, cleared)],
        taken: 1,
      }
    );
  }

  /** `_, err = f.WriteString(s)` and `return err`: what it raises leaves the function. */
  #handedOn(
    body: Body,
    at: number,
    store: ir.Statement,
    error: Binding,
  ): { readonly statements: Body; readonly taken: number } | undefined {
    const next = body[at + 1];
    if (!this.#raises || next?.kind !== "Return" || error.captured) return undefined;
    if (next.value?.kind !== "Variable" || next.value.binding !== error) return undefined;
    return { statements: [store, bareReturn(next)], taken: 2 };
  }

  /** The error stays a value: `try: …; err = None` and `except Exception as e: err = e`. */
  #asValue(store: ir.Statement, error: ir.Expression, cleared: Body): ir.Statement {
    const caught = this.#context.temporary("error", error.type);
    return attempt(
      [store, assign(error, none(error.type), [])],
      [handler(caught, [...cleared, assign(error, variable(caught), [])])],
    );
  }

  #tested(
    body: Body,
    at: number,
    store: ir.Statement,
    error: Binding,
    values: readonly ir.Expression[],
    cleared: Body,
  ): { readonly statements: Body; readonly taken: number } | undefined {
    const next = body[at + 1];
    const after = body.slice(at + 2);
    if (next?.kind !== "If" || error.captured) return undefined;
    const failed = testedError(next.test, true) === error;
    if (!failed && testedError(next.test, false) !== error) return undefined;
    if (!this.#isLocal(body, at, error) || !isAssignedBeforeRead(after, error, () => false, "maybe")) return undefined;
    const [onError, onSuccess] = failed ? [next.then, next.otherwise] : [next.otherwise, next.then];
    if (onSuccess.some((statement) => mentions(statement, error))) return undefined;
    const outer = this.#held;
    this.#held = new Set([...outer, error]);
    const handled = this.body(onError).map((statement) => present(statement, error));
    this.#held = outer;
    const orElse = this.body(onSuccess);
    const origin = mergeOrigins([tryOrigin, body[at]!.origin, next.origin]);
    if (this.#isPassedOn(handled, error)) return { statements: [{ ...store, origin }, ...orElse], taken: 2 };
    const isRead = (value: ir.Expression): boolean =>
      value.kind !== "Variable" ||
      [...onError, ...after].some((statement) => mentions(statement, value.binding)) ||
      !this.#isDeclaredIn(body, at, value.binding);
    const needed =
      canComplete(handled) ||
      values.some(
        (value) => value.kind === "Variable" && onError.some((statement) => mentions(statement, value.binding)),
      );
    const zeros = needed
      ? cleared.filter((_, position) =>
          isRead(values.filter((value) => !(value.kind === "Variable" && value.binding.name === "_"))[position]!),
        )
      : [];
    const isNamed = handled.some((statement) => mentions(statement, error));
    const attempted = attempt(
      [store],
      [handler(isNamed ? error : undefined, [...zeros, ...wrapped(handled, error)])],
      orElse,
    );
    return { statements: [{ ...attempted, origin }], taken: 2 };
  }

  /** Whether the variable begins in this list, so that nothing behind the list reads it. */
  #isLocal(body: Body, at: number, error: Binding): boolean {
    return body.slice(0, at + 1).some((statement) => statement.kind === "Assign" && statement.declares.includes(error));
  }

  #isDeclaredIn(body: Body, at: number, binding: Binding): boolean {
    const statement = body[at]!;
    return statement.kind === "Assign" && statement.declares.includes(binding);
  }

  /** `raise err`, and nothing else. */
  #isPassedOn(handled: Body, error: Binding): boolean {
    const [only, ...others] = handled;
    return (
      others.length === 0 &&
      only?.kind === "Raise" &&
      only.error?.kind === "Variable" &&
      only.error.binding === error &&
      only.cause === undefined &&
      (only.leading?.length ?? 0) === 0
    );
  }
}

/** The statement with the variable known to hold an exception. */
function present<N extends ir.Node>(node: N, error: Binding): N {
  if (node.kind === "Variable" && node.binding === error) return { ...node, type: exception };
  if ((node.kind === "Assign" && node.targets.some((target) => mentions(target, error))) || node.kind === "Closure")
    return node;
  return mapChildren<ir.Node>(node, (child) => present(child, error)) as N;
}

const exception = builtinException("Exception");

/** The body without a `return` at its very end that gives nothing. */
function withoutLastReturn(body: Body): Body {
  const last = body.at(-1);
  if (last?.kind === "With") return [...body.slice(0, -1), { ...last, body: withoutLastReturn(last.body) }];
  const isBare = last?.kind === "Return" && last.value === undefined && !last.leading?.length;
  return isBare && body.length > 1 ? body.slice(0, -1) : body;
}

function bareReturn(node: ir.Return): ir.Return {
  const { value: _value, leading: _leading, blankBefore: _blank, ...bare } = node;
  return bare;
}

/** Raising the exception that is handled here, again. */
function wrapped(handled: Body, error: Binding): Body {
  return handled.map((statement): ir.Statement => {
    if (statement.kind === "Raise" && statement.error?.kind === "Variable" && statement.error.binding === error) {
      const { error: _error, ...bare } = statement;
      return bare;
    }
    return statement;
  });
}

/** A defined type with a method Error, which unlike a pointer or an interface is never nil. */
function isConcreteError(type: Type): boolean {
  if (type.kind !== "named" || type.symbol.form === "interface" || type.symbol.name === "error") return false;
  const kind = type.symbol.underlying?.kind;
  return kind !== undefined && kind !== "list" && kind !== "dict" && type.symbol.methods.has("Error");
}

function errorOf(type: Type): Type {
  return type.kind === "tuple" ? type.elements.at(-1)! : type;
}
