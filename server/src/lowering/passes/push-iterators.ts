import { bodiesOf, mapBodies, type Body } from "../../ir/blocks.ts";
import { expression, expressionStatement, ifStatement, none, tuple } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { anyType, boolType, functionOf, noneType } from "../../types/build.ts";
import { decorationOf } from "../decoration.ts";
import { generated, yieldParameter } from "../push-iterators.ts";

/** Rewrites functions that call `yield` as generators. One for each function or literal with a `yield` of its own. */
export class Generator {
  readonly #yield: Binding;
  /** Local functions that call the `yield` too. */
  readonly #local = new Set<Binding>();
  #isLost = false;

  private constructor(owner: ir.Function | ir.Closure) {
    this.#yield = yieldParameter(owner)!.binding;
    for (const statement of owner.body)
      walk(statement, (node) => {
        if (node.kind !== "Assign" || node.value.kind !== "Closure" || !this.#mentions(node.value)) return;
        for (const target of node.targets) if (target.kind === "Variable") this.#local.add(target.binding);
      });
  }

  /** The function as a generator; undefined where it does more with its `yield` than Python's can. */
  static of<F extends ir.Function | ir.Closure>(owner: F): F | undefined {
    const made = new Generator(owner);
    const body = made.#body(owner.body, true);
    if (made.#isLost) return undefined;
    const parameter = yieldParameter(owner)!;
    const result = generated(parameter.type);
    const parameters = owner.parameters.filter((other) => other !== parameter);
    const node = { ...owner, parameters, result, results: undefined, body };
    return node.kind === "Function" ? { ...node, isGenerator: true } : { ...node, type: functionOf([], result) };
  }

  #lose(): Body {
    this.#isLost = true;
    return [];
  }

  #mentions(node: ir.Node): boolean {
    let found = false;
    walk(node, (inner) => {
      found ||= inner.kind === "Variable" && (inner.binding === this.#yield || this.#local.has(inner.binding));
    });
    return found;
  }

  /** `ends`: leaving a loop at the end of this list ends the function. */
  #body(body: Body, ends: boolean): Body {
    return body.flatMap((statement, position) => this.#statement(statement, ends && position === body.length - 1));
  }

  #statement(statement: ir.Statement, ends: boolean): Body {
    if (statement.kind === "Return") return this.#return(statement);
    if (!this.#mentions(statement)) return this.#inside(statement, ends);
    switch (statement.kind) {
      case "ExpressionStatement": {
        const given = this.#push(statement.expression);
        return given ? [{ ...statement, expression: given }] : this.#lose();
      }
      case "If":
        return this.#if(statement, ends);
      case "Assign":
        return this.#assign(statement);
      default:
        return this.#inside(statement, ends);
    }
  }

  #inside(statement: ir.Statement, ends: boolean): Body {
    if (this.#mentionsOutside(statement)) return this.#lose();
    return [mapBodies(statement, (list) => this.#body(list, ends))];
  }

  /** Whether the statement itself mentions the `yield`, outside of its bodies. */
  #mentionsOutside(statement: ir.Statement): boolean {
    const bodies = new Set<ir.Node>(bodiesOf(statement).flat());
    let found = false;
    const visit = (node: ir.Node): ir.Node =>
      mapChildren(node, (child) => {
        if (bodies.has(child)) return child;
        found ||= child.kind === "Variable" && (child.binding === this.#yield || this.#local.has(child.binding));
        return visit(child);
      });
    visit(statement);
    return found;
  }

  /** A local function that yields becomes a generator of its own. */
  #assign(statement: ir.Assign): Body {
    const { value } = statement;
    if (value.kind !== "Closure") return this.#lose();
    const result = generated(this.#yield.type);
    const type = functionOf(
      value.parameters.map((parameter) => ({ type: parameter.type, kind: "positional" as const })),
      result,
    );
    return [{ ...statement, value: { ...value, type, result, body: this.#body(value.body, true) } }];
  }

  /** `return`, or what goes on where a condition holds: `return t == nil || t.left.push(yield) && yield(t.value)`. */
  #return(statement: ir.Return): Body {
    const { value, ...rest } = statement;
    if (value === undefined) return [statement];
    const steps = this.#steps(value);
    return steps ? [...steps, { ...rest }] : this.#lose();
  }

  #steps(value: ir.Expression): Body | undefined {
    if (value.kind === "BooleanLiteral") return value.value ? [] : undefined;
    const given = this.#push(value);
    if (given) return [expressionStatement(given)];
    if (value.kind !== "Logical") return undefined;
    const { left, right, operator } = value;
    const after = this.#steps(right);
    if (after === undefined) return undefined;
    if (operator === "and") {
      const before = this.#steps(left);
      return before && [...before, ...after];
    }
    return this.#mentions(left) ? undefined : [ifStatement(expression("Not", boolType, { operand: left }), after)];
  }

  /** `if !yield(v) { return }`, alone or behind other conditions. */
  #if(statement: ir.If, ends: boolean): Body {
    const { test } = statement;
    const stops = statement.otherwise.length === 0 && this.#stops(statement.then, ends);
    if (test.kind === "Not" && stops) {
      const steps = this.#steps(test.operand);
      if (steps) return steps.map((step, at) => (at === 0 ? { ...step, ...decorationOf(statement) } : step));
    }
    if (test.kind === "Logical" && test.operator === "and" && stops && !this.#mentions(test.left)) {
      const inner = this.#if({ ...statement, test: test.right }, ends);
      return [{ ...statement, test: test.left, then: inner }];
    }
    return this.#inside(statement, ends);
  }

  /** Whether the statements end the iteration: what Python's generator does by itself when nobody wants more. */
  #stops(body: Body, ends: boolean): boolean {
    const [only, ...others] = body;
    if (only === undefined || others.length > 0) return false;
    if (only.kind === "Return")
      return only.value === undefined || (only.value.kind === "BooleanLiteral" && !only.value.value);
    return only.kind === "Break" && only.label === undefined && ends;
  }

  /** A call of the `yield`, or of what hands it on. */
  #push(node: ir.Expression): ir.Expression | undefined {
    const at = node.origin ? { origin: node.origin } : {};
    if (node.kind === "Call" && node.callee.kind === "Variable" && node.callee.binding === this.#yield) {
      const values = node.arguments.map(({ value }) => value);
      const operand = values.length === 0 ? none(noneType) : values.length === 1 ? values[0]! : tuple(values);
      return expression("Yield", anyType, { operand, delegates: false, ...at });
    }
    if (node.kind !== "Call" && node.kind !== "MethodCall") return undefined;
    const isLocal = node.kind === "Call" && node.callee.kind === "Variable" && this.#local.has(node.callee.binding);
    const rest = node.arguments.filter(({ value }) => !(value.kind === "Variable" && value.binding === this.#yield));
    if (!isLocal && rest.length === node.arguments.length) return undefined;
    const isValue = node.kind === "Call" && !isLocal && !isDeclared(node.callee);
    const operand = isValue ? node.callee : { ...node, arguments: rest, type: generated(this.#yield.type) };
    return expression("Yield", anyType, { operand, delegates: true, ...at });
  }
}

function isDeclared(callee: ir.Expression): boolean {
  return callee.kind === "Variable" && callee.binding.kind === "function";
}
