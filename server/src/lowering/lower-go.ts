import type { Origin } from "../base/origin.ts";
import type * as go from "../go/tree.ts";
import type * as ir from "../ir/node.ts";
import { walk } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { allTasks, concurrentOperation, letsOthersRun, raisesOfTasks } from "./concurrent-operations.ts";
import { markComments } from "./demotion-text.ts";
import type { ProgramFacts } from "./facts.ts";
import { lowerChecked } from "./go/checked.ts";
import { endingFailure, functionValueFailure, ifFailed, returningFailure, yieldingFailure } from "./go/failure.ts";
import { merelyPassesOn } from "./go/results.ts";
import { isGuarded, lowerGuarded } from "./go/guarded.ts";
import * as build from "./go/syntax.ts";
import { isTerminating } from "./go/terminating.ts";
import { textOf } from "./go/text.ts";
import { isReference, lowerType, type TypeScope } from "./go/types.ts";
import { zeroValue } from "./go/zero.ts";
import type { LibraryIndex } from "./library/index.ts";
import type { ClassScope, EnclosingFunction, FailureScope, GoLowerContext } from "./lower-context.ts";
import { LowerEngine } from "./lower-engine.ts";
import type { ProgramNames } from "./program-names.ts";
import { looksUp, raiseSites, type Raised } from "./raises.ts";
import type { Registry } from "./registry.ts";
import { stubKey, stubName, type StubRequest } from "./stub.ts";
import type { Untranslatable } from "./untranslatable.ts";

/** Lowers the declarations of one unit to Go. */
export class GoLowerer extends LowerEngine<go.Expr, go.Stmt> implements GoLowerContext {
  /** The runtime helpers that were asked for. */
  readonly helpers = new Set<string>();
  readonly declaresStubs: boolean;
  readonly #library: LibraryIndex;
  readonly #types: TypeScope;
  #failure: FailureScope = endingFailure;
  #classScope: ClassScope | undefined;

  constructor(
    registry: Registry,
    library: LibraryIndex,
    facts: ProgramFacts,
    names: ProgramNames,
    sourceText: (origin: Origin) => string,
    declaresStubs = false,
  ) {
    super(registry.toGo, facts, names, sourceText);
    this.#library = library;
    this.declaresStubs = declaresStubs;
    this.#types = {
      names,
      library,
      isOpen: (symbol) => facts.isPolymorphic(symbol),
      helper: (name) => this.helper(name),
      isOrdered: (type) => facts.isOrdered(type),
      needsLoop: facts.tasks.needLoop,
      functionFails: (type) => facts.functionValueFails(type),
    };
  }

  /** The declarations of one IR declaration; what cannot be lowered stays as a comment. */
  lower(node: ir.Declaration): readonly go.Decl[] {
    this.#failure = endingFailure;
    this.#classScope = undefined;
    return this.declaration<go.Decl>(node, (error) => [
      {
        kind: "BadDecl",
        text: "",
        span: { start: 0, end: 0 },
        leading: markComments(error.message, this.source(node)),
        ...(node.origin ? { origin: node.origin } : {}),
      },
    ]);
  }

  type(type: Type): go.Expr {
    return lowerType(type, this.#types);
  }

  zero(type: Type): go.Expr {
    return zeroValue(type, this);
  }

  block(nodes: readonly ir.Statement[]): go.BlockStmt {
    return build.block(this.statements(nodes));
  }

  helper(name: string): go.Expr {
    this.helpers.add(name);
    return this.#helperName(name);
  }

  stub(request: StubRequest): go.Expr {
    this.helpers.add(stubKey(request));
    return this.#helperName(stubName(request, "go"));
  }

  #helperName(name: string): go.Expr {
    return build.ident(this.names.isTaken(name) ? `${name}Helper` : name);
  }

  member(name: string, type: Type | undefined, flavour: "field" | "method"): string {
    return this.names.member(name, type, flavour);
  }

  text(value: ir.Expression, style: "str" | "repr"): go.Expr {
    return textOf(value, style, this);
  }

  isPointer(type: Type): boolean {
    return isReference(type);
  }

  libraryOperation(
    symbol: TypeSymbol,
    operation: "str" | "repr" | "compare",
    operands: readonly go.Expr[],
  ): go.Expr | undefined {
    return this.#library.operation(symbol, operation, operands, this);
  }

  library(node: ir.LibraryCall): go.Expr {
    return this.#library.lowerToGo(node, this);
  }

  get classScope(): ClassScope | undefined {
    return this.#classScope;
  }

  withinClass<Result>(scope: ClassScope, work: () => Result): Result {
    const outer = this.#classScope;
    this.#classScope = scope;
    try {
      return work();
    } finally {
      this.#classScope = outer;
    }
  }

  get failure(): FailureScope {
    return this.#failure;
  }

  withFailure<Result>(scope: FailureScope, work: () => Result): Result {
    const outer = this.#failure;
    this.#failure = scope;
    try {
      return work();
    } finally {
      this.#failure = outer;
    }
  }

  fails(node: ir.Expression): boolean {
    if (this.names.isFaithful) return false;
    switch (node.kind) {
      case "Call":
        return node.callee.kind === "Variable" && node.callee.binding.kind === "function"
          ? this.facts.functionFails(node.callee.binding)
          : this.facts.functionValueFails(node.callee.type);
      case "MethodCall":
        return node.symbol !== undefined && this.facts.methodFails(node.symbol, node.method);
      case "New":
        return looksUp(node) || (node.type.kind === "named" && this.facts.constructorFails(node.type.symbol));
      case "LibraryCall":
        return this.#library.fails(node.row);
      case "Sleep":
      case "Gather":
      case "Await":
      case "Synchronize":
      case "ConcurrentCall":
        return this.#taskFails(node);
      case "Yield":
        return node.block !== undefined && this.facts.functionFails({ id: node.block });
      default:
        return false;
    }
  }

  #taskFails(node: ir.Expression): boolean {
    const { tasks } = this.facts;
    return (
      (tasks.areCancelled && letsOthersRun(node)) ||
      (raisesOfTasks(node) && this.facts.functionFails(allTasks)) ||
      (node.kind === "ConcurrentCall" && (concurrentOperation(node.operation)?.raises ?? []).length > 0)
    );
  }

  raises(nodes: readonly ir.Node[]): readonly Raised[] {
    if (this.names.isFaithful) return [];
    return this.facts.raised(raiseSites(nodes, this.#library).filter((site) => !site.isImplicit));
  }

  override expression(node: ir.Expression): go.Expr {
    const checked = node.checked === true ? lowerChecked(node, this) : undefined;
    return checked ?? super.expression(node);
  }

  override statements(nodes: readonly ir.Statement[]): readonly go.Stmt[] {
    return nodes.flatMap((node) =>
      isGuarded(node) ? lowerGuarded(node, this, (bare) => super.statements([bare])) : super.statements([node]),
    );
  }

  failing(call: go.Expr, node: ir.Expression, hint = "value"): go.Expr {
    if (node.type.kind !== "none") return this.failingResults(call, [hint])[0]!;
    const error = build.ident("err");
    this.emit(ifFailed(error, this.#failure.propagate(error), build.define("err", call)));
    return build.nothing();
  }

  failingResults(call: go.Expr, hints: readonly string[]): readonly go.Expr[] {
    const names = hints.map((hint) => this.fresh(hint));
    const error = build.ident("err");
    this.emit(build.define([...names, "err"], call), ifFailed(error, this.#failure.propagate(error)));
    return names.map((name) => build.ident(name));
  }

  functionBody(body: readonly ir.Statement[], enclosing: EnclosingFunction): go.BlockStmt {
    this.allocate(enclosing.parameters ?? [], body);
    const inner =
      this.enclosing === undefined
        ? endingFailure
        : functionValueFailure((name) => (name === undefined ? this.facts.hasHandlers : this.facts.isCaught(name)));
    const zero = (type: Type): go.Expr => this.zero(type);
    const scope = enclosing.yieldsErrors
      ? yieldingFailure(enclosing.yieldsErrors, zero)
      : enclosing.fails
        ? returningFailure(enclosing, zero)
        : inner;
    return this.within(enclosing, () =>
      this.withFailure(scope, () => {
        const list = this.statements(body);
        const needsReturn = enclosing.fails && enclosing.result.kind === "none" && !isTerminating(list);
        return build.block(needsReturn ? endingWithError(list) : list);
      }),
    );
  }

  protected demoted(node: ir.Statement, error: Untranslatable): readonly go.Stmt[] {
    const declarations = [...bindingsBegun(node)].flatMap((binding) => this.#declaration(binding));
    const source = node.kind === "OpaqueStatement" ? node.text : this.source(node);
    const panic = build.statement(build.call("panic", build.string(`not translated: ${error.code}`)));
    const marked = {
      ...panic,
      leading: markComments(error.message, source),
      ...(node.origin ? { origin: node.origin } : {}),
    };
    return [...declarations, marked];
  }

  #declaration(binding: Binding): readonly go.Stmt[] {
    try {
      return [build.declare(this.name(binding), this.type(binding.type))];
    } catch {
      return [];
    }
  }

  protected reference(name: string, origin?: Origin): go.Expr {
    return origin === undefined ? build.ident(name) : { ...build.ident(name), origin };
  }

  protected define(name: string, value: go.Expr): go.Stmt {
    return build.define(name, value);
  }

  protected isConstant(expression: go.Expr): boolean {
    return (
      expression.kind === "BasicLit" ||
      expression.kind === "FuncLit" ||
      (expression.kind === "Ident" && ["true", "false", "nil"].includes(expression.name))
    );
  }
}

/** The statements with `return nil` at their end; where the last one only passes an error on, it gives the error itself. */
function endingWithError(list: readonly go.Stmt[]): readonly go.Stmt[] {
  const last = list.at(-1);
  const made = last?.kind === "IfStmt" && merelyPassesOn(last) ? last.init : undefined;
  const isOnlyError =
    made?.kind === "AssignStmt" && made.lhs.length === 1 && last?.kind === "IfStmt" && last.body.list.length === 1;
  const result = last?.kind === "IfStmt" && last.body.list[0]?.kind === "ReturnStmt" ? last.body.list[0].results : [];
  if (!isOnlyError || result.length !== 1) return [...list, build.returnStatement(build.ident("nil"))];
  const { leading, trailing, blankBefore, origin } = last;
  return [
    ...list.slice(0, -1),
    {
      ...build.returnStatement(...made.rhs),
      ...(leading ? { leading } : {}),
      ...(trailing ? { trailing } : {}),
      ...(blankBefore ? { blankBefore } : {}),
      ...(origin ? { origin } : {}),
    },
  ];
}

/** The variables that begin in the statement's own block and so are missing when it is not translated. */
function bindingsBegun(node: ir.Statement): ReadonlySet<Binding> {
  const begun = new Set<Binding>(node.kind === "OpaqueStatement" ? node.assigns : []);
  if (node.kind === "Assign") node.declares.forEach((binding) => begun.add(binding));
  if (node.kind === "Declare") begun.add(node.binding);
  if (node.kind === "With")
    walk(node, (inner) =>
      inner.kind === "Assign" ? void inner.declares.forEach((binding) => begun.add(binding)) : undefined,
    );
  return begun;
}
