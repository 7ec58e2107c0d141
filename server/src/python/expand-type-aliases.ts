import type { ExpansionEnvironment, UnitNames } from "./expand-environment.ts";
import { rebuild } from "./expand-tree.ts";
import type { Expression, Statement } from "./tree.ts";

/*
 * Names for types that are assigned (`Handler = Callable[[int], None]`) as `type` statements, which say that nothing happens when they run; and
 * `NewType`, which makes a name for a type and a function that does nothing.
 */

/** What the aliases of a module are called, and which of them are called like functions. */
export interface TypeAliases {
  readonly names: ReadonlySet<string>;
  readonly callable: ReadonlySet<string>;
}

/** Finds the names of types that statements of a module assign. */
export function typeAliasesOf(
  statements: readonly Statement[],
  units: readonly UnitNames[],
  environment: ExpansionEnvironment,
): TypeAliases {
  const count = (name: string): number => units.reduce((sum, unit) => sum + (unit.counts.get(name) ?? 0), 0);
  const isCalled = (name: string): boolean => units.some((unit) => unit.called.has(name));
  const names = new Set<string>();
  const callable = new Set<string>();
  for (const statement of statements) {
    const alias = aliasOf(statement, environment);
    if (!alias || count(alias.name) !== 1) continue;
    if (alias.isNew) callable.add(alias.name);
    else if (isCalled(alias.name)) continue;
    names.add(alias.name);
  }
  return { names, callable };
}

/** A statement of the module, as a `type` statement where it names a type. */
export function withTypeAliases(
  statement: Statement,
  aliases: TypeAliases,
  environment: ExpansionEnvironment,
): Statement {
  if (aliases.names.size === 0) return statement;
  const alias = aliasOf(statement, environment);
  if (alias && aliases.names.has(alias.name)) {
    const { span, leading, trailing, blankBefore } = statement;
    const decoration = {
      ...(leading && { leading }),
      ...(trailing && { trailing }),
      ...(blankBefore && { blankBefore }),
    };
    const name: Expression = { kind: "Name", id: alias.name, span };
    return { kind: "TypeAlias", name, typeParams: [], value: alias.type, span, ...decoration };
  }
  if (aliases.callable.size === 0) return statement;
  return rebuild(statement, (node) => {
    if (node.kind !== "Call" || node.func.kind !== "Name" || !aliases.callable.has(node.func.id)) return node;
    const [value, ...others] = node.args;
    return value && others.length === 0 ? value : node;
  }) as Statement;
}

function aliasOf(
  statement: Statement,
  environment: ExpansionEnvironment,
): { readonly name: string; readonly type: Expression; readonly isNew: boolean } | undefined {
  if (statement.kind === "AnnAssign" && statement.target.kind === "Name" && statement.value) {
    const isAlias = environment.pathOf(statement.annotation) === "typing.TypeAlias";
    return isAlias ? { name: statement.target.id, type: statement.value, isNew: false } : undefined;
  }
  if (statement.kind !== "Assign") return undefined;
  const [target, ...others] = statement.targets;
  const { value } = statement;
  if (target?.kind !== "Name" || others.length > 0) return undefined;
  const name = target.id;
  if (value.kind === "Call" && environment.pathOf(value.func) === "typing.NewType") {
    const type = value.args[1];
    return type ? { name, type, isNew: true } : undefined;
  }
  const isNamed = value.kind === "Name" && /^[A-Z]/.test(name) && isTypeName(value, environment);
  return isNamed || isTypeForm(value, environment) ? { name, type: value, isNew: false } : undefined;
}

const builtinTypes: ReadonlySet<string> = new Set([
  "bool",
  "bytes",
  "complex",
  "dict",
  "float",
  "frozenset",
  "int",
  "list",
  "object",
  "set",
  "str",
  "tuple",
  "type",
]);

function isTypeName(node: Expression, environment: ExpansionEnvironment): boolean {
  if (node.kind === "Constant") return node.value.type === "None" || node.value.type === "str";
  if (node.kind === "Name" && environment.isClass(node.id)) return true;
  if (node.kind === "Name" && builtinTypes.has(node.id)) return !environment.isDeclared(node.id);
  const path = environment.pathOf(node);
  return path !== undefined && /^(typing|typing_extensions|collections\.abc)\./.test(path);
}

/** An expression that only a type can be: `list[int]`, `int | str`, `Optional[User]`. */
function isTypeForm(node: Expression, environment: ExpansionEnvironment): boolean {
  if (node.kind === "Subscript") return isTypeName(node.value, environment) && node.value.kind !== "Constant";
  if (node.kind !== "BinOp" || node.op !== "BitOr") return false;
  return [node.left, node.right].every((part) => isTypeName(part, environment) || isTypeForm(part, environment));
}
