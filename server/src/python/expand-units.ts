import { isDefinition } from "./expand-tree.ts";
import type { PythonUnit, Statement } from "./tree.ts";

/** Statements as units of their own, as if the source were cut there. */
export function asUnits(unit: PythonUnit, body: readonly Statement[]): readonly PythonUnit[] {
  const parts: { readonly statements: Statement[]; readonly isDeclaration: boolean }[] = [];
  for (const statement of body) {
    const isDeclaration = isDefinition(statement) || statement.kind === "ClassDef";
    const last = parts.at(-1);
    if (last && !last.isDeclaration && !isDeclaration) last.statements.push(statement);
    else parts.push({ statements: [statement], isDeclaration });
  }
  if (parts.length === 0) return [{ ...unit, body: [] }];
  return parts.map(({ statements }, position): PythonUnit => {
    const [only] = statements;
    const isSource =
      only !== undefined && isDefinition(only) && unit.body.some((one) => isDefinition(one) && one.name === only.name);
    return {
      ...unit,
      key: isSource || parts.length === 1 ? unit.key : `${unit.key}+${String(position)}`,
      body: statements,
      inner: position === parts.length - 1 ? unit.inner : [],
      blankBefore: position === 0 ? unit.blankBefore : true,
    };
  });
}
