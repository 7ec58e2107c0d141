import { InvariantError } from "../base/assert.ts";
import { mergeOrigins, type Origin } from "../base/origin.ts";
import type { Decorated } from "../base/syntax-node.ts";
import type * as ir from "../ir/node.ts";
import { walk } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import { decorateAll } from "./decoration.ts";
import { DiagnosticSink } from "./diagnostics.ts";
import type { ProgramFacts } from "./facts.ts";
import type { Report } from "./lift-context.ts";
import type { EnclosingFunction } from "./lower-context.ts";
import type { ProgramNames } from "./program-names.ts";
import type { Owned } from "./registry.ts";
import { FunctionScope } from "./scope.ts";
import { Untranslatable } from "./untranslatable.ts";

/** Thrown for a node that was marked when it was lifted: the statement around it is demoted without a second mark. */
export class AlreadyMarked extends Untranslatable {}

type Work = Owned<(node: never, context: never) => unknown>;
type TargetNode = Decorated & { readonly origin?: Origin };

/**
 * What lowering to both languages has in common: expressions with statements before them, order of evaluation, names, provenance, and demotion of
 * statements that cannot be lowered.
 */
export abstract class LowerEngine<Expression extends TargetNode, Statement extends TargetNode> {
  readonly sink = new DiagnosticSink();
  readonly facts: ProgramFacts;
  readonly names: ProgramNames;
  protected scope: FunctionScope;
  #buffer: Statement[] = [];
  #enclosing: EnclosingFunction | undefined;
  readonly #declared = new Set<Binding>();
  readonly #owners: ReadonlyMap<string, Work>;
  readonly #sourceText: (origin: Origin) => string;

  constructor(
    owners: ReadonlyMap<string, Work>,
    facts: ProgramFacts,
    names: ProgramNames,
    sourceText: (origin: Origin) => string,
  ) {
    this.#owners = owners;
    this.facts = facts;
    this.names = names;
    this.#sourceText = sourceText;
    this.scope = new FunctionScope(names.target, (name) => names.isTaken(name));
  }

  /** Makes the statement that stands for one that could not be lowered: the source as a comment, and something that fails when it is reached. */
  protected abstract demoted(node: ir.Statement, error: Untranslatable): readonly Statement[];
  protected abstract reference(name: string, origin?: Origin): Expression;
  protected abstract define(name: string, value: Expression): Statement;
  /** Whether the lowered expression is one that nothing evaluated later can change. */
  protected abstract isConstant(expression: Expression): boolean;

  get enclosing(): EnclosingFunction | undefined {
    return this.#enclosing;
  }

  expression(node: ir.Expression): Expression {
    if (node.kind === "OpaqueExpression") throw new AlreadyMarked(node.code, node.message);
    return this.#lower(node) as Expression;
  }

  expressions(nodes: readonly ir.Expression[]): readonly Expression[] {
    const parts = nodes.map((node) => this.capture(() => this.expression(node)));
    const last = parts.findLastIndex((part) => part.emitted.length > 0);
    return parts.map((part, position) => {
      this.#buffer.push(...part.emitted);
      const isStable =
        position >= last || this.isConstant(part.value) || isUntouched(nodes[position]!, nodes.slice(position + 1));
      return isStable ? part.value : this.temporary("value", part.value);
    });
  }

  statements(nodes: readonly ir.Statement[]): readonly Statement[] {
    return nodes.flatMap((node) => this.#statement(node));
  }

  #statement(node: ir.Statement): readonly Statement[] {
    const outer = this.#buffer;
    this.#buffer = [];
    try {
      const result = this.#lower(node) as Statement | readonly Statement[];
      const own = Array.isArray(result) ? (result as readonly Statement[]) : [result as Statement];
      return decorateAll([...this.#buffer.map((statement) => this.#stamped(statement, node, undefined)), ...own], node);
    } catch (error) {
      const declined = this.#declined(error);
      if (!(error instanceof AlreadyMarked))
        this.report(node, { severity: "mark", code: declined.code, message: declined.message });
      return decorateAll(this.demoted(node, declined), node);
    } finally {
      this.#buffer = outer;
    }
  }

  #declined(error: unknown): Untranslatable {
    if (error instanceof Untranslatable) return error;
    if (error instanceof RangeError)
      return new Untranslatable("too-deep", "This is nested too deeply to be translated.");
    if (error instanceof Error)
      return new Untranslatable(
        "internal-error",
        `This could not be translated because of a defect in Interlinear (${error.message}).`,
      );
    throw error;
  }

  /** Lowers one top-level declaration; what cannot be lowered is reported and given to `fallback`. */
  declaration<Result>(node: ir.Declaration, fallback: (error: Untranslatable) => readonly Result[]): readonly Result[] {
    this.scope = new FunctionScope(this.names.target, (name) => this.names.isTaken(name));
    this.#buffer = [];
    try {
      const result = this.#lower(node) as Result | readonly Result[];
      if (this.#buffer.length > 0) throw new InvariantError(`${node.kind} left statements behind`);
      return decorateAll((Array.isArray(result) ? result : [result]) as readonly (Result & Decorated)[], node);
    } catch (error) {
      const declined = this.#declined(error);
      if (!(error instanceof AlreadyMarked))
        this.report(node, { severity: "mark", code: declined.code, message: declined.message });
      return fallback(declined);
    }
  }

  /**
   * Lowers a declaration inside another one. `ownNames`: its variables have nothing to do with those around it, as the methods of a class; else it
   * shares the names of the function that it stands in.
   */
  inner<Result>(node: ir.Declaration, ownNames: boolean): readonly Result[] {
    const outer = this.scope;
    if (ownNames) this.scope = new FunctionScope(this.names.target, (name) => this.names.isTaken(name));
    try {
      const result = this.#lower(node) as Result | readonly Result[];
      return decorateAll((Array.isArray(result) ? result : [result]) as readonly (Result & Decorated)[], node);
    } finally {
      this.scope = outer;
    }
  }

  /** Whether the variable was declared before the statement that gives it a value, so that several rounds of a loop may share it. */
  isShared(binding: Binding): boolean {
    return this.#declared.has(binding);
  }

  #lower(node: ir.Node): unknown {
    if (node.kind === "Declare" && node.value === undefined) this.#declared.add(node.binding);
    if (node.kind === "OpaqueStatement" || node.kind === "OpaqueDeclaration")
      throw new AlreadyMarked(node.code, node.message);
    const owner = this.#owners.get(node.kind);
    if (!owner) throw new Untranslatable("not-supported", `${node.kind} has no counterpart yet.`);
    const result = (owner.work as (node: ir.Node, context: unknown) => unknown)(node, this);
    return Array.isArray(result)
      ? result.map((item) => this.#stamped(item as TargetNode, node, owner.construct.id))
      : this.#stamped(result as TargetNode, node, owner.construct.id);
  }

  /** Gives made nodes the provenance of the IR they stand for; a node that has some keeps it. */
  #stamped<Node extends TargetNode>(made: Node, node: ir.Node, construct: string | undefined): Node {
    if (made.origin !== undefined || node.origin === undefined) return made;
    const origin =
      construct === undefined ? node.origin : mergeOrigins([node.origin, { ranges: [], constructs: [construct] }]);
    return origin === undefined ? made : { ...made, origin };
  }

  emit(...statements: readonly Statement[]): void {
    this.#buffer.push(...statements);
  }

  capture<Result>(work: () => Result): { readonly value: Result; readonly emitted: readonly Statement[] } {
    const outer = this.#buffer;
    this.#buffer = [];
    try {
      const value = work();
      return { value, emitted: this.#buffer };
    } finally {
      this.#buffer = outer;
    }
  }

  temporary(hint: string, value: Expression): Expression {
    const name = this.scope.fresh(hint);
    this.emit(this.define(name, value));
    return this.reference(name, value.origin);
  }

  fresh(hint: string): string {
    return this.scope.fresh(hint);
  }

  name(binding: Binding): string {
    return this.names.global(binding) ?? this.scope.nameOf(binding);
  }

  /** Runs `work` inside a function: its own result and failures, and names for all of its variables. */
  protected within<Result>(enclosing: EnclosingFunction, work: () => Result): Result {
    const outer = this.#enclosing;
    this.#enclosing = { ...enclosing, zeros: enclosing.zeros ?? outer?.zeros };
    try {
      return work();
    } finally {
      this.#enclosing = outer;
    }
  }

  /** Names the variables of a function before it is lowered. Nested functions share the outer function's names. */
  allocate(parameters: readonly Binding[], body: readonly ir.Statement[]): void {
    this.scope.allocate(parameters, body, this.names.isFaithful);
  }

  report(node: ir.Node, report: Report): void {
    this.sink.add({ ...report, range: node.origin?.ranges[0] });
  }

  source(node: ir.Node): string {
    return node.origin === undefined ? "" : this.#sourceText(node.origin);
  }
}

/** Whether evaluating `later` cannot change what `node` gave: a local variable that nothing else reaches and that they do not assign. */
function isUntouched(node: ir.Expression, later: readonly ir.Expression[]): boolean {
  if (node.kind !== "Variable" || node.binding.captured || node.binding.kind === "global") return false;
  let assigned = false;
  for (const other of later)
    walk(
      other,
      (inner) => void (assigned ||= inner.kind === "AssignmentExpression" && inner.target.binding === node.binding),
    );
  return !assigned;
}
