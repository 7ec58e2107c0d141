import type { ClassDecl } from "./analysis-declarations.ts";
import type { Part } from "./analysis-modules.ts";
import type { Scope } from "./bind-scopes.ts";
import { allArguments, statementBlocks } from "./bind-visit.ts";
import type { Expression, Statement } from "./tree.ts";

export interface AnnotationPlace {
  readonly scope: Scope;
  readonly owner: ClassDecl | undefined;
}

const cache = new WeakMap<Part, ReadonlyMap<Expression, AnnotationPlace>>();

/** The annotations of a part, and the scope in which each is read. */
export function annotationScopes(part: Part): ReadonlyMap<Expression, AnnotationPlace> {
  let places = cache.get(part);
  if (!places) {
    const found = new Map<Expression, AnnotationPlace>();
    collect(part, part.decls.unit.body, { scope: part.decls.table.module, owner: undefined }, found);
    cache.set(part, (places = found));
  }
  return places;
}

function collect(
  part: Part,
  body: readonly Statement[],
  place: AnnotationPlace,
  found: Map<Expression, AnnotationPlace>,
): void {
  for (const node of body) {
    if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef") {
      const decl = part.decls.functions.get(node);
      const inner = { scope: decl?.scope ?? place.scope, owner: decl?.owner ?? place.owner };
      for (const arg of allArguments(node.args)) if (arg.annotation) found.set(arg.annotation, inner);
      if (node.returns) found.set(node.returns, inner);
      // FastAPI reads this keyword of a decorator as it reads the annotation of the result.
      for (const decorator of node.decoratorList)
        for (const { arg, value } of decorator.kind === "Call" ? decorator.keywords : [])
          if (arg === "response_model") found.set(value, place);
      collect(part, node.body, inner, found);
    } else if (node.kind === "ClassDef") {
      const decl = part.decls.classes.get(node);
      const inner = { scope: decl?.scope ?? place.scope, owner: decl };
      for (const base of node.bases) found.set(base, inner);
      collect(part, node.body, inner, found);
    } else {
      if (node.kind === "AnnAssign") found.set(node.annotation, place);
      if (node.kind === "TypeAlias") found.set(node.value, place);
      for (const block of statementBlocks(node)) collect(part, block, place, found);
    }
  }
}
