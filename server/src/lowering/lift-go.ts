import { isErrorType } from "./error-results.ts";
import type * as ir from "../ir/node.ts";
import type { GoAnalysis } from "../go/analysis-api.ts";
import type * as go from "../go/tree.ts";
import type { Binding } from "../types/binding.ts";
import type { Type } from "../types/type.ts";
import { decorateAll, decorationOf } from "./decoration.ts";
import { coerceGo } from "./coerce-go.ts";
import type { GoLiftContext } from "./lift-context.ts";
import { LiftEngine, type SourceUnit } from "./lift-engine.ts";
import type { LibraryIndex } from "./library/index.ts";
import type { Registry } from "./registry.ts";
import { Untranslatable } from "./untranslatable.ts";

/** Lifts the Go of one unit. */
export class GoLifter extends LiftEngine<go.GoNode> implements GoLiftContext {
  readonly analysis: GoAnalysis;
  readonly #registry: Registry;
  readonly #library: LibraryIndex;
  readonly #standIns = new Map<go.Expr, { readonly type: Type; readonly stands: ir.Expression | undefined }>();

  constructor(unit: SourceUnit, analysis: GoAnalysis, registry: Registry, library: LibraryIndex) {
    super(unit);
    this.analysis = analysis;
    this.#registry = registry;
    this.#library = library;
  }

  expression(node: go.Expr): ir.Expression {
    const fallback = (code: string, message: string): ir.Expression => this.opaque(node, code, message);
    if (node.kind === "BadExpr") return fallback("syntax-error", "This could not be read as Go.");
    const known = this.#standIns.get(node)?.stands;
    if (known) return known;
    return this.dispatch(
      node,
      this.#registry.goRefinements.get(node.kind) ?? [],
      this.#registry.goLifts.get(node.kind),
      fallback,
    );
  }

  coerced(node: go.Expr, type: Type): ir.Expression {
    return coerceGo(this.expression(node), type);
  }

  target(node: go.Expr): ir.Expression {
    const target = this.expression(node);
    return target.kind === "Lookup" ? { ...target, map: written(target.map) } : target;
  }

  statements(nodes: readonly go.Stmt[]): readonly ir.Statement[] {
    return nodes.flatMap((node) => decorateAll(this.#statement(node), node));
  }

  #statement(node: go.Stmt): readonly ir.Statement[] {
    const fallback = (code: string, message: string): ir.Statement | readonly ir.Statement[] =>
      this.opaqueStatement(node, code, message);
    const result =
      node.kind === "BadStmt"
        ? fallback("syntax-error", "This could not be read as Go.")
        : this.dispatch(
            node,
            this.#registry.goRefinements.get(node.kind) ?? [],
            this.#registry.goLifts.get(node.kind),
            fallback,
          );
    return Array.isArray(result) ? (result as readonly ir.Statement[]) : [result as ir.Statement];
  }

  declaration(node: go.Decl | go.TopLevelStatements): readonly ir.Declaration[] {
    if (node.kind === "TopLevelStatements") return this.#fragment(node);
    const fallback = (code: string, message: string): readonly ir.Declaration[] => {
      this.report(node, { severity: "mark", code, message });
      return [
        {
          sort: "declaration",
          kind: "OpaqueDeclaration",
          text: this.source(node),
          code,
          message,
          names: [],
          origin: this.origin(node),
          ...decorationOf(node),
        },
      ];
    };
    if (node.kind === "BadDecl") return fallback("syntax-error", "This could not be read as Go.");
    return this.dispatch(
      node,
      this.#registry.goRefinements.get(node.kind) ?? [],
      this.#registry.goLifts.get(node.kind),
      fallback,
    );
  }

  /** Statements outside of every function, as a selection has them. */
  #fragment(node: go.TopLevelStatements): readonly ir.Declaration[] {
    if (node.list.length === 0) return [];
    const body = this.statements(node.list);
    return [{ sort: "declaration", kind: "TopLevel", body, guarded: false, origin: this.origin(node) }];
  }

  typeOf(node: go.Expr): Type {
    return this.#standIns.get(node)?.type ?? this.analysis.typeOf(node);
  }

  placeholder(type: Type, stands: ir.Expression | undefined): go.Ident {
    const node: go.Ident = { kind: "Ident", name: "_", span: { start: 0, end: 0 } };
    this.#standIns.set(node, { type, stands });
    return node;
  }

  bindingOf(node: go.Ident): Binding {
    const binding = this.analysis.bindingOf(node);
    if (!binding) throw new Untranslatable("undefined-name", `\`${node.name}\` is not defined in this program.`);
    return binding;
  }

  library(node: go.Expr, type?: Type): ir.LibraryCall | undefined {
    if (type !== undefined) this.#standIns.set(node, { type, stands: undefined });
    return this.#library.matchGo(node, this);
  }

  neverFails(call: ir.LibraryCall): boolean {
    return isErrorType(call.type) && this.#library.neverFails(call.row);
  }
}

/** Nothing can be put into a nil map, so a map that is read from another one to be written to is there. */
function written(map: ir.Expression): ir.Expression {
  return map.kind === "Lookup" ? { ...map, map: written(map.map), missing: "raise" } : map;
}
