import { summarise } from "./analysis-units.ts";
import type { Checker } from "./checker.ts";
import { Collector, type Unit } from "./check-collect.ts";
import type { PackageContents, PackageFile } from "./check-package.ts";
import { receiverParts } from "./check-signatures.ts";
import type { Decl, FuncDecl } from "./tree.ts";

/** A function whose body has changed: its place among the units of the package, and its new declaration. */
export interface BodyChange {
  readonly position: number;
  readonly decl: FuncDecl;
}

/**
 * What has changed in the files of a package since it was collected, if that is only inside of the bodies of functions. Undefined where it is more:
 * then names may mean something else.
 */
export function bodyChanges(
  contents: PackageContents,
  files: readonly PackageFile[],
): readonly BodyChange[] | undefined {
  const changes: BodyChange[] = [];
  let position = 0;
  if (files.length !== contents.files.size) return undefined;
  for (const { path, tree } of files) {
    const known = contents.files.get(path);
    if (known === undefined || known.context.fragment || tree.package === undefined) return undefined;
    for (const decl of tree.decls) {
      const unit = contents.units[position];
      if (unit === undefined || unit.file !== known.context) return undefined;
      if (unit.decl !== decl) {
        if (!isSameOutside(contents, unit, decl)) return undefined;
        changes.push({ position, decl });
      }
      position++;
    }
  }
  return position === contents.units.length ? changes : undefined;
}

function isSameOutside(contents: PackageContents, unit: Unit, decl: Decl): decl is FuncDecl {
  if (unit.decl.kind !== "FuncDecl" || decl.kind !== "FuncDecl") return false;
  if (summarise(unit.decl).signature !== summarise(decl).signature) return false;
  const { name } = decl.name;
  if (decl.recv !== undefined) return receiverParts(decl)?.base.kind === "Ident";
  return name !== "_" && name !== "init" && contents.package.scope.names.get(name) === unit.entities[0];
}

/** The unit of a function's new declaration, which takes the place of the old one. It has still to be checked. */
export function changeBody(check: Checker, contents: PackageContents, { position, decl }: BodyChange): Unit {
  const before = contents.units[position]!;
  const functions = new Map(before.entities.map((entity) => [entity.name, entity]));
  const unit = new Collector(check, contents.package, before.file, new Map(), functions, new Map()).unit(decl);
  contents.units[position] = unit;
  for (const methods of decl.recv === undefined ? [] : contents.methods.values()) {
    const at = methods.indexOf(before.decl as FuncDecl);
    if (at !== -1) methods[at] = decl;
  }
  for (const [entity, count] of before.record.uses) {
    entity.reads -= count.reads;
    entity.assignments -= count.assignments;
  }
  return unit;
}

/** What refers to a method refers to its declaration, and goes on doing so when there is a new one: it finds there what that one refers to. */
export function keepReferences(check: Checker, before: Decl, after: Decl): void {
  const { references } = check.facts;
  const known = references.get(before);
  if (known === undefined) return;
  known.clear();
  for (const target of references.get(after) ?? []) known.add(target);
  references.set(after, known);
}
