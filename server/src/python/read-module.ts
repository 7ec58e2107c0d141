import type { SyntaxDocument, Unit } from "../syntax/document.ts";
import { readStatements } from "./read.ts";
import type { PythonModule, PythonUnit, Statement } from "./tree.ts";

/**
 * Reads a document unit by unit. Units of `previous` with the same text give their statements to the new module, so that after an
 * edit only the unit around it is parsed and read again. Never throws; a text that the parser refused has no units.
 */
export function readModule(document: SyntaxDocument, previous?: PythonModule): PythonModule {
  const known = new Map(previous?.units.map((unit) => [unit.text, unit]));
  const used = new Map<string, number>();
  return { units: document.units().map((unit) => readUnit(document, unit, known.get(unit.text), used)) };
}

function readUnit(document: SyntaxDocument, unit: Unit, known: PythonUnit | undefined, used: Map<string, number>): PythonUnit {
  const { body, inner } = known ?? document.readUnit(unit, (root) => readStatements(unit.text, root)) ?? refused(unit);
  const name = unitName(body);
  const count = (used.get(name) ?? 0) + 1;
  used.set(name, count);
  const key = count === 1 ? name : `${name}#${count}`;
  return { key, start: unit.start, text: unit.text, body, inner, blankBefore: unit.blankBefore };
}

/** A unit that the parser gave up on. */
function refused(unit: Unit): Pick<PythonUnit, "body" | "inner"> {
  return { body: [{ kind: "Invalid", text: unit.text, reason: "unsupported", span: { start: 0, end: unit.text.length } }], inner: [] };
}

/** What the unit declares, or how its first statement begins. */
function unitName(body: readonly Statement[]): string {
  const declaration = body.find((statement) => statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef" || statement.kind === "ClassDef");
  if (declaration !== undefined) return declaration.kind === "ClassDef" ? `class:${declaration.name}` : `def:${declaration.name}`;
  const [first] = body;
  if (first === undefined) return "comments";
  if (first.kind === "Import" || first.kind === "ImportFrom") return "import";
  const [target] = first.kind === "Assign" ? first.targets : first.kind === "AnnAssign" ? [first.target] : [];
  return target?.kind === "Name" ? `top:${target.id}` : `top:${first.kind}`;
}
