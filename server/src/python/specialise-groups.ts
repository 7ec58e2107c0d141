import { typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { PythonAnalysis } from "./analysis-api.ts";
import { mapParts } from "./infer-parts.ts";
import type { Copy, Groups } from "./specialise-copies.ts";
import type { Expression, FunctionDef, Name } from "./tree.ts";
import { walk } from "./walk.ts";

/** A type of which nothing is known, in a key. */
const open = "unknown";

interface Group {
  readonly leader: Copy;
  readonly key: readonly string[];
}

/** Puts copies together that have the same types everywhere and use copies that are together. */
export function groupCopies(copies: readonly Copy[], analysis: PythonAnalysis): Groups {
  const all = new Set(copies);
  const groups = new Map<FunctionDef, Group[]>();
  const leaders = new Map<Copy, Copy>();
  const place = (copy: Copy, around: ReadonlySet<Copy>): Copy => {
    const known = leaders.get(copy);
    if (known) return known;
    if (around.has(copy)) return copy;
    const within = new Set([...around, copy]);
    const parts = [...copy.uses]
      .filter(([, use]) => all.has(use))
      .map(([reference, use]) =>
        around.has(use) || use === copy ? `${reference.id} itself` : place(use, within).name,
      );
    const key = [...typesIn(copy.definition, analysis), ...parts];
    const others = groups.get(copy.of) ?? [];
    groups.set(copy.of, others);
    const same = others.find((group) => agree(group.key, key));
    if (!same) others.push({ leader: copy, key });
    leaders.set(copy, same?.leader ?? copy);
    return same?.leader ?? copy;
  };
  for (const copy of copies) place(copy, new Set());
  const names = new Map<Copy, string>();
  for (const [node, members] of groups) {
    members.sort((left, right) => copies.indexOf(left.leader) - copies.indexOf(right.leader));
    members.forEach(({ leader }, at) => names.set(leader, at === 0 ? node.name : `${node.name}_${String(at + 1)}`));
  }
  return new Map(
    copies.map((copy) => {
      const leader = leaders.get(copy)!;
      return [copy, { leader, name: names.get(leader)! }];
    }),
  );
}

/** Whether two keys say the same wherever both say something. */
function agree(left: readonly string[], right: readonly string[]): boolean {
  return (
    left.length === right.length && left.every((one, at) => one === right[at] || one === open || right[at] === open)
  );
}

function typesIn(definition: FunctionDef, analysis: PythonAnalysis): string[] {
  const signature = analysis.bindingOf(definition)?.type;
  const keys = [signature ? keyOf(signature) : ""];
  walk(definition, (node) => {
    if (node === definition || node.kind === "Constant") return;
    const type = analysis.typeOf(node as Expression);
    keys.push(node.kind === "Name" && isFunctionName(node, analysis) ? open : keyOf(type));
  });
  return keys;
}

function isFunctionName(node: Name, analysis: PythonAnalysis): boolean {
  return analysis.bindingOf(node)?.kind === "function";
}

/** A text that tells apart what Go tells apart. */
function keyOf(type: Type): string {
  const plain = (part: Type): Type => {
    if (part.kind === "parameter") return { kind: "parameter", name: part.name };
    if (part.kind === "float" && part.mixed === "always") return { kind: "tuple", elements: [] };
    return mapParts(part, plain);
  };
  return typeKey(plain(type));
}
