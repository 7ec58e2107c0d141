import type * as go from "../go/tree.ts";
import type { HelperDefinition } from "../lowering/helper.ts";
import type * as py from "../python/tree.ts";

/** The helpers under the names by which lowered code calls them: those whose name the program declares itself have a suffix there. */
export function withoutCollisions(
  helpers: readonly HelperDefinition[],
  declared: () => ReadonlySet<string>,
): readonly HelperDefinition[] {
  if (helpers.length === 0) return helpers;
  const names = declared();
  const colliding = helpers.filter((helper) => names.has(helper.name));
  if (colliding.length === 0) return helpers;
  const rename = (text: string): string =>
    colliding.reduce(
      (renamed, { name, language }) =>
        renamed.replace(new RegExp(`\\b${name}\\b`, "g"), language === "go" ? `${name}Helper` : `${name}_helper`),
      text,
    );
  return helpers.map((helper) => ({ ...helper, name: rename(helper.name), source: rename(helper.source) }));
}

/** The names that Go declarations declare for the package. */
export function namesOfDeclarations(decls: readonly go.Decl[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const decl of decls) {
    if (decl.kind === "FuncDecl" && decl.recv === undefined) names.add(decl.name.name);
    for (const spec of decl.kind === "GenDecl" ? decl.specs : []) {
      if (spec.kind === "TypeSpec") names.add(spec.name.name);
      if (spec.kind === "ValueSpec") for (const name of spec.names) names.add(name.name);
    }
  }
  return names;
}

/** The names that Python statements bind in their module. */
export function namesOfStatements(statements: readonly py.Statement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap((statement) => {
      switch (statement.kind) {
        case "FunctionDef":
        case "AsyncFunctionDef":
        case "ClassDef":
          return [statement.name];
        case "Assign":
          return statement.targets.flatMap((target) => (target.kind === "Name" ? [target.id] : []));
        case "AnnAssign":
          return statement.target.kind === "Name" ? [statement.target.id] : [];
        default:
          return [];
      }
    }),
  );
}
