import { emptySpan } from "../base/span.ts";
import { quoteString } from "./literals.ts";
import type { File, GenDecl, ImportSpec } from "./tree.ts";
import { walk } from "./walk.ts";

/** An import that a tree needs. `name` is there when the tree uses another name than the path suggests. */
export interface NeededImport {
  readonly path: string;
  readonly name?: string | undefined;
}

/** The name that an import without one is taken to have: the last element of its path, without a version. */
export function importedName(path: string): string {
  const elements = path.split("/");
  const last = elements.at(-1) ?? "";
  const name = /^v[0-9]+$/.test(last) ? (elements.at(-2) ?? last) : last;
  return name.replace(/\.v[0-9]+$/, "");
}

/** Whether a path is one of the standard library: its first element has no dot. */
export function isStandard(path: string): boolean {
  return !(path.split("/")[0] ?? "").includes(".");
}

/** The imports that the names with a `packagePath` need, standard library first, then by path. */
export function collectImports(file: File): NeededImport[] {
  const needed = new Map<string, NeededImport>();
  walk(file, (node) => {
    if (node.kind !== "Ident" || node.packagePath === undefined) return;
    const { name, packagePath: path } = node;
    needed.set(`${path} ${name}`, name === importedName(path) ? { path } : { path, name });
  });
  const order = ({ path, name }: NeededImport): string => `${isStandard(path) ? 0 : 1}${path} ${name ?? ""}`;
  return [...needed.values()].sort((left, right) => (order(left) < order(right) ? -1 : 1));
}

/** The file with one import declaration for all that it needs, before its other declarations. Imports that are there already are not repeated. */
export function withImports(file: File): File {
  const present = new Set(
    file.decls
      .flatMap((decl) => (decl.kind === "GenDecl" && decl.tok === "import" ? decl.specs : []))
      .map((spec) => (spec.kind === "ImportSpec" ? `${String(spec.path.value)} ${spec.name?.name ?? ""}` : "")),
  );
  const needed = collectImports(file).filter(({ path, name }) => !present.has(`${path} ${name ?? ""}`));
  if (needed.length === 0) return file;
  return { ...file, decls: [importDecl(needed), ...file.decls] };
}

function importDecl(imports: readonly NeededImport[]): GenDecl {
  const firstForeign = imports.findIndex(({ path }) => !isStandard(path));
  const specs = imports.map(({ path, name }, index): ImportSpec => ({
    kind: "ImportSpec",
    span: emptySpan,
    name: name === undefined ? undefined : { kind: "Ident", span: emptySpan, name },
    path: { kind: "BasicLit", span: emptySpan, token: "STRING", raw: quoteString(path), value: path },
    blankBefore: index > 0 && index === firstForeign,
  }));
  return { kind: "GenDecl", span: emptySpan, tok: "import", parenthesized: specs.length > 1, specs };
}
