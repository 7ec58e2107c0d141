import type { Checker, FileContext } from "./checker.ts";
import { isExported } from "./check-lookup.ts";
import { entity } from "./scope.ts";
import type { Entity } from "./scope.ts";
import type { File, ImportSpec } from "./tree.ts";

/** A name that a file imports, for the check whether it is used. */
export interface ImportedName {
  readonly file: FileContext;
  readonly spec: ImportSpec;
  readonly entity: Entity;
}

/** The name that a package most likely has, when only its path is known. */
export function guessName(path: string): string {
  const parts = path.split("/");
  let last = parts.pop() ?? "";
  if (/^v[0-9]+$/.test(last) && parts.length > 0) last = parts.pop() ?? last;
  return last
    .replace(/\.v[0-9]+$/, "")
    .replace(/^go-/, "")
    .replace(/[-.]go$/, "")
    .replaceAll(/[^\p{L}\p{N}_]/gu, "_");
}

/** Declares the imports of a file in its scope. */
export function collectImports(
  check: Checker,
  tree: File,
  file: FileContext,
  dotImports: Map<string, Entity>,
  unknownImports: Entity[],
): ImportedName[] {
  const names: ImportedName[] = [];
  const unit = { path: file.path, errors: [], uses: new Map() };
  for (const decl of tree.decls) {
    if (decl.kind !== "GenDecl" || decl.tok !== "import") continue;
    for (const spec of decl.specs) {
      if (spec.kind !== "ImportSpec" || typeof spec.path.value !== "string") continue;
      const imported = importEntity(check, spec, spec.path.value);
      if (spec.name?.name === "_") continue;
      if (spec.name?.name === ".") {
        if (imported.imported?.known === false) unknownImports.push(imported);
        for (const name of imported.imported?.scope.names.keys() ?? [])
          if (isExported(name)) dotImports.set(name, imported);
      } else {
        file.scope.declare(imported);
        if (spec.name !== undefined)
          check.within(
            {
              file,
              unit,
              scope: file.scope,
              function: undefined,
              prefix: "",
              ordinals: new Map(),
              recording: file.package.own,
            },
            () => check.define(spec.name!, imported),
          );
      }
      names.push({ file, spec, entity: imported });
    }
  }
  return names;
}

function importEntity(check: Checker, spec: ImportSpec, path: string): Entity {
  const imported = check.importPackage(path);
  const name = spec.name?.name ?? (imported.known ? imported.name : guessName(path));
  return entity({
    name,
    id: `import ${path}`,
    kind: "import",
    role: "package",
    type: { kind: "module", path },
    importPath: path,
    imported,
    node: spec,
  });
}
