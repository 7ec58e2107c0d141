import type { SyntaxDocument, Unit } from "../syntax/document.ts";
import type { Comment } from "../base/syntax-node.ts";
import { indentationOf, readStatements } from "./read.ts";
import type { InvalidReason, Module, PythonModule, PythonUnit, Statement } from "./tree.ts";

/**
 * Reads a document unit by unit. Units of `previous` with the same text give their statements to the new module, so that after an
 * edit only the unit around it is parsed and read again. No two units share their statements, since analyses tell declarations apart by
 * their nodes. Never throws; a text that the parser refused has no units.
 */
export function readModule(document: SyntaxDocument, previous?: PythonModule): PythonModule {
  const known = new Map<string, PythonUnit[]>();
  for (const unit of previous?.units ?? []) known.set(unit.text, [...(known.get(unit.text) ?? []), unit]);
  const used = new Map<string, number>();
  return { units: document.units().map((unit) => readUnit(document, unit, known.get(unit.text)?.shift(), used)) };
}

function readUnit(
  document: SyntaxDocument,
  unit: Unit,
  known: PythonUnit | undefined,
  used: Map<string, number>,
): PythonUnit {
  const indented = (indentationOf(document.text, unit.start) ?? "") !== "";
  const read =
    known ?? document.readUnit(unit, (root) => readStatements(unit.text, root)) ?? refused(unit, "unsupported");
  // Nothing at the top may be indented; the parser does not mind.
  const { body, inner } = indented && read.body.length > 0 ? refused(unit, "syntax") : read;
  const name = unitName(body);
  const count = (used.get(name) ?? 0) + 1;
  used.set(name, count);
  const key = count === 1 ? name : `${name}#${count}`;
  return { key, start: unit.start, text: unit.text, body, inner, blankBefore: unit.blankBefore };
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
