import { mapBodies, type Body } from "../../ir/blocks.ts";
import { expression, expressionStatement } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { isSamePlace } from "../../ir/places.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { isLocking, isWaiting, localClosures } from "../concurrency.ts";
import { functionUses, methodOwner } from "../waiting-values.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Go's functions have no colour: every one may wait. In Python those that do are coroutines, and their calls are awaited. Which functions of the
 * program wait is solved over the calls; function literals are decided here, from their own bodies.
 */

export const asyncFunctionsPass: Pass = {
  name: "async-functions",
  reason: "A Python function that waits for others is a coroutine, and each call of it is awaited.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => new Colour(declaration, context).run()),
};

class Colour {
  readonly #root: ir.Declaration;
  readonly #context: PassContext;
  #isInCoroutine = false;
  /** Variables that hold one function literal each. */
  readonly #closures: ReadonlyMap<Binding, ir.Closure>;
  readonly #waiting = new Set<ir.Closure>();
  /** Literals that are values among others of their type. */
  readonly #values = new Set<ir.Closure>();

  constructor(root: ir.Declaration, context: PassContext) {
    this.#root = root;
    this.#context = context;
    this.#closures = localClosures([root]);
    this.#solve();
  }

  run(): ir.Declaration {
    return this.#node(this.#root) as ir.Declaration;
  }

  /** Literals wait that are started as goroutines, that wait themselves, and that call what waits. */
  #solve(): void {
    const all: ir.Closure[] = [];
    for (const { type, value } of functionUses([this.#root], this.#closures)) {
      if (value.kind !== "Closure" || !this.#context.facts.valueSuspends(type)) continue;
      this.#values.add(value);
      this.#waiting.add(value);
    }
    walk(this.#root, (node) => {
      if (node.kind === "Closure") all.push(node);
      const started = node.kind === "Spawn" ? node.call : undefined;
      const closure = started?.kind === "Call" ? this.#closureOf(started.callee) : undefined;
      if (closure) this.#waiting.add(closure);
      if (node.kind === "Synchronize" && node.form === "go") {
        const own = this.#closureOf(node.operands[0]!);
        if (own) this.#waiting.add(own);
      }
    });
    for (let before = -1; before !== this.#waiting.size;) {
      before = this.#waiting.size;
      for (const closure of all)
        if (!this.#waiting.has(closure) && this.#bodyWaits(closure.body)) this.#waiting.add(closure);
    }
  }

  #closureOf(callee: ir.Expression): ir.Closure | undefined {
    if (callee.kind === "Closure") return callee;
    return callee.kind === "Variable" ? this.#closures.get(callee.binding) : undefined;
  }

  #bodyWaits(body: Body): boolean {
    let found = false;
    for (const statement of body) {
      walk(statement, (node) => {
        if (node.kind === "Closure" || node.kind === "Function" || node.kind === "Spawn") return false;
        found ||= this.#waits(node);
        return undefined;
      });
      // Function literals that are called where they stand are closures below a Call, which the walk above has asked about.
    }
    return found;
  }

  /** Whether evaluating this very node waits. */
  #waits(node: ir.Node): boolean {
    if (isWaiting(node) || (isLocking(node) && this.#context.facts.locksWait)) return true;
    if (node.kind === "MethodCall")
      return node.symbol !== undefined && this.#context.facts.methodSuspends(node.symbol, node.method);
    if (node.kind === "Synchronize" && node.form === "once")
      return node.operands.some((operand) => this.#context.facts.valueSuspends(operand.type));
    if (node.kind !== "Call") return false;
    const closure = this.#closureOf(node.callee);
    if (closure) return this.#waiting.has(closure);
    return node.callee.kind === "Variable" && node.callee.binding.kind === "function"
      ? this.#context.facts.suspends(node.callee.binding)
      : this.#context.facts.valueSuspends(node.callee.type);
  }

  #node(node: ir.Node): ir.Node {
    switch (node.kind) {
      case "Function": {
        const isAsync = node.symbol
          ? this.#context.facts.methodSuspends(node.symbol, node.name)
          : this.#context.facts.suspends(node.binding);
        const outer = this.#isInCoroutine;
        this.#isInCoroutine = isAsync;
        const inner = this.#children(node);
        this.#isInCoroutine = outer;
        return { ...inner, isAsync: node.isAsync || isAsync, body: joinLocks(inner.body) };
      }
      case "Closure": {
        const inner = this.#children(node);
        return { ...inner, ...(this.#waiting.has(node) ? { isAsync: true } : {}), body: joinLocks(inner.body) };
      }
      case "Spawn":
        return this.#spawn(node);
      case "ForEach":
        return node.iterable.type.kind === "channel"
          ? { ...this.#children(node), isAsync: true }
          : this.#children(node);
      case "Call":
      case "MethodCall": {
        const inner = this.#call(node);
        return this.#waits(node)
          ? expression("Await", node.type, { operand: inner, origin: node.origin } as never)
          : inner;
      }
      case "Variable":
        return this.#value(
          node,
          node.binding.kind === "function" ? this.#context.facts.suspends(node.binding) : this.#closureWaits(node),
        );
      case "Field":
        return this.#value(this.#children(node), this.#methodWaits(node));
      case "LibraryCall":
        return this.#web(node) ?? this.#children(node);
      case "Assign":
      case "Declare":
        return this.#store(node);
      default: {
        const inner = this.#children(node);
        const isAwaited =
          inner.kind === "Receive" ||
          inner.kind === "Sleep" ||
          inner.kind === "ChooseChannel" ||
          (inner.kind === "Synchronize" && this.#waits(inner));
        return isAwaited ? { ...expression("Await", inner.type, { operand: inner }), origin: inner.origin } : inner;
      }
    }
  }

  #children<N extends ir.Node>(node: N): N {
    if (node.kind === "Synchronize" && node.form === "go") {
      const [work] = node.operands;
      const operand = work?.kind === "Closure" ? (this.#literal(work) as ir.Expression) : work;
      return { ...node, object: this.#node(node.object) as ir.Expression, operands: operand ? [operand] : [] };
    }
    return mapChildren(node, (child) =>
      child.kind === "Closure" && this.#waiting.has(child)
        ? this.#value(this.#literal(child), !this.#values.has(child) && child.isStarted !== true)
        : this.#node(child),
    );
  }

  /** Handlers of requests are called one after the other and not awaited, and the server has a loop of events of its own. */
  #web(node: ir.LibraryCall): ir.Node | undefined {
    if (!node.row.startsWith("gin#")) return undefined;
    const handed = Object.values(node.captures).flatMap((value) =>
      value.kind === "ListLiteral" ? value.elements : [value],
    );
    if (handed.some((value) => this.#isWaitingValue(value)))
      return this.#opaque(
        node,
        "waiting-handler",
        "A handler that waits for other goroutines is not translated; in FastAPI it is an `async def` that is registered by itself.",
      );
    if (this.#isInCoroutine && isServing(node))
      return this.#opaque(
        node,
        "served-in-loop",
        "The server is started where a loop of events runs already; in Python, await `uvicorn.Server(…).serve()`.",
      );
    return undefined;
  }

  #isWaitingValue(value: ir.Expression): boolean {
    if (value.kind === "Cast" || value.kind === "Convert") return this.#isWaitingValue(value.operand);
    if (value.kind === "Closure") return this.#waiting.has(value);
    if (value.kind === "Field") return this.#methodWaits(value);
    if (value.kind === "Variable" && value.binding.kind === "function")
      return this.#context.facts.suspends(value.binding);
    return this.#context.facts.valueSuspends(value.type);
  }

  #methodWaits(node: ir.Field): boolean {
    const symbol = methodOwner(node);
    return symbol !== undefined && this.#context.facts.methodSuspends(symbol, node.name);
  }

  #literal(node: ir.Closure): ir.Closure {
    return this.#node(node) as ir.Closure;
  }

  #closureWaits(node: ir.Variable): boolean {
    const closure = this.#closures.get(node.binding);
    return closure !== undefined && this.#waiting.has(closure);
  }

  /** A call with its callee as it stands: only other uses of a function that waits are values. */
  #call<C extends ir.Call | ir.MethodCall>(node: C): C {
    if (node.kind === "MethodCall") return this.#children(node);
    const { callee } = node;
    const { callee: _callee, ...rest } = { ...node, callee: undefined };
    const inner = this.#children(rest as unknown as ir.Call);
    const kept =
      callee.kind === "Variable"
        ? callee
        : callee.kind === "Closure"
          ? this.#literal(callee)
          : (this.#node(callee) as ir.Expression);
    return { ...inner, callee: kept } as C;
  }

  /** A literal that is kept in a variable for good may wait: all of its calls are known. */
  #store(node: ir.Assign | ir.Declare): ir.Node {
    const { value } = node;
    if (value?.kind !== "Closure" || !this.#waiting.has(value)) return this.#children(node);
    const isKnown = [...this.#closures.values()].includes(value);
    if (!isKnown) return this.#children(node);
    return { ...node, value: this.#literal(value) };
  }

  #value<E extends ir.Node>(node: E, waits: boolean): ir.Node {
    if (!waits || node.sort !== "expression" || this.#isAwaitedValue(node)) return node;
    return this.#opaque(
      node,
      "async-function-value",
      "A function that waits for other goroutines is handed on as a value here; whoever calls it must await it in Python, which is not known.",
    );
  }

  /** Whether whoever calls the value knows that it is a coroutine function. */
  #isAwaitedValue(node: ir.Expression): boolean {
    return node.kind !== "Closure" && this.#context.facts.valueSuspends(node.type);
  }

  #opaque(node: ir.Expression, code: string, message: string): ir.Expression {
    this.#context.report(node, { severity: "mark", code, message });
    return { ...expression("OpaqueExpression", node.type, { text: "", code, message }), origin: node.origin };
  }

  #spawn(node: ir.Spawn): ir.Node {
    const { call } = node;
    if ((call.kind === "Call" || call.kind === "MethodCall") && this.#isCoroutine(call))
      return { ...node, call: this.#call(call) };
    return expressionStatement(
      this.#opaque(
        call,
        "spawned-value",
        "What this starts is no function of the program, so that nothing says whether it waits; in Python, start a coroutine, or `asyncio.to_thread` for what blocks.",
      ),
    );
  }

  #isCoroutine(node: ir.Call | ir.MethodCall): boolean {
    if (node.kind === "MethodCall")
      return node.symbol !== undefined && this.#context.facts.methodSuspends(node.symbol, node.method);
    return (
      this.#closureOf(node.callee) !== undefined ||
      (node.callee.kind === "Variable" && this.#context.facts.suspends(node.callee.binding)) ||
      this.#context.facts.valueSuspends(node.callee.type)
    );
  }
}

/** `r.Run(…)` */
function isServing(node: ir.LibraryCall): boolean {
  const router = node.captures["r"]?.type;
  const engine = router?.kind === "pointer" ? router.target : router;
  return (
    engine?.kind === "named" &&
    engine.symbol.name === "Engine" &&
    node.captures["h"] === undefined &&
    node.captures["p"] === undefined
  );
}

/** `Lock(); try: … finally: Unlock()` is a block that holds the lock. */
function joinLocks(body: Body): Body {
  const joined: ir.Statement[] = [];
  for (const statement of body) {
    // The place of a deferred unlock may have been kept in a variable first.
    const kept = keptPlace(joined.at(-1));
    const before = joined.at(kept ? -2 : -1);
    const lock = before && lockOf(before, "lock", "readLock");
    const inner = mapBodies(statement, joinLocks);
    const [only, ...others] = inner.kind === "Try" ? inner.finally : [];
    const unlock = only && others.length === 0 ? lockOf(only, "unlock", "readUnlock") : undefined;
    if (
      inner.kind === "Try" &&
      lock &&
      unlock &&
      inner.handlers.length === 0 &&
      inner.orElse.length === 0 &&
      isSamePlace(
        lock.object,
        kept && unlock.object.kind === "Variable" && unlock.object.binding === kept.binding
          ? kept.place
          : unlock.object,
      )
    ) {
      if (kept) joined.pop();
      const { leading, blankBefore, origin } = before;
      joined[joined.length - 1] = {
        sort: "statement",
        kind: "Locked",
        lock: lock.object,
        ...(lock.isAwaited ? { isAsync: true } : {}),
        ...(lock.form === "readLock" ? { reads: true } : {}),
        body: inner.body,
        origin,
        ...(leading ? { leading } : {}),
        ...(blankBefore ? { blankBefore } : {}),
      };
    } else joined.push(inner);
  }
  return joined;
}

function keptPlace(
  statement: ir.Statement | undefined,
): { readonly binding: Binding; readonly place: ir.Expression } | undefined {
  if (statement?.kind !== "Assign" || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  return target?.kind === "Variable" && statement.value.kind === "Field"
    ? { binding: target.binding, place: statement.value }
    : undefined;
}

interface LockUse {
  readonly object: ir.Expression;
  readonly form: ir.SynchronizeForm;
  readonly isAwaited: boolean;
}

function lockOf(statement: ir.Statement, ...forms: readonly ir.SynchronizeForm[]): LockUse | undefined {
  if (statement.kind !== "ExpressionStatement") return undefined;
  const { expression: used } = statement;
  const isAwaited = used.kind === "Await";
  const call = isAwaited ? used.operand : used;
  if (call.kind !== "Synchronize" || !forms.includes(call.form)) return undefined;
  return { object: call.object, form: call.form, isAwaited };
}
