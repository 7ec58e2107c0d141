import { assign, expression, variable } from "../../ir/build.ts";
import { rewriteBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { isCopied } from "../coerce-go.ts";
import { aliasesIn, argumentsOf, rootsOf, storedInto, type Root } from "../element-writes.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Leaves out copies of structs and arrays that nobody could tell from the original, and adds those that a loop makes of each element and a method of its receiver. */
export const copiesPass: Pass = {
  name: "copies",
  reason:
    "Go copies a struct wherever it is assigned or passed; Python programs copy an object only before they change it.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => inside(declaration, context)),
};

function inside<N extends ir.Node>(node: N, context: PassContext): N {
  if (node.kind !== "Function") return mapChildren<ir.Node>(node, (child) => inside(child, context)) as N;
  const copies = new Copies(node, context);
  return { ...node, body: [...copies.ofReceiver(), ...copies.body(node.body)] } as ir.Node as N;
}

class Copies {
  readonly #context: PassContext;
  readonly #receiver: Binding | undefined;
  readonly #aliases: ReadonlyMap<Binding, ReadonlySet<Root>>;
  /** Roots whose fields or elements are stored into, or whose address is taken. */
  readonly #written = new Set<Root>();

  constructor(node: ir.Function, context: PassContext) {
    this.#context = context;
    this.#receiver = isValueMethod(node) ? node.receiver : undefined;
    this.#aliases = aliasesIn(node.body);
    node.body.forEach((statement) => this.#gather(statement));
  }

  #gather(node: ir.Node): void {
    const mark = (value: ir.Expression): void =>
      rootsOf(value, this.#aliases).forEach((root) => this.#written.add(root));
    storedInto(node).forEach(mark);
    const call = argumentsOf(node);
    for (const [argument, value] of call?.values ?? [])
      if (this.#context.facts.writesElements(call!.callee, argument)) mark(value);
    forEachChild(node, (child) => this.#gather(child));
  }

  /** A method with a value receiver works on a copy, whoever calls it: through an interface the caller cannot tell. */
  ofReceiver(): readonly ir.Statement[] {
    const receiver = this.#receiver;
    return receiver && this.#written.has(receiver) ? [copied(receiver)] : [];
  }

  body(body: Body): Body {
    return rewriteBodies(body, (list) => list.map((statement) => this.#loop(statement))).map((statement) =>
      this.#rewrite(statement),
    );
  }

  /** The variable of a loop over structs holds a copy of the element, where the body changes it. */
  #loop(statement: ir.Statement): ir.Statement {
    if (statement.kind !== "ForEach") return statement;
    const targets = statement.target.kind === "TupleLiteral" ? statement.target.elements : [statement.target];
    const made = targets.flatMap((target): readonly ir.Statement[] =>
      target.kind === "Variable" && isCopied(target.type) && this.#written.has(target.binding)
        ? [copied(target.binding)]
        : [],
    );
    return made.length === 0 ? statement : { ...statement, body: [...made, ...statement.body] };
  }

  #rewrite<N extends ir.Node>(node: N): N {
    const needless = this.#needless(node);
    return mapChildren<ir.Node>(node, (child) => {
      const rewritten = this.#rewrite(child);
      return rewritten.kind === "Copy" && needless.has(child) ? rewritten.operand : rewritten;
    }) as N;
  }

  /** The copies directly inside the node that can be left out. */
  #needless(node: ir.Node): ReadonlySet<ir.Node> {
    if (node.kind === "Return" && node.value) {
      const values = node.value.kind === "TupleLiteral" ? node.value.elements : [node.value];
      return new Set(values.filter((value) => value.kind === "Copy" && this.#isDying(value.operand)));
    }
    if (node.kind === "TupleLiteral") return new Set();
    if ((node.kind === "Assign" && node.targets.length === 1) || node.kind === "Declare") {
      const { value } = node;
      const target = node.kind === "Declare" ? node.binding : node.targets[0]!;
      const binding = "sort" in target ? (target.kind === "Variable" ? target.binding : undefined) : target;
      if (value?.kind !== "Copy" || binding === undefined || this.#written.has(binding) || binding.captured)
        return new Set();
      return this.#isSteady(value.operand) ? new Set([value]) : new Set();
    }
    const call = argumentsOf(node);
    if (!call) return new Set();
    return new Set(
      call.values
        .filter(
          ([argument, value]) => value.kind === "Copy" && !this.#context.facts.writesElements(call.callee, argument),
        )
        .map(([, value]) => value),
    );
  }

  /** A variable of this call that nothing refers to once the function has returned. */
  #isDying(place: ir.Expression): boolean {
    if (place.kind !== "Variable" || place.binding.captured) return false;
    const { binding } = place;
    return binding.kind === "local" || (binding === this.#receiver && this.#written.has(binding));
  }

  /** Whether what the place holds stays as it is while the function runs. */
  #isSteady(place: ir.Expression): boolean {
    if (place.kind === "Index") return this.#isSteady(place.object);
    if (place.kind !== "Variable" || place.binding.captured || place.binding.kind === "global") return false;
    return !rootsOf(place, this.#aliases).some((root) => this.#written.has(root));
  }
}

/** Takes a copy of what the variable holds: the variable then has its own. */
function copied(binding: Binding): ir.Statement {
  return assign(variable(binding), expression("Copy", binding.type, { operand: variable(binding) }));
}

function isValueMethod(node: ir.Function): boolean {
  const { receiver, symbol, name } = node;
  return receiver !== undefined && isCopied(receiver.type) && symbol?.methods.get(name)?.pointerReceiver !== true;
}
