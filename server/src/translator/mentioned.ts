import { walk as walkGo } from "../go/walk.ts";
import type * as go from "../go/tree.ts";
import type { HelperDefinition } from "../lowering/helper.ts";
import type * as py from "../python/tree.ts";
import { walk as walkPython } from "../python/walk.ts";

/*
 * A lowering may ask for a helper and then leave out the code that was to call it. Such helpers are not written.
 */

type Helpers = ReadonlyMap<string, HelperDefinition>;

/** Those of the helpers that Go declarations mention. */
export function mentionedInGo(
  asked: ReadonlySet<string>,
  decls: readonly go.Decl[],
  known: Helpers,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const decl of asked.size > 0 ? decls : [])
    walkGo(decl, (node) => void (node.kind === "Ident" && names.add(node.name)));
  return mentioned(asked, names, known);
}

/** Those of the helpers that Python statements mention, in annotations within quotes too. */
export function mentionedInPython(
  asked: ReadonlySet<string>,
  statements: readonly py.Statement[],
  known: Helpers,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of asked.size > 0 ? statements : [])
    walkPython(statement, (node) => {
      if (node.kind === "Name") names.add(node.id);
      if (node.kind === "Constant" && node.value.type === "str")
        for (const [word] of node.value.value.matchAll(/\w+/g)) names.add(word);
    });
  return mentioned(asked, names, known);
}

function mentioned(asked: ReadonlySet<string>, names: ReadonlySet<string>, known: Helpers): ReadonlySet<string> {
  return new Set(
    [...asked].filter((helper) => [helper, ...declaredBy(known.get(helper))].some((name) => names.has(name))),
  );
}

const declared = new WeakMap<HelperDefinition, readonly string[]>();

/** The names that the source of a helper declares: a type may come with a function that makes one. */
function declaredBy(helper: HelperDefinition | undefined): readonly string[] {
  if (!helper) return [];
  let names = declared.get(helper);
  if (!names) {
    const declaration = /^(?:(?:func|type|var|const|def|async def|class) )?(\w+)\b/gm;
    names = [...helper.source.matchAll(declaration)].map(([, name]) => name!);
    declared.set(helper, names);
  }
  return names;
}
