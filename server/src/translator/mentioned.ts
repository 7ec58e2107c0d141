import { walk as walkGo } from "../go/walk.ts";
import type * as go from "../go/tree.ts";
import type * as py from "../python/tree.ts";
import { walk as walkPython } from "../python/walk.ts";

/*
 * A lowering may ask for a helper and then leave out the code that was to call it. Such helpers are not written.
 */

/** Those of the names that Go declarations mention. */
export function mentionedInGo(names: ReadonlySet<string>, decls: readonly go.Decl[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const decl of names.size > 0 ? decls : [])
    walkGo(decl, (node) => void (node.kind === "Ident" && names.has(node.name) && found.add(node.name)));
  return found;
}

/** Those of the names that Python statements mention, in annotations within quotes too. */
export function mentionedInPython(
  names: ReadonlySet<string>,
  statements: readonly py.Statement[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (name: string): void => void (names.has(name) && found.add(name));
  for (const statement of names.size > 0 ? statements : [])
    walkPython(statement, (node) => {
      if (node.kind === "Name") note(node.id);
      if (node.kind === "Constant" && node.value.type === "str")
        for (const [word] of node.value.value.matchAll(/\w+/g)) note(word);
    });
  return found;
}
