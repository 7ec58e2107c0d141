import type { FileContext } from "./checker.ts";
import { receiverParts } from "./check-signatures.ts";
import type { PackageFile } from "./check-package.ts";
import type { Decl, FuncDecl } from "./tree.ts";

/** A method declaration and the file it stands in. */
export interface Method {
  readonly node: FuncDecl;
  readonly file: FileContext;
}

/** The method declarations of a package by the name of the receiver's type. `contextOf` is asked when a method is first looked at. */
export function collectMethods(
  files: readonly PackageFile[],
  contextOf: (file: PackageFile) => FileContext,
): ReadonlyMap<string, readonly Method[]> {
  const methods = new Map<string, Method[]>();
  const aliases = aliasTargets(files);
  for (const file of files)
    for (const decl of file.tree.decls) collectMethod(decl, methods, aliases, () => contextOf(file));
  return methods;
}

/** What each alias of a package stands for, where that is a name. */
function aliasTargets(files: readonly PackageFile[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const decl of files.flatMap((file) => file.tree.decls)) {
    if (decl.kind !== "GenDecl" || decl.tok !== "type") continue;
    for (const spec of decl.specs) {
      if (spec.kind !== "TypeSpec" || !spec.assign) continue;
      let { type } = spec;
      while (type.kind === "ParenExpr" || type.kind === "StarExpr") type = type.x;
      if (type.kind === "Ident") targets.set(spec.name.name, type.name);
    }
  }
  return targets;
}

/** Adds a method to those of its receiver's type, which it may name by an alias. */
function collectMethod(
  decl: Decl,
  methods: Map<string, Method[]>,
  aliases: ReadonlyMap<string, string>,
  file: () => FileContext,
): void {
  if (decl.kind !== "FuncDecl" || decl.recv === undefined) return;
  const base = receiverParts(decl)?.base;
  if (base?.kind !== "Ident") return;
  let { name } = base;
  for (let steps = 0; aliases.has(name) && steps < 20; steps++) name = aliases.get(name)!;
  const list = methods.get(name) ?? [];
  list.push({
    node: decl,
    get file() {
      return file();
    },
  });
  methods.set(name, list);
}
