import { guessName } from "../../go/check-imports.ts";
import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { markComments } from "../demotion-text.ts";
import type { GoLiftContext } from "../lift-context.ts";

/** The imports of packages about which nothing is known. Their names are kept, so the module that is to hold them is named, with a mark. */
export function externalImports(node: go.GenDecl, context: GoLiftContext): readonly ir.Declaration[] {
  return node.specs.flatMap((spec): readonly ir.Import[] => {
    if (spec.kind !== "ImportSpec") return [];
    const path = String(spec.path.value);
    const name = spec.name?.name ?? guessName(path);
    if (name === "_" || name === "." || !context.analysis.isExternal(path)) return [];
    const message = `Nothing is known of the package \`${path}\`: its names are kept, and are to come from a Python module.`;
    context.report(spec, { severity: "mark", code: "external-package", message });
    const leading = markComments(message, context.source(spec));
    return [
      {
        sort: "declaration",
        kind: "Import",
        path: name,
        names: [],
        external: true,
        origin: context.origin(spec),
        leading,
      },
    ];
  });
}
