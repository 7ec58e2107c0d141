import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { pointerToList, type GrowthOfParameter } from "../growing-parameters.ts";
import { methodKey } from "../method-key.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * A list that grows through a parameter becomes a pointer to a slice there, and callers hand over the address of theirs.
 */

/** Runs before lists are looked at that others hold. */
export const listPointersPass: Pass = {
  name: "list-pointers",
  reason: "A caller sees the list that it hands over grow; a Go slice must be handed over by its address for that.",
  from: "python",
  to: "go",
  run: (declarations, context) => {
    const rewriter = new Rewriter(context);
    return declarations.map((declaration) => rewriter.node(declaration, new Map()));
  },
};

/** The parameters that became pointers, by what they were. */
type Pointers = ReadonlyMap<Binding, Binding>;

class Rewriter {
  readonly #context: PassContext;

  constructor(context: PassContext) {
    this.#context = context;
  }

  node<N extends ir.Node>(node: N, pointers: Pointers): N {
    if (node.kind === "Function") return this.#function(node, pointers) as ir.Node as N;
    if (node.kind === "Variable") {
      const pointer = pointers.get(node.binding);
      if (!pointer) return node;
      if (pointer.kind === "function") return { ...node, binding: pointer };
      const operand = expression("Variable", pointer.type, { binding: pointer });
      return { ...expression("Dereference", node.type, { operand }), origin: node.origin } as ir.Node as N;
    }
    if (node.kind === "Call") return this.#call(node, pointers) as ir.Node as N;
    if (node.kind === "MethodCall") return this.#methodCall(node, pointers) as ir.Node as N;
    return mapChildren(node, (child) => this.node(child, pointers));
  }

  #function(node: ir.Function, around: Pointers): ir.Function {
    const pointers = new Map(around);
    const parameters = node.parameters.map((parameter, index): ir.Parameter => {
      const { growth } = this.#context.facts;
      const becomes = node.symbol
        ? growth.ofMethod(node.symbol, methodKey(node), index)
        : growth.ofFunction(node.binding, index);
      if (becomes !== "pointer") return parameter;
      const type = pointerToList(parameter.type);
      const binding: Binding = { ...parameter.binding, type };
      pointers.set(parameter.binding, binding);
      return { ...parameter, binding, type };
    });
    for (const inner of innerFunctions(node.body)) {
      const binding = this.#retyped(inner);
      if (binding !== inner.binding) pointers.set(inner.binding, binding);
    }
    const body = node.body.map((statement) => this.node(statement, pointers));
    return { ...node, binding: pointers.get(node.binding) ?? node.binding, parameters, body };
  }

  /** The variable of a function inside of another, whose type has the pointers. */
  #retyped(node: ir.Function): Binding {
    const { binding } = node;
    const { type } = binding;
    if (type.kind !== "function") return binding;
    const parameters = type.parameters.map((parameter, index) =>
      this.#context.facts.growth.ofFunction(binding, index) === "pointer"
        ? { ...parameter, type: pointerToList(parameter.type) }
        : parameter,
    );
    const isSame = parameters.every((parameter, index) => parameter === type.parameters[index]);
    return isSame ? binding : { ...binding, type: { ...type, parameters } };
  }

  #call(node: ir.Call, pointers: Pointers): ir.Call {
    const call = mapChildren(node, (child) => this.node(child, pointers));
    const { callee } = node;
    if (callee.kind !== "Variable" || callee.binding.kind !== "function") return call;
    const growth = (index: number): GrowthOfParameter => this.#context.facts.growth.ofFunction(callee.binding, index);
    return { ...call, arguments: this.#addresses(call.arguments, growth) };
  }

  #methodCall(node: ir.MethodCall, pointers: Pointers): ir.MethodCall {
    const call = mapChildren(node, (child) => this.node(child, pointers));
    const { symbol, method } = node;
    if (symbol === undefined) return call;
    const growth = (index: number): GrowthOfParameter => this.#context.facts.growth.ofMethod(symbol, method, index);
    return { ...call, arguments: this.#addresses(call.arguments, growth) };
  }

  #addresses(given: readonly ir.Argument[], growth: (index: number) => GrowthOfParameter): readonly ir.Argument[] {
    return given.map((argument, index) =>
      growth(index) === "pointer" ? { ...argument, value: this.#address(argument.value) } : argument,
    );
  }

  #address(value: ir.Expression): ir.Expression {
    const type = pointerToList(value.type);
    if (value.kind === "Dereference") return value.operand;
    const operand = this.#place(value);
    return { ...expression("AddressOf", type, { operand }), origin: value.origin };
  }

  /** Something that has an address in Go. */
  #place(value: ir.Expression): ir.Expression {
    switch (value.kind) {
      case "Variable":
      case "Field":
      case "ListLiteral":
        return value;
      case "Index":
        if (value.object.type.kind === "list") return value;
        break;
      case "Lookup":
        this.#context.report(value, {
          severity: "mark",
          code: "shared-list-growth",
          message:
            "This function changes the length of the list, which the dict would not see; in Go, store the changed slice in the map again.",
        });
    }
    const target = expression("Variable", value.type, { binding: this.#context.temporary("list", value.type) });
    return expression("AssignmentExpression", value.type, { target: target, value });
  }
}

/** The functions that are declared in a body, without those inside of them. */
function innerFunctions(body: readonly ir.Statement[]): readonly ir.Function[] {
  const found: ir.Function[] = [];
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function") found.push(node);
    else if (node.kind !== "Closure") forEachChild(node, visit);
  };
  body.forEach(visit);
  return found;
}
