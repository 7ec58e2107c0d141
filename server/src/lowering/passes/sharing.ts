import { listGrowthKinds } from "../../ir/growth.ts";
import { assign, expression, integer } from "../../ir/build.ts";
import { bodiesOf, isLoop, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { ProgramFacts } from "../facts.ts";
import { lender } from "../lent-lists.ts";
import { storedIn } from "../stored-operands.ts";
import { givenBack, isFresh, keptArguments } from "./fresh-lists.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Python's lists are objects that all holders see grow; Go's slices are values, whose other holders keep the old length. This pass follows, through
 * each function, which variables may hold a list that somebody else holds too, and finds where such a list grows or shrinks. On the way to Go that
 * is marked; on the way to Python `xs = append(xs, x)` becomes a new list there, which nobody else sees.
 */

type Held = ReadonlySet<Binding>;
/** The variables whose list others may hold; undefined behind a jump. */
type State = Held | undefined;

/** The nodes that change the length of a list that somebody else may hold. */
function sharedGrowth(declarations: readonly ir.Declaration[], facts: ProgramFacts | undefined): ReadonlySet<ir.Node> {
  const found = new Set<ir.Node>();
  const handedOver = fieldsHandedOver(declarations);
  for (const declaration of declarations) new Sharing(found, handedOver, facts).declaration(declaration);
  return found;
}

/** Names of fields that some constructor or method sets to a list that it was given. */
function fieldsHandedOver(declarations: readonly ir.Declaration[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ir.Node): void => {
    if (node.kind === "Assign" && isList(node.value.type) && node.value.kind === "Variable") {
      for (const target of node.targets) if (target.kind === "Field") names.add(target.name);
    }
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  return names;
}

function isList(type: Type): boolean {
  return (
    type.kind === "list" ||
    (type.kind === "optional" && isList(type.inner)) ||
    (type.kind === "named" && type.symbol.underlying !== undefined && isList(type.symbol.underlying))
  );
}

class Sharing {
  readonly #found: Set<ir.Node>;
  readonly #handedOver: ReadonlySet<string>;
  readonly #facts: ProgramFacts | undefined;
  /** All that was ever held elsewhere, for closures, which may run at any time. */
  readonly #ever = new Set<Binding>();
  readonly #copied = new Set<Binding>();
  /** The states at which the innermost loop is left or begun anew. */
  #jumps: Held[] = [];

  constructor(found: Set<ir.Node>, handedOver: ReadonlySet<string>, facts: ProgramFacts | undefined) {
    this.#found = found;
    this.#facts = facts;
    this.#handedOver = handedOver;
  }

  declaration(node: ir.Node): void {
    if (node.kind === "Function") this.#function(node, node.body);
    else if (node.kind === "TopLevel") this.#body(node.body, new Set());
    else forEachChild(node, (child) => this.declaration(child));
  }

  /** Structs that are copies or have been copied share their lists with another. */
  #copy(statement: ir.Assign): void {
    const { value, targets } = statement;
    if (value.kind !== "Copy") return;
    for (const place of [value.operand, ...targets]) if (place.kind === "Variable") this.#copied.add(place.binding);
  }

  #function(node: ir.Function | ir.Closure, body: Body): void {
    const own = (index: number): boolean =>
      node.kind === "Function" && !node.symbol && this.#facts?.growth.ofFunction(node.binding, index) === "own";
    const given = node.parameters
      .filter((parameter, index) => isList(parameter.type) && parameter.kind !== "variadic" && !own(index))
      .map((parameter) => parameter.binding);
    if (node.kind === "Function" && node.receiver && isList(node.receiver.type)) given.push(node.receiver);
    const outer = this.#jumps;
    this.#jumps = [];
    this.#body(body, new Set([...given, ...this.#ever]));
    this.#jumps = outer;
  }

  #body(body: Body, before: State): State {
    return body.reduce<State>(
      (state, statement) => (state === undefined ? undefined : this.#statement(statement, state)),
      before,
    );
  }

  #statement(statement: ir.Statement, before: Held): State {
    switch (statement.kind) {
      case "Assign": {
        this.#copy(statement);
        let state = this.#expression(statement.value, before);
        for (const target of statement.targets) state = this.#store(target, statement.value, state);
        // `a = b = []` is one list.
        if (statement.targets.length > 1) for (const target of statement.targets) state = this.#hold(target, state);
        return state;
      }
      case "Declare":
        return statement.value
          ? this.#bind(statement.binding, statement.value, this.#expression(statement.value, before))
          : before;
      case "Update": {
        const state = this.#expression(statement.value, before);
        if (isList(statement.target.type)) this.#grow(statement, statement.target, state);
        return state;
      }
      case "Delete":
        for (const target of statement.targets)
          if ((target.kind === "Index" || target.kind === "Slice") && isList(target.object.type))
            this.#grow(statement, target.object, before);
        return before;
      case "LocalDeclaration":
        this.declaration(statement.declaration);
        return before;
      case "Break":
      case "Continue":
        this.#jumps.push(before);
        return undefined;
      case "Return":
      case "Raise":
        forEachChild(statement, (child) => void (child.sort === "expression" && this.#expression(child, before)));
        return undefined;
      default:
        return this.#compound(statement, before);
    }
  }

  #compound(statement: ir.Statement, before: Held): State {
    let state: Held = before;
    forEachChild(statement, (child) => {
      if (child.sort === "expression") state = this.#expression(child, state);
    });
    const bodies = bodiesOf(statement);
    if (bodies.length === 0) return state;
    if (isLoop(statement)) return this.#loop(statement, bodies, state);
    const ends = bodies.map((body) => this.#body(body, state));
    const isTotal =
      statement.kind === "Block" ||
      statement.kind === "With" ||
      statement.kind === "Labeled" ||
      (statement.kind === "If" && statement.otherwise.length > 0);
    return union([...(isTotal ? [] : [state]), ...ends]);
  }

  #loop(statement: ir.Statement, bodies: readonly Body[], before: Held): State {
    const outer = this.#jumps;
    let state: Held = before;
    if (statement.kind === "ForEach") {
      const elements = targetBindings(statement.target).filter((binding) => isList(binding.type));
      elements.forEach((binding) => this.#ever.add(binding));
      state = new Set([...state, ...elements]);
    }
    // What the first round leaves behind the second one finds.
    for (let round = 0; round < 2; round++) {
      this.#jumps = [];
      const end = this.#body(bodies[0] ?? [], state);
      state = union([state, end, ...this.#jumps]) ?? state;
    }
    this.#jumps = outer;
    return union([state, ...bodies.slice(1).map((body) => this.#body(body, state))]);
  }

  /** What is evaluated: lists that are stored in other things, lists that grow, functions. */
  #expression(node: ir.Expression, before: Held): Held {
    let state = before;
    if (node.kind === "Closure") {
      this.#function(node, node.body);
      return state;
    }
    forEachChild(node, (child) => {
      if (child.sort === "expression") state = this.#expression(child, state);
    });
    const given = keptArguments(node, this.#facts);
    for (const stored of [...storedIn(node), ...given]) state = this.#hold(stored, state);
    if (node.kind === "AddressOf") this.#grow(node, node.operand, state);
    if (listGrowthKinds.has(node.kind))
      this.#grow(node, "list" in node ? node.list : "container" in node ? node.container : node, state);
    if (node.kind === "LibraryCall" && node.grows !== undefined) this.#grow(node, node.captures[node.grows]!, state);
    if (node.kind === "AssignmentExpression") state = this.#bind(node.target.binding, node.value, state);
    return state;
  }

  #grow(node: ir.Node, list: ir.Expression, state: Held): void {
    const holder = list.kind === "Cast" ? list.operand : list;
    if (!isList(holder.type)) return;
    if (holder.kind === "Variable" && state.has(holder.binding)) this.#found.add(node);
    if (holder.kind === "Field" && this.#handedOver.has(holder.name)) this.#found.add(node);
    if (holder.kind === "Field" && holder.object.kind === "Variable" && this.#copied.has(holder.object.binding))
      this.#found.add(node);
  }

  /** From here on somebody else holds what the expression gives. */
  #hold(value: ir.Expression, state: Held): Held {
    switch (value.kind) {
      case "Variable":
        if (!isList(value.binding.type)) return state;
        this.#ever.add(value.binding);
        return new Set([...state, value.binding]);
      case "Cast":
        return this.#hold(value.operand, state);
      case "Conditional":
        return this.#hold(value.otherwise, this.#hold(value.then, state));
      case "Either":
        return this.#hold(value.right, this.#hold(value.left, state));
      case "DefaultArgument":
        return this.#hold(value.value, state);
      case "Call":
      case "MethodCall":
      case "Await":
        return givenBack(value, this.#facts).reduce((held, given) => this.#hold(given, held), state);
      default:
        return state;
    }
  }

  #store(target: ir.Expression, value: ir.Expression, before: Held): Held {
    if (target.kind === "TupleLiteral") {
      const parts =
        value.kind === "TupleLiteral" && value.elements.length === target.elements.length ? value.elements : undefined;
      return target.elements.reduce((state, part, position) => {
        if (parts) return this.#store(part, parts[position]!, state);
        return part.kind === "Variable" && isList(part.binding.type) && !isFresh(value, this.#facts)
          ? this.#hold(part, this.#hold(value, state))
          : state;
      }, before);
    }
    if (target.kind === "Variable") return this.#bind(target.binding, value, before);
    return this.#hold(value, before);
  }

  #bind(binding: Binding, value: ir.Expression, before: Held): Held {
    if (!isList(binding.type)) return before;
    // `xs = extended(xs)` gives a variable what it has.
    const given = givenBack(value, this.#facts);
    const isSame =
      given.length > 0 &&
      given.every((one) => one.kind === "Variable" && one.binding === binding) &&
      !this.#facts?.lending.givesHeld(lender(value) ?? "");
    if (isSame) return before;
    const state = this.#hold(value, before);
    const isFreshValue = isFresh(value, this.#facts);
    const isOther = !isFreshValue && !(value.kind === "Variable" && value.binding === binding);
    if (isOther) this.#ever.add(binding);
    return isOther
      ? new Set([...state, binding])
      : isFreshValue
        ? new Set([...state].filter((other) => other !== binding))
        : state;
  }
}

function union(states: readonly State[]): State {
  const live = states.filter((state): state is Held => state !== undefined);
  return live.length === 0 ? undefined : new Set(live.flatMap((state) => [...state]));
}

function targetBindings(target: ir.Expression): readonly Binding[] {
  if (target.kind === "Variable") return [target.binding];
  return target.kind === "TupleLiteral"
    ? target.elements.flatMap(targetBindings)
    : target.kind === "Spread"
      ? targetBindings(target.operand)
      : [];
}

const message =
  "Whoever else holds this list sees it grow or shrink in Python; in Go they keep the old length. Return the changed slice, or pass a pointer to it.";

/** `x = xs.pop()` of a list that others hold: reads the element, and stores what is left as a new list. */
function readAndCut(statement: ir.Assign, pop: ir.ListPop): readonly ir.Statement[] {
  const { list } = pop;
  const index = pop.index ?? integer(-1);
  const bounds = pop.index === undefined ? { high: integer(-1) } : { low: integer(1) };
  const element = expression("Index", pop.type, { object: list, index, unit: "element", wraps: true });
  const rest = expression("Slice", list.type, {
    object: list,
    ...bounds,
    unit: "element",
    wraps: true,
    clamps: false,
    shares: false,
  });
  return [{ ...statement, value: element }, assign(list, rest)];
}

/** Lists that others hold and that change their length become new lists in Python: `xs = append(xs, x)`, and an element that is taken out. */
function rebuilt(node: ir.Node, found: ReadonlySet<ir.Node>): ir.Node | readonly ir.Node[] {
  if (node.kind === "Assign" && node.value.kind === "ListPop" && found.has(node.value))
    return readAndCut(node, node.value);
  if (node.kind === "ExpressionStatement" && found.has(node.expression)) {
    const { expression } = node;
    if (expression.kind === "ListAppend" || expression.kind === "ListExtend") {
      const elements = expression.kind === "ListAppend" ? expression.elements : [expression.other];
      const value: ir.Appended = {
        sort: "expression",
        kind: "Appended",
        list: expression.list,
        elements,
        spread: expression.kind === "ListExtend",
        type: expression.list.type,
        origin: expression.origin,
      };
      const statement: ir.Assign = {
        sort: "statement",
        kind: "Assign",
        targets: [expression.list],
        value,
        declares: [],
        origin: node.origin,
        ...decorationOf(node),
      };
      return statement;
    }
  }
  return mapChildren<ir.Node>(node, (child) => rebuilt(child, found));
}

function run(declarations: readonly ir.Declaration[], context: PassContext): readonly ir.Declaration[] {
  if (context.source === context.target) return declarations;
  const found = sharedGrowth(declarations, context.target === "go" ? context.facts : undefined);
  if (found.size === 0) return declarations;
  if (context.target === "python")
    return declarations.map((declaration) => rebuilt(declaration, found) as ir.Declaration);
  for (const node of found) context.report(node, { severity: "mark", code: "shared-list-growth", message });
  return declarations;
}

export const sharingPass: Pass = {
  name: "sharing",
  reason: "A list that grows is seen to grow by all holders in Python, by its own variable alone in Go.",
  run,
};
