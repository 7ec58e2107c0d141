import type { SyntaxDocument, Unit } from "../syntax/document.ts";
import { sameEnds } from "../syntax/same-ends.ts";
import type { Comment } from "../base/syntax-node.ts";
import { indentationOf, readStatements } from "./read.ts";
import type { InvalidReason, Module, PythonModule, PythonUnit, Statement } from "./tree.ts";

/**
 * Reads a document unit by unit. Units of `previous` with the same text give their statements to the new module, so that after an
 * edit only the unit around it is parsed and read again. No two units share their statements, since analyses tell declarations apart by
 * their nodes. Never throws; a text that the parser refused has no units.
 */
export function readModule(document: SyntaxDocument, previous?: PythonModule): PythonModule {
  const units = document.units();
  const before = previous?.units ?? [];
  const { head, tail } = sameEnds(before, units);
  const known = new Map<string, Tree[]>();
  for (const unit of before.slice(head, before.length - tail))
    known.set(unit.text, [...(known.get(unit.text) ?? []), unit]);
  const trees = units.map((unit, position) => {
    const behind = position - units.length;
    const kept = position < head ? before[position] : -behind <= tail ? before.at(behind) : undefined;
    return readUnit(document, unit, kept ?? known.get(unit.text)?.shift());
  });
  const keys = uniqueKeys(trees);
  return {
    units: units.map(({ start, text, blankBefore }, position): PythonUnit => {
      const { body, inner } = trees[position]!;
      return { key: keys[position]!, start, text, body, inner, blankBefore };
    }),
  };
}

type Tree = Pick<PythonUnit, "body" | "inner">;

function readUnit(document: SyntaxDocument, unit: Unit, known: Tree | undefined): Tree {
  // Nothing at the top may be indented; the parser does not mind.
  const isIndented = !isLineStart(document.text, unit.start) && (indentationOf(document.text, unit.start) ?? "") !== "";
  const isRefused = known?.body[0]?.kind === "Invalid";
  const read =
    (isRefused ? undefined : known) ??
    document.readUnit(unit, (root) => readStatements(unit.text, root)) ??
    refused(unit, "unsupported");
  if (!isIndented || read.body.length === 0) return isRefused && sameRefusal(known, read) ? known : read;
  return isRefused ? known : refused(unit, "syntax");
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === "\n";
}

/** Whether a unit is refused for the same reason as before, so that its statement may stay the same object. */
function sameRefusal(known: Tree, read: Tree): boolean {
  const [left, right] = [known.body[0], read.body[0]];
  return (
    left?.kind === "Invalid" &&
    right?.kind === "Invalid" &&
    left.reason === right.reason &&
    known.body.length === 1 &&
    read.body.length === 1
  );
}

const names = new WeakMap<readonly Statement[], string>();

/** The names of the units; a second one of a name ends in `#2`. */
function uniqueKeys(trees: readonly Tree[]): readonly string[] {
  const used = new Map<string, number>();
  return trees.map(({ body }) => {
    let name = names.get(body);
    if (name === undefined) names.set(body, (name = unitName(body)));
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}

/** A unit whose statements cannot be told. */
function refused(unit: Unit, reason: InvalidReason): Pick<PythonUnit, "body" | "inner"> {
  return { body: [{ kind: "Invalid", text: unit.text, reason, span: { start: 0, end: unit.text.length } }], inner: [] };
}

/**
 * The whole file as one module, as it is printed. Spans stay relative to the unit they come from. Comments of units without
 * statements lead the next statement.
 */
export function joinUnits(module: PythonModule): Module {
  const body: Statement[] = [];
  let pending: Comment[] = [];
  for (const unit of module.units) {
    const [first, ...rest] = unit.body;
    if (first === undefined) {
      pending.push(
        ...unit.inner.map((comment, index) =>
          index === 0 && unit.blankBefore ? { ...comment, blankBefore: true } : comment,
        ),
      );
      continue;
    }
    const gap =
      pending.length > 0 && unit.blankBefore
        ? pending.map((comment) => ({ ...comment, blankAfter: true })).slice(-1)
        : [];
    const above = gap.length === 0 ? pending : [...pending.slice(0, -1), ...gap];
    const blankBefore = pending.length > 0 ? pending[0]?.blankBefore === true : unit.blankBefore;
    const leading = [...above, ...(first.leading ?? [])];
    body.push({ ...first, blankBefore, ...(leading.length === 0 ? {} : { leading }) }, ...rest);
    pending = [...unit.inner];
  }
  return { kind: "Module", body, inner: pending, span: { start: 0, end: 0 } };
}

/** What the unit declares, or how its first statement begins. */
function unitName(body: readonly Statement[]): string {
  const declaration = body.find(
    (statement) =>
      statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef" || statement.kind === "ClassDef",
  );
  if (declaration !== undefined)
    return declaration.kind === "ClassDef" ? `class:${declaration.name}` : `def:${declaration.name}`;
  const [first] = body;
  if (first === undefined) return "comments";
  if (first.kind === "Import" || first.kind === "ImportFrom") return "import";
  const [target] = first.kind === "Assign" ? first.targets : first.kind === "AnnAssign" ? [first.target] : [];
  return target?.kind === "Name" ? `top:${target.id}` : `top:${first.kind}`;
}
