import type { Type } from "../types/type.ts";
import type { CallTarget, NamingNode } from "./analysis-api.ts";
import type { Part } from "./analysis-modules.ts";
import { lowerGuards, type LowerGuard, type LowerRound } from "./bind-guards.ts";
import type { Web } from "./bind-webs.ts";
import { statementBlocks, statementExpressions, walkExpression } from "./bind-visit.ts";
import type { Call, Comprehension, Expression, Name, Statement } from "./tree.ts";

const nothing = Number.NEGATIVE_INFINITY;
const everything = Number.POSITIVE_INFINITY;

/** How a variable gets a value: from an expression, by iterating over one, by an operation on itself, or in a way that says nothing. */
type Source =
  | { readonly kind: "value"; readonly node: Expression }
  | { readonly kind: "element"; readonly node: Expression; readonly path: readonly number[] }
  | { readonly kind: "update"; readonly node: Extract<Statement, { kind: "AugAssign" }> }
  | { readonly kind: "unknown" };

const guardsOfPart = new WeakMap<Part, ReadonlyMap<Name, readonly LowerGuard[]>>();
const sourcesOfPart = new WeakMap<Part, ReadonlyMap<NamingNode, Source>>();

/** A number that the value of an integer expression is never below. `-Infinity` where nothing is known. Only local variables are followed. */
export function lowerBoundOf(
  part: Part,
  node: Expression,
  typeOf: (node: Expression) => Type,
  callOf: (node: Call) => CallTarget | undefined,
): number {
  const bounds = new Bounds(part, typeOf, callOf);
  return bounds.solve(node);
}

class Bounds {
  private readonly part: Part;
  private readonly typeOf: (node: Expression) => Type;
  private readonly callOf: (node: Call) => CallTarget | undefined;
  private readonly sources: ReadonlyMap<NamingNode, Source>;
  private readonly guards: ReadonlyMap<Name, readonly LowerGuard[]>;
  private readonly bounds = new Map<Web | LowerRound, number>();
  private readonly involved = new Set<Web | LowerRound>();

  constructor(part: Part, typeOf: (node: Expression) => Type, callOf: (node: Call) => CallTarget | undefined) {
    this.part = part;
    this.typeOf = typeOf;
    this.callOf = callOf;
    let sources = sourcesOfPart.get(part);
    if (!sources) sourcesOfPart.set(part, (sources = collectSources(part.decls.unit.body)));
    this.sources = sources;
    let guards = guardsOfPart.get(part);
    if (!guards) guardsOfPart.set(part, (guards = lowerGuards(part.decls.unit.body, part.binding)));
    this.guards = guards;
  }

  /**
   * Starts from the assumption that every variable has no bound to worry about and lowers it as definitions demand, until all definitions agree. What still
   * falls after a few rounds falls for ever.
   */
  solve(node: Expression): number {
    for (let round = 0; ; round++) {
      const size = this.involved.size;
      const result = this.bound(node, 0);
      let changed = this.involved.size !== size;
      for (const web of [...this.involved]) {
        const before = this.bounds.get(web) ?? everything;
        const after = Math.min(before, this.leastOf(web));
        if (after === before) continue;
        changed = true;
        this.bounds.set(web, round > 6 ? nothing : after);
      }
      if (!changed) return Number.isNaN(result) ? nothing : result === everything ? nothing : result;
      if (round > 60) return nothing;
    }
  }

  /** The least that the definitions of a variable, or those in a loop and what was shown before it, allow. */
  private leastOf(web: Web | LowerRound): number {
    let least = "kind" in web ? this.guardBound(web.before, 0) : everything;
    for (const definition of web.definitions)
      least = Math.min(least, this.sourceBound(this.sources.get(definition) ?? { kind: "unknown" }));
    return least;
  }

  private sourceBound(source: Source): number {
    switch (source.kind) {
      case "value":
        return this.bound(source.node, 0);
      case "element":
        return this.elementBound(source.node, source.path);
      case "update": {
        const { node } = source;
        if (!this.isInteger(node.target) || !this.isInteger(node.value)) return nothing;
        const [left, right] = [this.bound(node.target, 0), this.bound(node.value, 0)];
        return this.operation(node.op, left, right, node.value);
      }
      default:
        return nothing;
    }
  }

  private isInteger(node: Expression): boolean {
    const { kind } = this.typeOf(node);
    return kind === "int" || kind === "bool";
  }

  private bound(node: Expression, depth: number): number {
    if (depth > 40) return nothing;
    switch (node.kind) {
      case "Constant":
        return node.value.type === "int"
          ? Number(node.value.value)
          : node.value.type === "bool"
            ? Number(node.value.value)
            : nothing;
      case "Name": {
        const web = this.part.binding.webs.get(node);
        if (web === undefined || web.variable.scope.kind === "class") return nothing;
        this.involved.add(web);
        return Math.max(this.bounds.get(web) ?? everything, this.guardBound(this.guards.get(node) ?? [], depth));
      }
      case "BinOp":
        if (!this.isInteger(node.left) || !this.isInteger(node.right)) return nothing;
        return this.operation(node.op, this.bound(node.left, depth + 1), this.bound(node.right, depth + 1), node.right);
      case "IfExp":
        return Math.min(this.bound(node.body, depth + 1), this.bound(node.orelse, depth + 1));
      case "BoolOp":
        return Math.min(...node.values.map((value) => this.bound(value, depth + 1)));
      case "NamedExpr":
        return this.bound(node.value, depth + 1);
      case "Compare":
        return this.isInteger(node) ? 0 : nothing;
      case "UnaryOp":
        if (node.op === "UAdd") return this.bound(node.operand, depth + 1);
        if (node.op === "Not") return 0;
        return node.op === "USub" && node.operand.kind === "Constant" && node.operand.value.type === "int"
          ? -Number(node.operand.value.value)
          : nothing;
      case "Call":
        return this.callBound(node, depth);
      default:
        return nothing;
    }
  }

  /** The greatest of what was shown of a variable before a reading. */
  private guardBound(guards: readonly LowerGuard[], depth: number): number {
    return Math.max(
      nothing,
      ...guards.map((guard) => {
        if (guard.kind === "round") {
          this.involved.add(guard);
          return this.bounds.get(guard) ?? everything;
        }
        if (guard.kind === "value") return this.sourceBound(this.sources.get(guard.definition) ?? { kind: "unknown" });
        if (!this.isInteger(guard.node)) return nothing;
        return this.bound(guard.node, depth + 1) + (guard.isStrict ? 1 : 0);
      }),
    );
  }

  private operation(op: string, left: number, right: number, rightNode: Expression): number {
    const constant =
      rightNode.kind === "Constant" && rightNode.value.type === "int" ? Number(rightNode.value.value) : undefined;
    switch (op) {
      case "Add":
        return left === nothing || right === nothing ? nothing : left + right;
      case "Sub":
        return constant === undefined ? nothing : left - constant;
      case "Mult":
        return left >= 0 && right >= 0
          ? left === everything || right === everything
            ? Math.min(left, right) === 0
              ? 0
              : everything
            : left * right
          : nothing;
      case "FloorDiv":
        if (left < 0 || right < 1) return nothing;
        return constant === undefined ? 0 : left === everything ? everything : Math.floor(left / constant);
      case "Mod":
        return right >= 1 ? 0 : nothing;
      case "Pow":
        return left >= 0 && right >= 0 ? (left >= 1 ? 1 : 0) : nothing;
      case "LShift":
        return left >= 0 ? left : nothing;
      case "RShift":
        return left >= 0 ? 0 : nothing;
      case "BitAnd":
        return left >= 0 || right >= 0 ? 0 : nothing;
      case "BitOr":
      case "BitXor":
        return left >= 0 && right >= 0 ? 0 : nothing;
      default:
        return nothing;
    }
  }

  private callBound(node: Call, depth: number): number {
    const target = this.callOf(node);
    if (target?.kind === "library-method") {
      return [
        "str.count",
        "list.count",
        "list.index",
        "str.index",
        "tuple.count",
        "tuple.index",
        "int.bit_length",
        "int.bit_count",
      ].includes(`${target.owner}.${target.name}`)
        ? 0
        : ["str.find", "str.rfind"].includes(`${target.owner}.${target.name}`)
          ? -1
          : nothing;
    }
    if (target?.kind !== "builtin") return nothing;
    const bounds = (): number[] =>
      node.args.map((arg) => (arg.kind === "Starred" || !this.isInteger(arg) ? nothing : this.bound(arg, depth + 1)));
    switch (target.name) {
      case "len":
      case "ord":
        return 0;
      case "abs":
        return node.args[0] && this.isInteger(node.args[0]) ? 0 : nothing;
      case "int": {
        const [argument] = node.args;
        return argument && node.args.length === 1 && this.isInteger(argument)
          ? this.bound(argument, depth + 1)
          : nothing;
      }
      case "min":
        return node.args.length > 1 && node.keywords.length === 0 ? Math.min(...bounds()) : this.onlyElement(node);
      case "max":
        return node.args.length > 1 && node.keywords.length === 0 ? Math.max(...bounds()) : this.onlyElement(node);
      case "sum": {
        const least = node.args.length === 1 && node.args[0] ? this.elementBound(node.args[0], []) : nothing;
        return least >= 0 && this.isInteger(node) ? 0 : nothing;
      }
      default:
        return nothing;
    }
  }

  private onlyElement(node: Call): number {
    const [argument] = node.args;
    return node.args.length === 1 && node.keywords.length === 0 && argument ? this.elementBound(argument, []) : nothing;
  }

  /** The least element of what is iterated over; `path` leads into the tuples it gives. */
  private elementBound(node: Expression, path: readonly number[]): number {
    if (node.kind === "Call") return this.iteratorBound(node, path);
    const [first, ...rest] = path;
    if ((node.kind === "List" || node.kind === "Tuple" || node.kind === "Set") && node.elts.length > 0) {
      return Math.min(...node.elts.map((element) => this.partBound(element, path)));
    }
    if (
      (node.kind === "ListComp" || node.kind === "GeneratorExp" || node.kind === "SetComp") &&
      first === undefined &&
      rest.length === 0
    )
      return this.isInteger(node.elt) ? this.bound(node.elt, 0) : nothing;
    return nothing;
  }

  private partBound(node: Expression, path: readonly number[]): number {
    const [first, ...rest] = path;
    if (node.kind === "Starred") return nothing;
    if (first === undefined) return this.isInteger(node) ? this.bound(node, 0) : nothing;
    const inner = node.kind === "Tuple" || node.kind === "List" ? node.elts[first] : undefined;
    return inner ? this.partBound(inner, rest) : nothing;
  }

  private iteratorBound(node: Call, path: readonly number[]): number {
    const target = this.callOf(node);
    if (target?.kind !== "builtin" || node.args.some((arg) => arg.kind === "Starred")) return nothing;
    const [first, ...rest] = path;
    const [one, two, three] = node.args;
    switch (target.name) {
      case "range":
        return path.length === 0 ? this.rangeBound(one, two, three) : nothing;
      case "enumerate": {
        if (first === 1 && one) return this.elementBound(one, rest);
        const start = two ?? node.keywords.find((keyword) => keyword.arg === "start")?.value;
        return first === 0 && rest.length === 0 ? (start ? this.bound(start, 0) : 0) : nothing;
      }
      case "zip": {
        const part = first === undefined ? undefined : node.args[first];
        return part ? this.elementBound(part, rest) : nothing;
      }
      case "reversed":
      case "sorted":
      case "list":
      case "set":
      case "tuple":
        return one && node.args.length === 1 ? this.elementBound(one, path) : nothing;
      default:
        return nothing;
    }
  }

  private rangeBound(one: Expression | undefined, two: Expression | undefined, three: Expression | undefined): number {
    if (!one) return nothing;
    if (!two) return 0;
    if (!three) return this.bound(one, 0);
    if (this.bound(three, 0) > 0 && this.bound(three, 0) !== everything) return this.bound(one, 0);
    // Counting down stops before the end of the range is passed.
    const isDown = three.kind === "UnaryOp" && three.op === "USub" && three.operand.kind === "Constant";
    return isDown ? this.bound(two, 0) + 1 : nothing;
  }
}

function collectSources(body: readonly Statement[]): ReadonlyMap<NamingNode, Source> {
  const found = new Map<NamingNode, Source>();
  collect(body, found);
  return found;
}

function targetSources(
  target: Expression,
  make: (path: readonly number[]) => Source,
  found: Map<NamingNode, Source>,
  path: readonly number[] = [],
): void {
  if (target.kind === "Name") found.set(target, make(path));
  else if (target.kind === "Tuple" || target.kind === "List") {
    const hasStar = target.elts.some((element) => element.kind === "Starred");
    target.elts.forEach((element, i) =>
      targetSources(element, hasStar ? () => ({ kind: "unknown" }) : make, found, [...path, i]),
    );
  }
}

/** `a, b = x, y` gives each its own value. */
function valueSource(value: Expression, path: readonly number[]): Source {
  let current: Expression | undefined = value;
  for (const index of path) {
    if (
      (current?.kind !== "Tuple" && current?.kind !== "List") ||
      current.elts.some((element) => element.kind === "Starred")
    )
      return { kind: "unknown" };
    current = current.elts[index];
  }
  return current ? { kind: "value", node: current } : { kind: "unknown" };
}

function collect(body: readonly Statement[], found: Map<NamingNode, Source>): void {
  for (const node of body) {
    if (node.kind === "Assign")
      for (const target of node.targets) targetSources(target, (path) => valueSource(node.value, path), found);
    else if (node.kind === "AnnAssign" && node.value && node.target.kind === "Name")
      found.set(node.target, { kind: "value", node: node.value });
    else if (node.kind === "AugAssign" && node.target.kind === "Name") found.set(node.target, { kind: "update", node });
    else if (node.kind === "For")
      targetSources(node.target, (path) => ({ kind: "element", node: node.iter, path }), found);
    for (const expression of statementExpressions(node)) collectInExpression(expression, found);
    for (const block of statementBlocks(node)) collect(block, found);
  }
}

function collectInExpression(root: Expression, found: Map<NamingNode, Source>): void {
  walkExpression(root, (node) => {
    if (node.kind === "NamedExpr") found.set(node.target, { kind: "value", node: node.value });
    const generators: readonly Comprehension[] =
      node.kind === "ListComp" || node.kind === "SetComp" || node.kind === "DictComp" || node.kind === "GeneratorExp"
        ? node.generators
        : [];
    for (const part of generators)
      targetSources(part.target, (path) => ({ kind: "element", node: part.iter, path }), found);
  });
}
