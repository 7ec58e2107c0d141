import type { ExpansionEnvironment } from "./expand-environment.ts";
import { type Definition, parametersOf } from "./expand-tree.ts";
import { children } from "./walk.ts";
import type { Expression, PythonNode } from "./tree.ts";

/*
 * Which defaults of parameters are the same whenever they are evaluated, so that a call may write them out.
 */

const displays: ReadonlySet<Expression["kind"]> = new Set(["List", "Dict", "Set"]);

/** Whether the default makes a list, dict or set: `[]`, `{}`, `set()`. */
export function isDisplay(node: Expression): boolean {
  return displays.has(node.kind) || (isEmptyCall(node) && ["list", "dict", "set"].includes(node.func.id));
}

function isEmptyCall(node: Expression): node is Extract<Expression, { kind: "Call" }> & { func: { id: string } } {
  return node.kind === "Call" && node.func.kind === "Name" && node.args.length === 0 && node.keywords.length === 0;
}

/** Whether the default is written with constants alone, so that nothing has to be known of the module. */
export function isPlainDefault(node: Expression): boolean {
  if (node.kind === "Constant" || node.kind === "Lambda") return true;
  if (node.kind === "UnaryOp") return isPlainDefault(node.operand);
  if (node.kind === "BinOp") return isPlainDefault(node.left) && isPlainDefault(node.right);
  return node.kind === "Tuple" && node.elts.every(isPlainDefault);
}

/** Whether a unit's definitions have defaults for which the module must be known. */
export function hasOpenDefaults(node: PythonNode): boolean {
  if (node.kind === "arg" && node.default && !isPlainDefault(node.default)) return true;
  return children(node).some(hasOpenDefaults);
}

const makers: ReadonlySet<string> = new Set(["float", "int", "str", "bool", "bytes", "tuple", "frozenset", "complex"]);

/** Library classes whose instances never change and are the same whenever they are made. */
const values =
  /^(datetime\.(timedelta|date|datetime|time|timezone)|decimal\.Decimal|fractions\.Fraction|pathlib\.\w+|re\.compile|enum\.auto)$/;

/** Calls that describe a parameter, for a framework that reads them. */
const descriptions = /^(fastapi|pydantic|typer|click|strawberry|sqlmodel|attr|attrs|dataclasses)\b/;

/** What is known of the names that a default may mention. */
export interface DefaultScope {
  /** Whether the name may stand for another object when the function is called. */
  isRebound(name: string): boolean;
}

/** Whether the default can be evaluated at each call with the same outcome as once, where the function is defined. */
export function isSettled(node: Expression, scope: DefaultScope, environment: ExpansionEnvironment): boolean {
  if (isPlainDefault(node)) return true;
  switch (node.kind) {
    case "Name":
      return !scope.isRebound(node.id);
    case "Attribute":
      return !environment.isAssignedAttribute(node.attr) && isSettled(node.value, scope, environment);
    case "Tuple":
      return node.elts.every((item) => isSettled(item, scope, environment));
    case "UnaryOp":
      return isConstantLike(node.operand, scope, environment);
    case "BinOp":
      return isConstantLike(node.left, scope, environment) && isConstantLike(node.right, scope, environment);
    case "Call":
      return isSettledCall(node, scope, environment);
    default:
      return false;
  }
}

/** Whether the operand is a number or text that stays what it is: by its form, or by the convention of its name. */
function isConstantLike(node: Expression, scope: DefaultScope, environment: ExpansionEnvironment): boolean {
  if (node.kind === "Name") return node.id === node.id.toUpperCase() && !scope.isRebound(node.id);
  if (node.kind === "Attribute") return environment.pathOf(node) !== undefined && isSettled(node, scope, environment);
  return (
    (node.kind === "BinOp" || node.kind === "UnaryOp" || node.kind === "Constant") &&
    isSettled(node, scope, environment)
  );
}

function isSettledCall(
  node: Extract<Expression, { kind: "Call" }>,
  scope: DefaultScope,
  environment: ExpansionEnvironment,
): boolean {
  const path = environment.pathOf(node.func);
  if (path !== undefined && descriptions.test(path)) return true;
  // Something that nothing declares: a description whose import is not shown.
  if (node.func.kind === "Name" && /^[A-Z]/.test(node.func.id) && !environment.isDeclared(node.func.id)) return true;
  const isMaker =
    path !== undefined
      ? values.test(path)
      : node.func.kind === "Name" && makers.has(node.func.id) && !environment.isDeclared(node.func.id);
  return (
    isMaker &&
    [...node.args, ...node.keywords.map(({ value }) => value)].every((arg) => isSettled(arg, scope, environment))
  );
}

const readers: ReadonlySet<string> = new Set(
  "len sum min max sorted list dict set tuple frozenset any all enumerate zip range reversed map filter str repr print isinstance bool iter join".split(
    " ",
  ),
);
const readingMethods: ReadonlySet<string> = new Set(
  "get items keys values copy index count union difference intersection issubset issuperset".split(" "),
);

/** Whether the function does no more than read the list, dict or set that a parameter holds: no call can tell whether it is made anew. */
export function isOnlyRead(node: Definition, name: string): boolean {
  if (parametersOf(node).filter(({ arg }) => arg === name).length !== 1) return false;
  return node.body.every((statement) => readsOnly(statement, undefined, undefined, name));
}

function readsOnly(
  node: PythonNode,
  parent: PythonNode | undefined,
  above: PythonNode | undefined,
  name: string,
): boolean {
  if (node.kind === "Name" && node.id === name) return parent !== undefined && isReading(node, parent, above);
  return children(node).every((child) => readsOnly(child, node, parent, name));
}

function isReading(node: PythonNode, parent: PythonNode, above: PythonNode | undefined): boolean {
  switch (parent.kind) {
    case "Subscript": {
      if (parent.value !== node || !above) return true;
      const targets =
        above.kind === "Assign" || above.kind === "Delete"
          ? above.targets
          : above.kind === "AugAssign" || above.kind === "AnnAssign" || above.kind === "For"
            ? [above.target]
            : above.kind === "Tuple" || above.kind === "List" || above.kind === "Attribute"
              ? [parent]
              : [];
      return !targets.includes(parent);
    }
    case "Attribute":
      return readingMethods.has(parent.attr) && above?.kind === "Call" && above.func === parent;
    case "Call":
      return parent.func.kind === "Name"
        ? readers.has(parent.func.id)
        : parent.func.kind === "Attribute" && parent.func.attr === "join";
    case "For":
    case "AsyncFor":
    case "comprehension":
      return parent.iter === node;
    case "Starred":
      return above?.kind === "Call" || above?.kind === "List" || above?.kind === "Tuple" || above?.kind === "Set";
    case "If":
    case "While":
    case "IfExp":
      return parent.test === node;
    case "UnaryOp":
      return parent.op === "Not";
    case "Compare":
    case "BinOp":
    case "FormattedValue":
      return true;
    case "BoolOp":
      return above?.kind === "If" || above?.kind === "While" || (parent.op === "Or" && parent.values.at(-1) !== node);
    default:
      return false;
  }
}
