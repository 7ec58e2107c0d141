import { rewriteBodies, type Body } from "../../ir/blocks.ts";
import { assign, expression, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { isSamePlace } from "../../ir/places.ts";
import { integerValue } from "../../ir/purity.ts";
import { forEachChild, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { bigIntType, boolType } from "../../types/build.ts";
import {
  constructors,
  fractionQuestions,
  fractionResults,
  fractionType,
  integerQuestions,
  integerResults,
  parsed,
} from "./big-methods.ts";
import { bigKind } from "../shared-numbers.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Numbers of `math/big` are objects that their methods store results in; Python's numbers have no bounds and never change. `z.Add(x, y)` becomes
 * `z = x + y`, which is the same as long as nobody else holds the object of z: where somebody may, the place is marked.
 */

export const bigNumbersPass: Pass = {
  name: "big-numbers",
  reason: "Python's int has no bounds, so that `math/big` has no counterpart but plain arithmetic.",
  from: "go",
  to: "python",
  run: (declarations, context) =>
    declarations.map((declaration) =>
      mentionsBig(declaration) ? new BigNumbers(context).rewrite(declaration) : declaration,
    ),
};

function mentionsBig(node: ir.Node): boolean {
  let found = false;
  const visit = (inner: ir.Node): void => {
    if (inner.sort === "expression") found ||= bigKind(inner.type) !== undefined;
    if (!found) forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

class BigNumbers {
  readonly #context: PassContext;
  /** Variables whose number methods change. */
  #changed: ReadonlySet<Binding> = new Set();
  #function: ir.Function | undefined;

  constructor(context: PassContext) {
    this.#context = context;
  }

  rewrite<N extends ir.Node>(node: N): N {
    if (node.kind !== "Function") return this.#inside(node);
    const outer = [this.#changed, this.#function] as const;
    this.#changed = changedIn(node);
    this.#function = node;
    const made = this.#inside(node);
    [this.#changed, this.#function] = outer;
    return made;
  }

  #inside<N extends ir.Node>(node: N): N {
    if ("body" in node && Array.isArray(node.body) && (node.kind === "Function" || node.kind === "TopLevel")) {
      const body = rewriteBodies(node.body as Body, (list) => list.flatMap((statement) => this.#statement(statement)));
      return this.#expressions({ ...node, body });
    }
    return this.#expressions(node);
  }

  /** Calls that stand alone or give a variable its value become assignments. */
  #statement(statement: ir.Statement): readonly ir.Statement[] {
    if (statement.kind === "Loop" && statement.post) {
      const [post, ...others] = this.#statement(statement.post);
      return others.length === 0 && post ? [{ ...statement, post }] : [statement];
    }
    if (statement.kind === "ExpressionStatement") {
      const call = methodOf(statement.expression);
      if (!call) return [statement];
      const { expression: _expression, kind: _kind, failure: _failure, ...rest } = statement;
      const stores = this.#stores(call);
      return stores.map((store, position) => (position === 0 ? { ...rest, ...store } : store));
    }
    if (statement.kind !== "Assign" || statement.targets.length !== 1) return [statement];
    this.#checkSharing(statement);
    const [target] = statement.targets as readonly [ir.Expression];
    if (target.kind !== "TupleLiteral" || statement.value.kind !== "TupleLiteral") {
      const call = methodOf(statement.value);
      const isOwn = call && call.receiver && isSamePlace(call.receiver, target);
      return [isOwn && call.result ? { ...statement, value: call.result } : statement];
    }
    // In `a, b = b, a.Add(a, b)` the variable that the sum is stored in gets another number anyway.
    const elements = statement.value.elements.map((value) => {
      const call = methodOf(value);
      const isReplaced = call?.receiver && target.elements.some((part) => isSamePlace(call.receiver!, part));
      return isReplaced && call.result ? call.result : value;
    });
    return [{ ...statement, value: tuple(elements) }];
  }

  /** The assignments that a call of a method makes. */
  #stores(call: BigCall): readonly ir.Statement[] {
    if (call.pair) return [assign(tuple(call.pair.places), tuple(call.pair.values))];
    if (call.result === undefined || call.receiver === undefined) return [{ sort: "statement", kind: "Empty" }];
    if (call.result.kind === "NumberFunction" && call.result.type.kind === "tuple") {
      const ignored: Binding = {
        name: "_",
        kind: "local",
        id: "_",
        type: boolType,
        captured: false,
        assignments: 1,
        reads: 0,
      };
      return [assign(tuple([call.receiver, variable(ignored)]), call.result)];
    }
    this.#checkParameter(call.receiver);
    const { receiver, result } = call;
    if ("left" in result && isSamePlace(receiver, result.left))
      return [{ sort: "statement", kind: "Update", target: receiver, value: result }];
    return [assign(receiver, result)];
  }

  #checkParameter(place: ir.Expression): void {
    if (place.kind !== "Variable" || place.binding.kind !== "parameter" || place.binding.type.kind !== "pointer")
      return;
    const position = this.#function?.parameters.findIndex(({ binding }) => binding === place.binding) ?? -1;
    const isOwn = this.#function?.symbol === undefined && position >= 0;
    if (isOwn && !this.#context.facts.sharesNumber(this.#function!.binding, position)) return;
    this.#decline(
      place,
      "This changes the number that the caller holds; in Python return the new number, since numbers never change.",
    );
  }

  /** `a = b` of pointers makes two names of one number, which shows once one of them is changed. */
  #checkSharing(statement: ir.Assign): void {
    const pairs = (
      target: ir.Expression,
      value: ir.Expression,
    ): readonly (readonly [ir.Expression, ir.Expression])[] =>
      target.kind === "TupleLiteral" && value.kind === "TupleLiteral"
        ? target.elements.flatMap((part, position) => pairs(part, value.elements[position]!))
        : [[target, value]];
    const all = pairs(statement.targets[0]!, statement.value);
    const replaced = new Set(all.flatMap(([target]) => (target.kind === "Variable" ? [target.binding] : [])));
    for (const [target, value] of all) {
      if (bigKind(value.type) === undefined || value.type.kind !== "pointer") continue;
      const place = value.kind === "AddressOf" ? value.operand : value;
      if (!isPlace(place)) continue;
      const isSwap = place.kind === "Variable" && replaced.has(place.binding);
      const isChanged =
        (place.kind === "Variable" && this.#changed.has(place.binding)) ||
        (target.kind === "Variable" && this.#changed.has(target.binding));
      if (!isSwap && isChanged)
        this.#decline(
          statement,
          "Two names hold this number and one of them is changed, which the other would see; in Python numbers never change.",
        );
    }
  }

  #decline(node: ir.Node, message: string): void {
    this.#context.report(node, { severity: "mark", code: "shared-big-number", message });
  }

  #expressions<N extends ir.Node>(node: N): N {
    const mapped = mapChildren<ir.Node>(node, (child) =>
      child.kind === "Function" ? this.rewrite(child) : this.#expressions(child),
    ) as N;
    if (mapped.sort !== "expression") return mapped;
    return this.#expression(mapped) as ir.Node as N;
  }

  #expression(node: ir.Expression): ir.Expression {
    const compared = node.kind === "Compare" ? comparison(node) : undefined;
    if (compared) return compared;
    if (node.kind === "UnknownCall" && node.receiver === undefined) {
      const make = constructors[node.path];
      return make ? make(...node.arguments.map((argument) => argument.value)) : node;
    }
    const call = methodOf(node);
    if (call) return this.#value(node, call);
    if (bigKind(node.type) === undefined) return node;
    const type = bigKind(node.type) === "integer" ? bigIntType : fractionType;
    if (node.kind === "AddressOf" || node.kind === "Dereference") return { ...node.operand, type };
    if (node.kind === "Copy") return node.operand;
    if (node.kind === "ZeroValue") return node.type.kind === "pointer" ? node : { ...node, type };
    return node.kind === "NoneLiteral" ? node : { ...node, type };
  }

  /** The value of a call inside an expression; the place that it is stored in is set on the way. */
  #value(node: ir.Expression, call: BigCall): ir.Expression {
    if (call.pair || call.result === undefined) throw new Error("a call with two results stands in an expression");
    if (call.receiver === undefined || call.isQuestion) return call.result;
    if (call.receiver.kind !== "Variable") {
      this.#decline(
        node,
        "This stores its result in a place on the way; in Python assign it in a statement of its own.",
      );
      return call.result;
    }
    this.#checkParameter(call.receiver);
    return expression("AssignmentExpression", call.result.type, { target: call.receiver, value: call.result });
  }
}

interface BigCall {
  /** What the call gives; absent for methods that are not known. */
  readonly result: ir.Expression | undefined;
  /** The place that the result is stored in; absent for a number that was made on the spot. */
  readonly receiver: ir.Expression | undefined;
  readonly isQuestion: boolean;
  /** `q.DivMod(x, y, m)` */
  readonly pair?: { readonly places: readonly ir.Expression[]; readonly values: readonly ir.Expression[] } | undefined;
}

function methodOf(node: ir.Expression): BigCall | undefined {
  if (node.kind !== "UnknownCall" || node.receiver === undefined) return undefined;
  const kind = bigKindOf(node.receiver);
  if (kind === undefined) return undefined;
  const operands = node.arguments.map((argument) => asNumber(argument.value));
  const receiver = asNumber(node.receiver);
  const [results, questions] =
    kind === "integer" ? [integerResults, integerQuestions] : [fractionResults, fractionQuestions];
  const place = isPlace(receiver) ? receiver : undefined;
  if (node.path === "SetString")
    return { result: parsed(kind === "fraction", operands), receiver: place, isQuestion: false };
  if ((node.path === "DivMod" || node.path === "QuoRem") && operands.length === 3 && place && isPlace(operands[2]!)) {
    const [left, right, rest] = operands as [ir.Expression, ir.Expression, ir.Expression];
    const names = node.path === "DivMod" ? (["Div", "Mod"] as const) : (["Quo", "Rem"] as const);
    const values = names.map((name) => integerResults[name]!(left, right));
    return { result: undefined, receiver: place, isQuestion: false, pair: { places: [place, rest], values } };
  }
  // The factors that the extended algorithm stores in its first two operands.
  if (node.path === "GCD" && operands.slice(0, 2).some((operand) => operand.kind !== "NoneLiteral")) return undefined;
  const result = results[node.path];
  if (result) return { result: stamped(result(...operands), node), receiver: place, isQuestion: false };
  const question = questions[node.path];
  return question && { result: stamped(question(receiver, ...operands), node), receiver: undefined, isQuestion: true };
}

function stamped<N extends ir.Expression>(made: N, node: ir.Expression): N {
  return made.origin !== undefined || node.origin === undefined ? made : { ...made, origin: node.origin };
}

/** What was a big number before this pass gave it the type of a plain one. */
function bigKindOf(node: ir.Expression): "integer" | "fraction" | undefined {
  const kind = bigKind(node.type);
  if (kind) return kind;
  if (node.type === fractionType) return "fraction";
  return node.type === bigIntType ? "integer" : undefined;
}

/** The operand without what only pointers need. */
function asNumber(node: ir.Expression): ir.Expression {
  const make = node.kind === "UnknownCall" && node.receiver === undefined ? constructors[node.path] : undefined;
  if (make && node.kind === "UnknownCall") return make(...node.arguments.map((argument) => argument.value));
  if ((node.kind === "AddressOf" || node.kind === "Dereference") && bigKind(node.operand.type))
    return asNumber(node.operand);
  return node;
}

function isPlace(node: ir.Expression): boolean {
  return (
    node.kind === "Variable" ||
    (node.kind === "Field" && node.member === "field") ||
    node.kind === "Index" ||
    node.kind === "Lookup"
  );
}

/** `a.Cmp(b) < 0` is `a < b`, `a.Sign() == 0` is `a == 0`. */
function comparison(node: ir.Compare): ir.Expression | undefined {
  const { left, right } = node;
  if (left.kind !== "NumberFunction" || left.name !== "compare") return undefined;
  const [one, other] = left.operands as readonly [ir.Expression, ir.Expression];
  const compare = (operator: ir.ComparisonOperator): ir.Expression => ({ ...node, operator, left: one, right: other });
  const value = integerValue(right);
  if (value === 0n) return compare(node.operator);
  if (value === 1n || value === -1n) {
    if (node.operator === "equal") return compare(value > 0n ? "greater" : "less");
    if (node.operator === "notEqual") return compare(value > 0n ? "lessEqual" : "greaterEqual");
  }
  return undefined;
}

/** The variables whose own number some method changes. */
function changedIn(node: ir.Node): ReadonlySet<Binding> {
  const changed = new Set<Binding>();
  const visit = (inner: ir.Node): void => {
    if (inner.sort === "expression") {
      const call = methodOf(inner);
      if (call?.receiver?.kind === "Variable" && !call.isQuestion) changed.add(call.receiver.binding);
    }
    forEachChild(inner, visit);
  };
  visit(node);
  return changed;
}
