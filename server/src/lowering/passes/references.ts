import { assign, expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { walkAll, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { typeSymbol } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { isObject } from "../pointers.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Puts variables whose address is taken into objects, where somebody stores through pointers to their type. */
export const referencesPass: Pass = {
  name: "references",
  reason: "Python's numbers and texts cannot be changed through a pointer; an object that holds one can.",
  from: "go",
  to: "python",
  run: (declarations, context) =>
    declarations.map((declaration) => new References(declaration, context).rewrite(declaration)),
};

/** The module that stands for runtime helpers in types. */
export const helperModule = "helper";

/** The type of the object that holds a value. */
export function referenceTo(type: Type, form: "Ref" | "FieldRef" | "ItemRef" = "Ref", typed = form === "Ref"): Type {
  return { kind: "named", symbol: typeSymbol(form, helperModule, "record"), arguments: typed ? [type] : [] };
}

class References {
  readonly #context: PassContext;
  /** The variables that hold their value in an object, and the variable that stands for that object. */
  readonly #held = new Map<Binding, Binding>();

  constructor(declaration: ir.Declaration, context: PassContext) {
    this.#context = context;
    walkAll([declaration], (node) => {
      if (node.kind !== "AddressOf" || node.operand.kind !== "Variable" || !this.#isBoxed(node.operand.type)) return;
      const { binding } = node.operand;
      if (!this.#held.has(binding)) this.#held.set(binding, this.#holder(binding));
    });
  }

  #isBoxed(type: Type): boolean {
    return !isObject(type) && this.#context.facts.storesThrough(type);
  }

  #holder(binding: Binding): Binding {
    if (binding.kind !== "parameter") return { ...binding, type: referenceTo(binding.type) };
    return this.#context.temporary(`${binding.name}Ref`, referenceTo(binding.type));
  }

  rewrite<N extends ir.Node>(node: N): N {
    const made = this.#statement(node) ?? mapChildren<ir.Node>(node, (child) => this.rewrite(child));
    if (made.kind === "Function" || made.kind === "Closure") return this.#withParameters(made) as ir.Node as N;
    return (made.sort === "expression" ? this.#expression(made) : made) as N;
  }

  /** A parameter whose address is taken is put into an object first. */
  #withParameters<F extends ir.Function | ir.Closure>(node: F): F {
    const kept = node.parameters.flatMap(({ binding }) => {
      const holder = this.#held.get(binding);
      return holder ? [assign(variable(holder), this.#made(variable(binding)), [holder])] : [];
    });
    const results = (node.results ?? []).filter((binding) => this.#held.has(binding));
    if (results.length > 0)
      this.#context.report(node, {
        severity: "mark",
        code: "scalar-pointer",
        message: "A pointer to a named result is not translated; in Python return the value.",
      });
    return kept.length === 0 ? node : { ...node, body: [...kept, ...node.body] };
  }

  #made(value: ir.Expression): ir.Expression {
    return expression("New", referenceTo(value.type, "Ref", false), { arguments: [{ value }] });
  }

  /** Where the variable begins, its object is made. */
  #statement(node: ir.Node): ir.Node | undefined {
    if (node.kind === "Declare") {
      const holder = this.#held.get(node.binding);
      if (!holder) return undefined;
      const value = node.value ? this.rewrite(node.value) : expression("ZeroValue", node.binding.type, {});
      const { kind: _kind, binding: _binding, typed: _typed, value: _value, ...rest } = node;
      return { ...rest, ...assign(variable(holder), this.#made(value), [holder]) };
    }
    if (node.kind !== "Assign" || node.targets.length !== 1) return undefined;
    const [target] = node.targets as readonly [ir.Expression];
    const holder = target.kind === "Variable" ? this.#held.get(target.binding) : undefined;
    if (target.kind === "TupleLiteral") return this.#several(node, target);
    if (target.kind !== "Variable" || !holder || !node.declares.includes(target.binding)) return undefined;
    return { ...node, targets: [variable(holder)], value: this.#made(this.rewrite(node.value)), declares: [holder] };
  }

  /** `a, b := 1, 2`, of which some begin in objects. */
  #several(node: ir.Assign, target: ir.TupleLiteral): ir.Node | undefined {
    const begun = node.declares.filter((binding) => this.#held.has(binding));
    if (begun.length === 0) return undefined;
    if (node.value.kind !== "TupleLiteral" || node.value.elements.length !== target.elements.length) {
      this.#context.report(node, {
        severity: "mark",
        code: "scalar-pointer",
        message:
          "A pointer to one of several results is not translated; assign the result to a variable of its own first.",
      });
      return undefined;
    }
    const holderOf = (part: ir.Expression): Binding | undefined =>
      part.kind === "Variable" && node.declares.includes(part.binding) ? this.#held.get(part.binding) : undefined;
    const values = node.value.elements.map((value, position) =>
      holderOf(target.elements[position]!) ? this.#made(this.rewrite(value)) : this.rewrite(value),
    );
    const targets = target.elements.map((part) => {
      const holder = holderOf(part);
      return holder ? variable(holder) : this.rewrite(part);
    });
    const declares = node.declares.map((binding) => this.#held.get(binding) ?? binding);
    return {
      ...node,
      targets: [{ ...target, elements: targets }],
      value: { ...node.value, elements: values },
      declares,
    };
  }

  #expression(node: ir.Expression): ir.Expression {
    const at = node.origin ? { origin: node.origin } : {};
    switch (node.kind) {
      case "Variable": {
        const holder = this.#held.get(node.binding);
        return holder ? this.#content(variable(holder), node.type, at) : node;
      }
      case "Dereference":
        return this.#isBoxed(node.type) ? this.#content(node.operand, node.type, at) : node;
      case "AddressOf":
        return this.#isBoxed(node.operand.type) ? this.#address(node.operand, at) : node;
      default:
        return node;
    }
  }

  #content(object: ir.Expression, type: Type, at: Pick<ir.Field, "origin">): ir.Field {
    return expression("Field", type, { object, name: "value", member: "field", ...at });
  }

  #address(place: ir.Expression, at: Pick<ir.Field, "origin">): ir.Expression {
    if (
      place.kind === "Field" &&
      place.object.type.kind === "named" &&
      place.object.type.symbol.module === helperModule
    )
      return place.object;
    const call = (form: "FieldRef" | "ItemRef", operands: readonly ir.Expression[]): ir.Expression =>
      expression("New", referenceTo(place.type, form), { arguments: operands.map((value) => ({ value })), ...at });
    if (place.kind === "Field" && (place.path ?? []).length === 0)
      return call("FieldRef", [place.object, expression("MemberName", { kind: "string" }, { name: place.name })]);
    if (place.kind === "Index") return call("ItemRef", [place.object, place.index]);
    return { ...this.#made(place), ...at };
  }
}
