import type { Checker } from "./checker.ts";
import { isExported } from "./check-lookup.ts";
import { entity } from "./scope.ts";
import type { Entity, GoPackage } from "./scope.ts";
import type { Expr, Ident, SelectorExpr } from "./tree.ts";

/** What a name refers to, counted as a read. Reports names that are not defined. */
export function lookupName(check: Checker, node: Ident): Entity | undefined {
  if (node.packagePath !== undefined) return importedAs(check, node, check.importPackage(node.packagePath));
  if (node.name === "_") {
    check.error(node, "not-an-expression", "cannot use _ as value");
    return undefined;
  }
  const found = check.context.scope.lookup(node.name) ?? dotImported(check, node.name);
  if (found === undefined) {
    const { unknownImports } = check.context.file;
    for (const unknown of unknownImports) check.countOf(unknown).reads += 1;
    if (unknownImports.length > 0) return undefined;
    check.error(node, "undefined", `undefined: ${node.name}`);
    return undefined;
  }
  check.use(node, found, "read");
  return found;
}

function dotImported(check: Checker, name: string): Entity | undefined {
  const dot = check.context.file.dotImports.get(name);
  if (dot === undefined) return undefined;
  check.countOf(dot).reads += 1;
  return dot.imported?.scope.names.get(name);
}

function importedAs(check: Checker, node: Ident, imported: GoPackage): Entity {
  const found = entity({
    name: node.name,
    id: `import ${imported.path}`,
    kind: "import",
    role: "package",
    type: { kind: "module", path: imported.path },
    importPath: imported.path,
    imported,
  });
  check.use(node, found, "read");
  return found;
}

/** The package that the left side of a selector names, if it names one; `member` is what is selected. Counts as a use of the import. */
export function packageOf(check: Checker, node: Expr, member: string): GoPackage | undefined {
  if (node.kind !== "Ident" || node.name === "_") return undefined;
  if (node.packagePath !== undefined) {
    const imported = importedAs(check, node, check.importPackage(node.packagePath)).imported;
    check.record({ node, mode: "package", type: { kind: "module", path: node.packagePath } });
    return imported;
  }
  const found = check.context.scope.lookup(node.name);
  if (found?.role === "package") {
    check.use(node, found, "read");
    check.record({ node, mode: "package", type: found.type });
    return found.imported;
  }
  if (found !== undefined || !check.context.file.fragment || check.context.file.dotImports.has(node.name))
    return undefined;
  const guessed = check.guessPackage(node.name, member);
  if (guessed === undefined) return undefined;
  check.record({ node, mode: "package", type: importedAs(check, node, guessed).type });
  return guessed;
}

/** The entity that `pkg.sel` refers to. Undefined when the package is not known (silently) or lacks the name (reported). */
export function selectFromPackage(check: Checker, node: SelectorExpr, imported: GoPackage): Entity | undefined {
  if (check.context.recording) {
    check.facts.selections.set(node, { kind: "package", path: [], indirect: false, packagePath: imported.path });
  }
  if (!imported.known) return undefined;
  const name = node.sel.name;
  const found = imported.scope.names.get(name);
  const x = node.x.kind === "Ident" ? node.x.name : imported.name;
  if (found === undefined) {
    if (name !== "_" && name !== "" && !imported.partial) check.error(node.sel, "undefined", `undefined: ${x}.${name}`);
    return undefined;
  }
  if (!isExported(name) && imported.path !== "unsafe") {
    check.error(node.sel, "undefined", `name ${name} not exported by package ${imported.name}`);
    return undefined;
  }
  check.use(node.sel, found, "read");
  return found;
}
