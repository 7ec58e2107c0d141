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
  const names = new Set([always]);
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
  const names = new Set([always]);
  for (const statement of asked.size > 0 ? statements : [])
    walkPython(statement, (node) => {
      if (node.kind === "Name") names.add(node.id);
      if (node.kind === "Constant" && node.value.type === "str")
        for (const [word] of node.value.value.matchAll(/\w+/g)) names.add(word);
    });
  return mentioned(asked, names, known);
}

function mentioned(asked: ReadonlySet<string>, names: ReadonlySet<string>, known: Helpers): ReadonlySet<string> {
  return new Set([...asked].filter((helper) => declaredBy(known.get(helper)).some((name) => names.has(name))));
}

/** Stands for a name that is always mentioned. */
const always = "";
const declared = new WeakMap<HelperDefinition, readonly string[]>();

/**
 * The names by which the source of a helper is used: a type may come with a function that makes one, and code may call a method only. Methods alone may
 * be there for an interface that others ask for, and stubs, which are not known here, are made as they are asked for.
 */
function declaredBy(helper: HelperDefinition | undefined): readonly string[] {
  if (!helper) return [always];
  let names = declared.get(helper);
  if (!names) {
    const found = (pattern: RegExp): string[] => [...helper.source.matchAll(pattern)].map(([, name]) => name!);
    const own = found(/^(?:(?:func|type|var|const|def|async def|class) )?(\w+)\b(?! \()/gm);
    names = own.length === 0 ? [always] : [...own, ...found(/^func \([^)]*\) (\w+)/gm)];
    declared.set(helper, names);
  }
  return names;
}
