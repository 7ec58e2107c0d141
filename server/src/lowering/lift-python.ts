import { emptySpan } from "../base/span.ts";
import { variable } from "../ir/build.ts";
import type * as ir from "../ir/node.ts";
import type { PythonAnalysis } from "../python/analysis-api.ts";
import type * as py from "../python/tree.ts";
import type { Binding } from "../types/binding.ts";
import { boolType } from "../types/build.ts";
import { isOwnClass } from "../types/members.ts";
import type { Type } from "../types/type.ts";
import { coerce } from "./coerce.ts";
import { decorateAll, decorationOf } from "./decoration.ts";
import type { PythonLiftContext } from "./lift-context.ts";
import { LiftEngine, type SourceUnit } from "./lift-engine.ts";
import { libraryFunction } from "./lift/python-apply.ts";
import type { LibraryIndex } from "./library/index.ts";
import type { Registry } from "./registry.ts";
import { Untranslatable } from "./untranslatable.ts";

/** Lifts the Python of one unit. */
export class PythonLifter extends LiftEngine<py.PythonNode> implements PythonLiftContext {
  readonly analysis: PythonAnalysis;
  readonly #registry: Registry;
  readonly #library: LibraryIndex;
  readonly #placeholders = new Map<py.Expression, Binding>();

  constructor(unit: SourceUnit, analysis: PythonAnalysis, registry: Registry, library: LibraryIndex) {
    super(unit);
    this.analysis = analysis;
    this.#registry = registry;
    this.#library = library;
  }

  /** The declarations of a unit: statements that declare something stand alone, runs of others are the program's top level. */
  unitDeclarations(body: readonly py.Statement[]): readonly ir.Declaration[] {
    const declarations: ir.Declaration[] = [];
    let run: ir.Statement[] = [];
    const flush = (): void => {
      if (run.length > 0)
        declarations.push({ sort: "declaration", kind: "TopLevel", body: run, guarded: false, origin: run[0]!.origin });
      run = [];
    };
    for (const node of body) {
      const guarded = mainGuard(node);
      if (guarded) {
        flush();
        const statements = this.statements(guarded.body);
        declarations.push({
          sort: "declaration",
          kind: "TopLevel",
          body: statements,
          guarded: true,
          origin: this.origin(guarded),
          ...decorationOf(guarded),
        });
        continue;
      }
      for (const statement of this.statements([node])) {
        if (statement.kind !== "LocalDeclaration") {
          run.push(statement);
          continue;
        }
        flush();
        declarations.push({ ...statement.declaration, ...decorationOf(statement) });
      }
    }
    flush();
    return declarations;
  }

  expression(node: py.Expression): ir.Expression {
    const fallback = (code: string, message: string): ir.Expression => this.opaque(node, code, message);
    if (node.kind === "Invalid") return fallback("syntax-error", "This could not be read as Python.");
    const placeholder = this.#placeholders.get(node);
    if (placeholder) return variable(placeholder);
    return this.dispatch(
      node,
      this.#registry.pythonRefinements.get(node.kind) ?? [],
      this.#registry.pythonLifts.get(node.kind),
      fallback,
    );
  }

  condition(node: py.Expression): ir.Expression {
    return asCondition(this.expression(node));
  }

  coerced(node: py.Expression, type: Type): ir.Expression {
    const wanted = type.kind === "optional" ? type.inner : type;
    const library = wanted.kind === "function" ? libraryFunction(node, wanted, this) : undefined;
    return this.coerce(library ?? this.expression(node), type);
  }

  coerce(expression: ir.Expression, type: Type): ir.Expression {
    return coerce(expression, type);
  }

  target(node: py.Expression): ir.Expression {
    switch (node.kind) {
      case "Tuple":
      case "List":
        return {
          sort: "expression",
          kind: "TupleLiteral",
          elements: node.elts.map((element) => this.target(element)),
          type: { kind: "tuple", elements: node.elts.map((element) => this.typeOf(element)) },
          origin: this.origin(node),
        };
      case "Starred":
        return {
          sort: "expression",
          kind: "Spread",
          operand: this.target(node.value),
          type: this.typeOf(node.value),
          origin: this.origin(node),
        };
      case "Subscript": {
        const object = this.expression(node.value);
        if (!isOwnClass(object.type)) return this.expression(node);
        return {
          sort: "expression",
          kind: "Index",
          object,
          index: this.expression(node.slice),
          unit: "element",
          wraps: false,
          type: this.typeOf(node),
          origin: this.origin(node),
        };
      }
      default: {
        const place = this.expression(node);
        if (place.kind === "Field" && place.member === "classAttribute" && place.object.type.kind !== "class")
          throw new Untranslatable(
            "class-attribute",
            `This gives one object a \`${place.name}\` of its own, which hides that of the class; in Go, make it a field that the constructor sets.`,
          );
        return place;
      }
    }
  }

  statements(nodes: readonly py.Statement[], isBody = false): readonly ir.Statement[] {
    const lifted: ir.Statement[] = [];
    nodes.forEach((node, position) => {
      if (isBody && position === 0 && isDocstring(node)) return;
      lifted.push(...decorateAll(this.#statement(node), node));
    });
    return lifted;
  }

  #statement(node: py.Statement): readonly ir.Statement[] {
    const fallback = (code: string, message: string): ir.Statement | readonly ir.Statement[] =>
      this.opaqueStatement(node, code, message);
    const result =
      node.kind === "Invalid"
        ? fallback("syntax-error", "This could not be read as Python.")
        : this.dispatch(
            node,
            this.#registry.pythonRefinements.get(node.kind) ?? [],
            this.#registry.pythonLifts.get(node.kind),
            fallback,
          );
    return Array.isArray(result) ? (result as readonly ir.Statement[]) : [result as ir.Statement];
  }

  typeOf(node: py.Expression): Type {
    return this.#placeholders.get(node)?.type ?? this.analysis.typeOf(node);
  }

  placeholder(binding: Binding): py.Name {
    const node: py.Name = { kind: "Name", id: binding.name, span: emptySpan };
    this.#placeholders.set(node, binding);
    return node;
  }

  bindingOf(node: Parameters<PythonAnalysis["bindingOf"]>[0]): Binding {
    const binding = this.analysis.bindingOf(node);
    if (!binding)
      throw new Untranslatable("undefined-name", `\`${this.source(node)}\` is not defined in this program.`);
    return binding;
  }

  library(node: py.Expression): ir.LibraryCall | undefined {
    return this.#library.matchPython(node, this);
  }
}

function isDocstring(node: py.Statement): boolean {
  return node.kind === "Expr" && node.value.kind === "Constant" && node.value.value.type === "str";
}

/** The `if __name__ == "__main__":` of a module. */
function mainGuard(node: py.Statement): py.If | undefined {
  if (node.kind !== "If" || node.orelse.length > 0 || node.test.kind !== "Compare") return undefined;
  const [comparison] = node.test.comparisons;
  const sides = [node.test.left, comparison?.right];
  const isName = sides.some((side) => side?.kind === "Name" && side.id === "__name__");
  const isMain = sides.some(
    (side) => side?.kind === "Constant" && side.value.type === "str" && side.value.value === "__main__",
  );
  return comparison?.op === "Eq" && isName && isMain ? node : undefined;
}

/** Whether the value is true. Of `a or b` only the truth of both sides is asked for. */
function asCondition(lifted: ir.Expression): ir.Expression {
  const { type, origin } = lifted;
  if (type.kind === "bool") return lifted;
  if (lifted.kind === "Cast") return asCondition(lifted.operand);
  if (lifted.kind !== "Either") return { sort: "expression", kind: "Truth", operand: lifted, type: boolType, origin };
  const [left, right] = [asCondition(lifted.left), asCondition(lifted.right)];
  return { sort: "expression", kind: "Logical", operator: lifted.operator, left, right, type: boolType, origin };
}
