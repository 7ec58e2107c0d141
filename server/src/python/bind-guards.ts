import { patternBinders, statementBlocks, statementExpressions, walkExpression } from "./bind-visit.ts";
import type { UnitBinding } from "./bind-webs.ts";
import type { CompareOperator, Comprehension, Expression, Name, Statement } from "./tree.ts";

/** What a test has shown of a variable: its value is at least `node`, plus one where `isStrict`. */
export interface LowerTest {
  readonly kind: "test";
  readonly node: Expression;
  readonly isStrict: boolean;
}

/** In a loop and behind it, a variable has the value of before the loop, of which `before` was shown, or one that the loop gives it. */
export interface LowerRound {
  readonly kind: "round";
  readonly before: readonly LowerGuard[];
  readonly definitions: readonly Name[];
}

/** The variable was given a value just before. */
export interface LowerValue {
  readonly kind: "value";
  readonly definition: Name;
}

export type LowerGuard = LowerTest | LowerRound | LowerValue;

type Bound = ReadonlyMap<string, readonly Name[] | undefined>;

/** What is known of each local variable at one place; undefined where no path leads. */
type Known = ReadonlyMap<string, readonly LowerGuard[]>;

const none: Known = new Map();
/** `a op b` as what it says of `b`. */
const flipped: Partial<Record<CompareOperator, CompareOperator>> = {
  Lt: "Gt",
  LtE: "GtE",
  Eq: "Eq",
  Gt: "Lt",
  GtE: "LtE",
};
/** What holds where the test is not true. */
const opposite: Partial<Record<CompareOperator, CompareOperator>> = {
  Lt: "GtE",
  LtE: "Gt",
  Gt: "LtE",
  GtE: "Lt",
  NotEq: "Eq",
};

/**
 * What tests that come before each reading of a local variable have shown of it, on every path. Variables that inner functions use are left out, since
 * those may change them at any time.
 */
export function lowerGuards(
  body: readonly Statement[],
  binding: UnitBinding,
): ReadonlyMap<Name, readonly LowerGuard[]> {
  const guards = new Guards(binding);
  guards.block(body, none);
  return guards.found;
}

class Guards {
  readonly found = new Map<Name, readonly LowerGuard[]>();
  private readonly binding: UnitBinding;

  constructor(binding: UnitBinding) {
    this.binding = binding;
  }

  /** What is known behind the statements; undefined where they cannot complete. */
  block(body: readonly Statement[], before: Known): Known | undefined {
    let known: Known | undefined = before;
    for (const node of body) {
      const after = this.flow(node, known ?? none);
      known = known && after;
    }
    return known;
  }

  private flow(node: Statement, before: Known): Known | undefined {
    switch (node.kind) {
      case "If": {
        const known = this.evaluated(node, before);
        const yes = this.block(node.body, this.shown(node.test, true, known));
        const no = this.block(node.orelse, this.shown(node.test, false, known));
        return yes && no ? common(yes, no) : (yes ?? no);
      }
      case "While": {
        const known = this.evaluated(node, this.rounds(node, before));
        this.block(node.body, this.shown(node.test, true, known));
        this.block(node.orelse, known);
        return without(known, this.bound(node.orelse));
      }
      case "For":
      case "AsyncFor": {
        const known = this.evaluated(node, this.rounds(node, before));
        this.block(node.body, known);
        this.block(node.orelse, known);
        return without(known, this.bound(node.orelse));
      }
      case "Assert":
        return this.shown(node.test, true, this.evaluated(node, before));
      case "Return":
      case "Raise":
      case "Break":
      case "Continue":
        this.evaluated(node, before);
        return undefined;
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        this.block(node.body, none);
        return without(this.evaluated(node, before), new Set([node.name]));
      default: {
        const blocks = statementBlocks(node);
        const inside = this.evaluated(node, blocks.length > 0 ? without(before, this.bound([node])) : before);
        for (const block of blocks) this.block(block, inside);
        return given(node, without(inside, this.bound([node])));
      }
    }
  }

  /** What was known before a loop, as it holds in each round and behind the loop. */
  private rounds(node: Statement, before: Known): Known {
    const bound = this.bound([node]);
    return new Map(
      [...before].flatMap(([name, guards]): [string, readonly LowerGuard[]][] => {
        if (!bound.has(name)) return [[name, guards]];
        const definitions = bound.get(name);
        return definitions ? [[name, [{ kind: "round", before: guards, definitions }]]] : [];
      }),
    );
  }

  /** Notes what is known where the statement's own expressions are evaluated. */
  private evaluated(node: Statement, before: Known): Known {
    const known = without(before, assigned(statementExpressions(node)));
    for (const expression of statementExpressions(node)) this.expression(expression, known);
    return known;
  }

  private expression(node: Expression, known: Known): void {
    switch (node.kind) {
      case "Name": {
        const web = this.binding.webs.get(node);
        const guards = web && !web.variable.captured ? known.get(node.id) : undefined;
        if (guards) this.found.set(node, guards);
        return;
      }
      case "Lambda":
        return;
      case "BoolOp": {
        let here = known;
        for (const value of node.values) {
          this.expression(value, here);
          here = this.shown(value, node.op === "And", here);
        }
        return;
      }
      case "IfExp":
        this.expression(node.test, known);
        this.expression(node.body, this.shown(node.test, true, known));
        this.expression(node.orelse, this.shown(node.test, false, known));
        return;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return this.comprehension(node.generators, [node.elt], known);
      case "DictComp":
        return this.comprehension(node.generators, [node.key, node.value], known);
      default:
        walkExpression(node, (inner) => {
          if (inner === node) return true;
          this.expression(inner, known);
          return false;
        });
    }
  }

  private comprehension(generators: readonly Comprehension[], results: readonly Expression[], before: Known): void {
    let known = before;
    for (const { target, iter, ifs } of generators) {
      this.expression(iter, known);
      const targets = new Set<string>();
      walkExpression(target, (inner) => void (inner.kind === "Name" && targets.add(inner.id)));
      known = without(known, targets);
      for (const test of ifs) {
        this.expression(test, known);
        known = this.shown(test, true, known);
      }
    }
    for (const result of results) this.expression(result, known);
  }

  /** What is known as well when the test has come out so. */
  private shown(test: Expression, outcome: boolean, known: Known): Known {
    if (assigned([test]).size > 0) return known;
    if (test.kind === "UnaryOp" && test.op === "Not") return this.shown(test.operand, !outcome, known);
    if (test.kind === "BoolOp")
      return (test.op === "And") === outcome
        ? test.values.reduce((sum, value) => this.shown(value, outcome, sum), known)
        : known;
    if (test.kind !== "Compare" || (!outcome && test.comparisons.length > 1)) return known;
    let left = test.left;
    let sum = known;
    for (const { op, right } of test.comparisons) {
      const held = outcome ? op : opposite[op];
      const turned = held && flipped[held];
      if (held) sum = this.compared(left, held, right, sum);
      if (turned) sum = this.compared(right, turned, left, sum);
      left = right;
    }
    return sum;
  }

  private compared(left: Expression, op: CompareOperator, right: Expression, known: Known): Known {
    if (left.kind !== "Name" || (op !== "Gt" && op !== "GtE" && op !== "Eq")) return known;
    const guard: LowerGuard = { kind: "test", node: right, isStrict: op === "Gt" };
    return new Map(known).set(left.id, [...(known.get(left.id) ?? []), guard]);
  }

  /** The names that the statements bind anew, those inside them included, each with where that is done; undefined where something other than a name does it. */
  private bound(body: readonly Statement[], names = new Map<string, Name[] | undefined>()): Bound {
    const byOther = (name: string | undefined): void => void (name !== undefined && names.set(name, undefined));
    for (const node of body) {
      for (const root of statementExpressions(node))
        walkExpression(root, (inner) => {
          if (inner.kind !== "Name" || this.binding.webs.get(inner)?.definitions.includes(inner) === false) return;
          if (!names.has(inner.id)) names.set(inner.id, []);
          names.get(inner.id)?.push(inner);
        });
      if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef") {
        byOther(node.name);
        continue;
      }
      if (node.kind === "Import" || node.kind === "ImportFrom")
        for (const alias of node.names) byOther(alias.asname ?? alias.name);
      if (node.kind === "Delete") for (const target of node.targets) if (target.kind === "Name") byOther(target.id);
      if (node.kind === "Try" || node.kind === "TryStar") for (const handler of node.handlers) byOther(handler.name);
      if (node.kind === "Match")
        for (const binder of node.cases.flatMap((part) => patternBinders(part.pattern)))
          byOther(binder.kind === "MatchMapping" ? binder.rest : binder.name);
      for (const block of statementBlocks(node)) this.bound(block, names);
    }
    return names;
  }
}

/** What is known behind an assignment to a name. */
function given(node: Statement, known: Known): Known {
  const target = node.kind === "AugAssign" ? node.target : node.kind === "Assign" ? node.targets[0] : undefined;
  return target?.kind === "Name" ? new Map(known).set(target.id, [{ kind: "value", definition: target }]) : known;
}

/** The names that `:=` binds in the expressions. */
function assigned(roots: readonly Expression[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const root of roots)
    walkExpression(root, (inner) => void (inner.kind === "NamedExpr" && names.add(inner.target.id)));
  return names;
}

function without(known: Known, names: { has(name: string): boolean }): Known {
  return new Map([...known].filter(([name]) => !names.has(name)));
}

/** What is known on both paths. */
function common(one: Known, other: Known): Known {
  const both = new Map<string, readonly LowerGuard[]>();
  for (const [name, guards] of one) {
    const shared = guards.filter((guard) => other.get(name)?.includes(guard));
    if (shared.length > 0) both.set(name, shared);
  }
  return both;
}
