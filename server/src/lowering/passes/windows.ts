import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { aliasesIn, argumentsOf, rootsOf, storedInto, type Root } from "../element-writes.ts";
import { underlying } from "../lift/go-operators.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * A slice expression of Go shares its elements with what it was cut from. Python's slice is a copy, which is the same as long as nobody stores into
 * either; where somebody may, a view takes its place. `xs[:]` is the list itself.
 */

export const windowsPass: Pass = {
  name: "windows",
  reason: "A part of a Go slice is a window on the same elements; Python's slices are copies.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => inside(declaration, context)),
};

function inside<N extends ir.Node>(node: N, context: PassContext): N {
  if (node.kind === "Function") return new Windows(node.body, context).rewrite(node);
  if (node.kind === "Global" || node.kind === "TopLevel") return new Windows([node], context).rewrite(node);
  return mapChildren<ir.Node>(node, (child) => inside(child, context)) as N;
}

/** The windows of one function, closures included. */
class Windows {
  readonly #context: PassContext;
  readonly #aliases: ReadonlyMap<Binding, ReadonlySet<Root>>;
  /** Roots whose elements are stored into, anywhere in the function. */
  readonly #written = new Set<Root>();
  readonly #views = new Set<ir.Slice>();

  constructor(body: readonly ir.Node[], context: PassContext) {
    this.#context = context;
    this.#aliases = aliasesIn(body);
    body.forEach((node) => this.#gather(node));
    body.forEach((node) => this.#place(node));
  }

  #gather(node: ir.Node): void {
    for (const list of storedInto(node)) for (const root of rootsOf(list, this.#aliases)) this.#written.add(root);
    const call = argumentsOf(node);
    for (const [argument, value] of call?.values ?? [])
      if (this.#context.facts.writesElements(call!.callee, argument))
        for (const root of rootsOf(value, this.#aliases)) this.#written.add(root);
    forEachChild(node, (child) => this.#gather(child));
  }

  /** Finds the slices that must be views. */
  #place(node: ir.Node): void {
    for (const list of storedInto(node)) if (node.kind !== "CopyElements") this.#view(list);
    const call = argumentsOf(node);
    for (const [argument, value] of call?.values ?? [])
      if (this.#context.facts.writesElements(call!.callee, argument)) this.#view(value);
    if (node.kind === "Assign")
      node.targets.forEach((target, position) => {
        const value = node.value;
        if (target.kind === "TupleLiteral" && value.kind === "TupleLiteral")
          target.elements.forEach((part, at) => value.elements[at] && this.#kept(part, value.elements[at]));
        else if (position === 0) this.#kept(target, value);
      });
    if (node.kind === "Declare" && node.value) this.#kept(undefined, node.value, node.binding);
    if (node.kind === "ForEach" && this.#storesInto(node.body, node.iterable)) this.#view(node.iterable);
    forEachChild(node, (child) => this.#place(child));
  }

  /** A slice that a variable keeps: a view where the elements are stored into by one of the two names while the other is used too. */
  #kept(target: ir.Expression | undefined, value: ir.Expression, declared?: Binding): void {
    const binding = declared ?? (target?.kind === "Variable" ? target.binding : undefined);
    if (binding === undefined || value.kind !== "Slice") return;
    const roots = rootsOf(value, this.#aliases);
    const isOwn = roots[0] === binding;
    const isParameter = roots.some((root) => typeof root !== "string" && root.kind === "parameter");
    if (isOwn && !(isParameter && this.#written.has(binding))) return;
    if (this.#written.has(binding) || roots.some((root) => this.#written.has(root))) this.#view(value);
  }

  #storesInto(body: readonly ir.Statement[], iterable: ir.Expression): boolean {
    const roots = new Set(rootsOf(iterable, this.#aliases));
    let found = false;
    const visit = (node: ir.Node): void => {
      for (const list of storedInto(node)) found ||= rootsOf(list, this.#aliases).some((root) => roots.has(root));
      forEachChild(node, visit);
    };
    body.forEach(visit);
    return found;
  }

  #view(node: ir.Expression): void {
    if (node.kind === "Slice") {
      this.#views.add(node);
      this.#view(node.object);
    } else if (node.kind === "Cast" || node.kind === "Convert") this.#view(node.operand);
  }

  rewrite<N extends ir.Node>(node: N): N {
    const isView = node.kind === "Slice" && this.#views.has(node);
    const isCopied = node.kind === "CopyElements" && node.target.kind === "Slice";
    const mapped = mapChildren<ir.Node>(node, (child) =>
      isCopied && child === node.target
        ? mapChildren<ir.Node>(child, (inner) => this.rewrite(inner))
        : this.rewrite(child),
    ) as N;
    if (mapped.kind !== "Slice" || !mapped.shares || mapped.unit !== "element") return mapped;
    const { kind } = underlying(mapped.object.type);
    const isWhole = mapped.low === undefined && mapped.high === undefined && mapped.maximum === undefined;
    if (isWhole && (kind === "list" || kind === "array"))
      return expression("Cast", mapped.type, {
        operand: mapped.object,
        origin: mapped.origin,
      } as never) as ir.Node as N;
    return isView ? mapped : ({ ...mapped, shares: false } as ir.Node as N);
  }
}
