import { bodiesOf, breaksOf, continuesOf, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";

/*
 * Definite assignment of one variable over structured code. The state before a statement is one of three: the variable certainly has a value that
 * was given inside the code looked at, it may have none, or the place is not reached.
 */

type State = "assigned" | "maybe" | "unreached";

interface Loop {
  readonly label: string | undefined;
  /** A switch takes `break` and no `continue`; what has only a label takes neither without it. */
  readonly form: "loop" | "switch" | "label";
  breaks: State;
  continues: State;
}

function join(left: State, right: State): State {
  if (left === "unreached") return right;
  if (right === "unreached") return left;
  return left === "assigned" && right === "assigned" ? "assigned" : "maybe";
}

/**
 * Whether each read of `binding` in `body` comes after an assignment in `body`, on every path. What closures read is not looked at. `isApart` names
 * lists in which the variable is one of its own: they are passed over, and the variable has no certain value behind them.
 */
export function isAssignedBeforeRead(
  body: Body,
  binding: Binding,
  isApart: (body: Body) => boolean,
  entry: "assigned" | "maybe" = "maybe",
): boolean {
  const flow = new Flow(binding, isApart);
  flow.body(body, entry);
  return flow.isSound;
}

class Flow {
  isSound = true;
  readonly #binding: Binding;
  readonly #isApart: (body: Body) => boolean;
  readonly #loops: Loop[] = [];
  /** What a handler may find: the states at all places of the innermost `try` bodies. */
  readonly #tries: { state: State }[] = [];

  constructor(binding: Binding, isApart: (body: Body) => boolean) {
    this.#binding = binding;
    this.#isApart = isApart;
  }

  body(body: Body, entry: State): State {
    if (body.length > 0 && this.#isApart(body)) {
      if (entry !== "unreached") {
        for (const jump of jumpsOf(body)) this.#leave(jump, "maybe");
        for (const open of this.#tries) open.state = join(open.state, "maybe");
      }
      return entry === "unreached" ? entry : "maybe";
    }
    return body.reduce((state, statement) => this.#step(statement, state), entry);
  }

  #step(statement: ir.Statement, entry: State): State {
    const state = this.#statement(statement, entry);
    for (const open of this.#tries) open.state = join(open.state, state);
    return state;
  }

  #statement(node: ir.Statement, entry: State): State {
    if ("failure" in node && node.failure !== undefined) return this.#guarded(node, node.failure, entry);
    switch (node.kind) {
      case "Declare":
        return node.value === undefined ? entry : this.#store(node.binding, this.#read(node.value, entry));
      case "Assign":
        return node.targets.reduce((state, target) => this.#target(target, state), this.#read(node.value, entry));
      case "If":
        return this.#if(node, entry);
      case "While":
        return this.#loop(node, entry, (state) => this.body(node.body, state), node.test, node.orElse);
      case "Loop":
        return this.#loop(
          node,
          node.init ? this.#step(node.init, entry) : entry,
          (state) => this.body(node.body, state),
          node.test,
          [],
          node.post,
        );
      case "ForEach":
        return this.#forEach(node, this.#read(node.iterable, entry));
      case "Return":
      case "Raise":
        this.#children(node, entry);
        return "unreached";
      case "Break":
      case "Continue":
        return this.#leave(node, entry);
      case "Goto":
        // Any label may follow, so nothing is certain any more.
        if (entry === "maybe") this.isSound = false;
        return "unreached";
      case "Try":
        return this.#try(node, entry);
      case "Switch":
      case "TypeSwitch":
      case "Select":
      case "Match":
        return this.#cases(node, entry);
      case "With":
        return this.#with(node, entry);
      case "Block":
        return this.body(node.body, entry);
      case "Labeled":
        return this.#labelled(node, entry);
      case "LocalDeclaration":
        return "binding" in node.declaration ? this.#store(node.declaration.binding, entry) : entry;
      case "OpaqueStatement":
        return node.assigns.includes(this.#binding) && entry !== "unreached" ? "assigned" : entry;
      default:
        return this.#children(node, entry);
    }
  }

  /** A statement that may fail: its handlers find what was there before it. */
  #guarded(node: ir.Statement, failure: ir.Failure, entry: State): State {
    const { failure: _failure, ...bare } = node as ir.Statement & { readonly failure: ir.Failure };
    const done = this.body(failure.orElse, this.#statement(bare, entry));
    return failure.handlers.reduce((state, handler) => join(state, this.body(handler.body, entry)), done);
  }

  #children(node: ir.Node, entry: State): State {
    let state = entry;
    forEachChild(node, (child) => {
      if (child.sort === "expression") state = this.#read(child, state);
    });
    return state;
  }

  #store(binding: Binding, state: State): State {
    return binding === this.#binding && state !== "unreached" ? "assigned" : state;
  }

  #target(target: ir.Expression, state: State): State {
    if (target.kind === "Variable") return this.#store(target.binding, state);
    if (target.kind === "TupleLiteral" || target.kind === "ListLiteral")
      return target.elements.reduce((before, element) => this.#target(element, before), state);
    if (target.kind === "Spread") return this.#target(target.operand, state);
    return this.#children(target, state);
  }

  /** Evaluates an expression. What is evaluated only sometimes assigns nothing for certain. */
  #read(node: ir.Expression, entry: State): State {
    switch (node.kind) {
      case "Variable":
        if (node.binding === this.#binding && entry === "maybe") this.isSound = false;
        return entry;
      case "AssignmentExpression":
        return this.#store(node.target.binding, this.#read(node.value, entry));
      case "Closure":
        return entry;
      case "Logical":
      case "Either": {
        const left = this.#read(node.left, entry);
        return join(left, this.#read(node.right, left));
      }
      case "Conditional": {
        const tested = this.#read(node.test, entry);
        return join(this.#read(node.then, tested), this.#read(node.otherwise, tested));
      }
      case "Comprehension": {
        this.#children(node, entry);
        return entry;
      }
      default:
        return this.#children(node, entry);
    }
  }

  #if(node: ir.If, entry: State): State {
    const { whenTrue, whenFalse } = this.#condition(node.test, entry);
    return join(this.body(node.then, whenTrue), this.body(node.otherwise, whenFalse));
  }

  /** `a and (x := f())` has assigned x where it is true. */
  #condition(test: ir.Expression, entry: State): { readonly whenTrue: State; readonly whenFalse: State } {
    if (test.kind === "Not") {
      const { whenTrue, whenFalse } = this.#condition(test.operand, entry);
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    if (test.kind === "Logical") {
      const left = this.#condition(test.left, entry);
      const right = this.#condition(test.right, test.operator === "and" ? left.whenTrue : left.whenFalse);
      return test.operator === "and"
        ? { whenTrue: right.whenTrue, whenFalse: join(left.whenFalse, right.whenFalse) }
        : { whenTrue: join(left.whenTrue, right.whenTrue), whenFalse: right.whenFalse };
    }
    const state = this.#read(test, entry);
    return { whenTrue: state, whenFalse: state };
  }

  #loop(
    node: ir.While | ir.Loop,
    entry: State,
    body: (state: State) => State,
    test: ir.Expression | undefined,
    orElse: Body,
    post?: ir.Statement,
  ): State {
    const isEndless = test === undefined || (test.kind === "BooleanLiteral" && test.value);
    let top = entry;
    let after: State = "unreached";
    // A second round sees what the first may have undone.
    for (let round = 0; round < 2; round++) {
      const loop: Loop = { label: node.label, form: "loop", breaks: "unreached", continues: "unreached" };
      const tested = test === undefined ? { whenTrue: top, whenFalse: top } : this.#condition(test, top);
      this.#loops.push(loop);
      const end = join(body(tested.whenTrue), loop.continues);
      this.#loops.pop();
      const next = post ? this.#step(post, end) : end;
      after = join(this.body(orElse, isEndless ? "unreached" : tested.whenFalse), loop.breaks);
      top = join(top, next);
    }
    return after;
  }

  #forEach(node: ir.ForEach, entry: State): State {
    let top = entry;
    let after: State = "unreached";
    // The target belongs to the body where that is apart.
    const isApart = node.body.length > 0 && this.#isApart(node.body);
    for (let round = 0; round < 2; round++) {
      const loop: Loop = { label: node.label, form: "loop", breaks: "unreached", continues: "unreached" };
      this.#loops.push(loop);
      const end = isApart ? this.body(node.body, top) : this.body(node.body, this.#target(node.target, top));
      this.#loops.pop();
      const next = join(top, join(end, loop.continues));
      after = join(this.body(node.orElse, next), loop.breaks);
      top = next;
    }
    return after;
  }

  #leave(node: ir.Break | ir.Continue, entry: State): State {
    const target = this.#loops.findLast((loop) =>
      node.label !== undefined
        ? loop.label === node.label
        : loop.form === "loop" || (loop.form === "switch" && node.kind === "Break"),
    );
    if (target && node.kind === "Break") target.breaks = join(target.breaks, entry);
    if (target && node.kind === "Continue") target.continues = join(target.continues, entry);
    return "unreached";
  }

  #try(node: ir.Try, entry: State): State {
    const seen = { state: entry };
    this.#tries.push(seen);
    const body = this.body(node.body, entry);
    this.#tries.pop();
    const ends = [this.body(node.orElse, body), ...node.handlers.map((handler) => this.body(handler.body, seen.state))];
    const end = ends.reduce(join, "unreached" as State);
    if (node.finally.length === 0) return end;
    // On the way of an error the finally block runs with less assigned; on the ordinary way with what the parts gave.
    this.body(node.finally, join(seen.state, end));
    return end === "unreached" ? end : this.body(node.finally, end);
  }

  #cases(node: ir.Switch | ir.TypeSwitch | ir.Select | ir.Match, entry: State): State {
    let start = "init" in node && node.init ? this.#step(node.init, entry) : entry;
    if (node.kind !== "Select" && node.subject) start = this.#read(node.subject, start);
    const around: Loop = {
      label: "label" in node ? node.label : undefined,
      form: "switch",
      breaks: "unreached",
      continues: "unreached",
    };
    if (node.kind !== "Match") this.#loops.push(around);
    let end: State = "unreached";
    let fallen: State = "unreached";
    let isComplete = node.kind === "Select";
    for (const clause of node.cases) {
      let state = start;
      if ("values" in clause) for (const value of clause.values ?? []) state = this.#read(value, state);
      if ("communication" in clause && clause.communication) state = this.#step(clause.communication, state);
      if ("pattern" in clause) state = this.#capture(clause.pattern, state);
      if ("guard" in clause && clause.guard) state = this.#read(clause.guard, state);
      const out = this.body(clause.body, join(state, fallen));
      fallen = "fallsThrough" in clause && clause.fallsThrough ? out : "unreached";
      if (!("fallsThrough" in clause && clause.fallsThrough)) end = join(end, out);
      isComplete ||= isDefault(clause);
    }
    if (node.kind !== "Match") this.#loops.pop();
    const exits = join(join(end, fallen), around.breaks);
    return isComplete ? exits : join(exits, start);
  }

  #capture(pattern: ir.Pattern, state: State): State {
    switch (pattern.form) {
      case "capture": {
        const inner = pattern.pattern ? this.#capture(pattern.pattern, state) : state;
        return pattern.binding ? this.#store(pattern.binding, inner) : inner;
      }
      case "sequence":
        return pattern.patterns.reduce((before, part) => this.#capture(part, before), state);
      case "mapping": {
        const inner = pattern.entries.reduce((before, entry) => this.#capture(entry.pattern, before), state);
        return pattern.rest ? this.#store(pattern.rest, inner) : inner;
      }
      case "class":
        return pattern.fields.reduce((before, field) => this.#capture(field.pattern, before), state);
      default:
        return state;
    }
  }

  #with(node: ir.With, entry: State): State {
    let state = entry;
    for (const item of node.items) {
      state = this.#read(item.context, state);
      if (item.target) state = this.#target(item.target, state);
    }
    // A context manager may swallow an exception, so the body may have been left anywhere.
    const seen = { state };
    this.#tries.push(seen);
    const end = this.body(node.body, state);
    this.#tries.pop();
    return join(end, seen.state);
  }

  #labelled(node: ir.Labeled, entry: State): State {
    const around: Loop = { label: node.label, form: "label", breaks: "unreached", continues: "unreached" };
    this.#loops.push(around);
    const end = this.body(node.body, entry);
    this.#loops.pop();
    return join(end, around.breaks);
  }
}

/** The jumps out of a list to what is around it. */
function jumpsOf(body: Body): readonly (ir.Break | ir.Continue)[] {
  return [...breaksOf(body), ...continuesOf(body), ...labelledJumps(body)];
}

function labelledJumps(body: Body): readonly (ir.Break | ir.Continue)[] {
  return body.flatMap((statement) =>
    (statement.kind === "Break" || statement.kind === "Continue") && statement.label !== undefined
      ? [statement]
      : bodiesOf(statement).flatMap(labelledJumps),
  );
}

function isDefault(clause: ir.SwitchCase | ir.TypeCase | ir.MatchCase | ir.SelectCase): boolean {
  if ("pattern" in clause)
    return clause.guard === undefined && clause.pattern.form === "capture" && clause.pattern.pattern === undefined;
  if ("fallsThrough" in clause) return clause.values === undefined;
  return !("communication" in clause) && (clause as ir.TypeCase).types === undefined;
}

/** Whether the variable occurs in the node. */
export function mentions(node: ir.Node, binding: Binding): boolean {
  let found = false;
  walk(node, (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
  return found;
}
