import { isStandard } from "../go/imports.ts";
import { fileOf, readFile } from "../go/read.ts";
import type { Decl, File, GoNode } from "../go/tree.ts";
import { SyntaxDocument } from "../syntax/document.ts";
import type { Grammars } from "../syntax/grammars.ts";

/** Reads Go source that is no user's document: stubs. */
export function readGoFile(grammars: Grammars, text: string): File {
  const document = new SyntaxDocument(grammars, "go", text);
  try {
    return fileOf(readFile(document).units);
  } finally {
    document.dispose();
  }
}

/** The packages that helpers may name, by the name they use. */
const packagesByName: Readonly<Record<string, string>> = {
  rand: "math/rand", utf8: "unicode/utf8", big: "math/big", bits: "math/bits", heap: "container/heap", json: "encoding/json", csv: "encoding/csv", http: "net/http",
  errgroup: "golang.org/x/sync/errgroup", atomic: "sync/atomic", filepath: "path/filepath", exec: "os/exec", slog: "log/slog",
};

/** Reads the declarations of helpers as target trees: names of packages become package references, and nothing has a place in a source. */
export function readGoText(grammars: Grammars, text: string): readonly Decl[] {
  return readGoFile(grammars, text).decls.map((decl) => asTarget(decl) as Decl);
}

function asTarget(node: GoNode): GoNode {
  const copy: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node) as [string, unknown][]) copy[field] = asTargetField(value);
  copy.span = { start: 0, end: 0 };
  if (node.kind === "SelectorExpr" && node.x.kind === "Ident" && isPackageName(node.x.name)) {
    const path = packagesByName[node.x.name] ?? node.x.name;
    copy.x = { ...node.x, packagePath: path, span: { start: 0, end: 0 } };
  }
  return copy as unknown as GoNode;
}

function asTargetField(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTargetField);
  if (typeof value === "object" && value !== null && "kind" in value && "span" in value) return asTarget(value as GoNode);
  return value;
}

const standardNames = new Set("fmt strings strconv errors sort math slices maps cmp iter os io time sync context bytes bufio unicode regexp reflect log path".split(" "));

/** Whether a bare name stands for a package in a helper: helpers name no variable like one. */
function isPackageName(name: string): boolean {
  return standardNames.has(name) || (name in packagesByName && isStandard(packagesByName[name]!)) || name === "errgroup";
}

