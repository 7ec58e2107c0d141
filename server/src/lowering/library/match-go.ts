import type * as go from "../../go/tree.ts";
import type { Type } from "../../types/type.ts";
import { metavariable, type CompiledRow } from "./pattern.ts";
import { fits, type TypeVariables } from "./type-pattern.ts";

export type CapturedGo = Map<string, readonly go.Expr[]>;

export interface GoFacts {
  typeOf(node: go.Expr): Type;
  /** The import path of the package that an identifier stands for. */
  packageOf(node: go.Expr): string | undefined;
}

/** Fits a row's Go pattern to an expression, or gives undefined. `packagePath` gives the import path for a package name in the pattern. */
export function matchGoRow(
  row: CompiledRow,
  node: go.Expr,
  facts: GoFacts,
  packagePath: (name: string) => string,
): { readonly captured: CapturedGo; readonly variables: TypeVariables } | undefined {
  const captured: CapturedGo = new Map();
  const variables: TypeVariables = new Map();
  const capture = (name: string, nodes: readonly go.Expr[]): boolean => {
    captured.set(name, nodes);
    return nodes.every((item) => fits(row.type(name), facts.typeOf(item), variables));
  };
  const match = (pattern: go.Expr, actual: go.Expr): boolean => {
    const bare = actual.kind === "ParenExpr" ? actual.x : actual;
    if (pattern.kind === "Ident") {
      const found = metavariable(pattern.name);
      if (found) return capture(found.name, [bare]);
      return bare.kind === "Ident" && bare.name === pattern.name;
    }
    if (pattern.kind !== bare.kind) return false;
    switch (pattern.kind) {
      case "SelectorExpr": {
        if (bare.kind !== "SelectorExpr" || pattern.sel.name !== bare.sel.name) return false;
        if (pattern.x.kind === "Ident" && metavariable(pattern.x.name) === undefined) {
          const path = facts.packageOf(bare.x);
          if (path !== undefined) return path === packagePath(pattern.x.name);
        }
        return match(pattern.x, bare.x);
      }
      case "CallExpr":
        return (
          bare.kind === "CallExpr" &&
          pattern.ellipsis === bare.ellipsis &&
          match(pattern.fun, bare.fun) &&
          matchArguments(pattern.args, bare.args)
        );
      case "BasicLit":
        return bare.kind === "BasicLit" && pattern.token === bare.token && pattern.value === bare.value;
      case "UnaryExpr":
        return bare.kind === "UnaryExpr" && pattern.op === bare.op && match(pattern.x, bare.x);
      case "BinaryExpr":
        return (
          bare.kind === "BinaryExpr" && pattern.op === bare.op && match(pattern.x, bare.x) && match(pattern.y, bare.y)
        );
      case "ArrayType":
        return (
          bare.kind === "ArrayType" &&
          pattern.len === undefined &&
          bare.len === undefined &&
          match(pattern.elt, bare.elt)
        );
      case "StarExpr":
        return bare.kind === "StarExpr" && match(pattern.x, bare.x);
      default:
        return false;
    }
  };
  const matchArguments = (patterns: readonly go.Expr[], actual: readonly go.Expr[]): boolean => {
    const last = patterns.at(-1);
    const rest = last?.kind === "Ident" ? metavariable(last.name) : undefined;
    const fixed = rest?.rest ? patterns.slice(0, -1) : patterns;
    if (rest?.rest ? actual.length < fixed.length : actual.length !== fixed.length) return false;
    if (!fixed.every((item, i) => match(item, actual[i]!))) return false;
    return !rest?.rest || capture(rest.name, actual.slice(fixed.length));
  };
  return match(row.go, node) ? { captured, variables } : undefined;
}
