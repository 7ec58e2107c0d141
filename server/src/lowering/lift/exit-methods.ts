import { boolean, expression } from "../../ir/build.ts";
import { canComplete, mapBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import type { FunctionNode } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import { boolType, noneType } from "../../types/build.ts";
import type { TypeSymbol } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/*
 * `__exit__` gets the class, the instance and the traceback of an exception. An error of Go is all of that in one, so that the method has one parameter
 * there, or none where it looks at none of them.
 */

const exitNames: ReadonlySet<string> = new Set(["__exit__", "__aexit__"]);

/** Whether the method is one that leaves a manager. */
export function isExitName(name: string): boolean {
  return exitNames.has(name);
}

/** What leaving a manager of a class does. */
export interface Exit {
  readonly name: string;
  /** The method looks at the exception. */
  readonly looks: boolean;
  /** It may end the exception. */
  readonly swallows: boolean;
  /** It has a parameter for the exception in Go. */
  readonly isGiven: boolean;
}

/** How instances of the class are left; undefined where the program does not say. */
export function exitOf(symbol: TypeSymbol, name: string, context: PythonLiftContext): Exit | undefined {
  const all = exitsOf(symbol, name, context);
  const [own] = all;
  const root = all.at(-1);
  if (own === undefined || root === undefined) return undefined;
  return { name, looks: looksAt(own), swallows: swallows(own), isGiven: looksAt(root) };
}

/** The method as the class and the classes that it inherits from declare it, nearest first. */
function exitsOf(symbol: TypeSymbol, name: string, context: PythonLiftContext): readonly FunctionNode[] {
  const own = context.analysis
    .classOf(symbol)
    ?.body.find((statement): statement is FunctionNode => isFunction(statement) && statement.name === name);
  const inherited = symbol.bases.flatMap((base) =>
    base.kind === "named" && base.symbol.module === "" ? exitsOf(base.symbol, name, context) : [],
  );
  return own ? [own, ...inherited] : inherited;
}

function isFunction(statement: py.Statement): statement is FunctionNode {
  return statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef";
}

function exitParameters(node: FunctionNode): readonly py.Arg[] {
  return [...node.args.posonlyargs, ...node.args.args].slice(1);
}

function looksAt(node: FunctionNode): boolean {
  const { vararg } = node.args;
  return mentions(node.body, new Set([...exitParameters(node), ...(vararg ? [vararg] : [])].map((arg) => arg.arg)));
}

function mentions(value: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, names));
  if (typeof value !== "object" || value === null) return false;
  const node = value as { readonly kind?: string; readonly id?: unknown };
  if (node.kind === "Name" && typeof node.id === "string" && names.has(node.id)) return true;
  return Object.values(value).some((part) => mentions(part, names));
}

function swallows(node: FunctionNode): boolean {
  return !node.body.every(givesNothing);
}

/** Whether no `return` in the statement may give something true. */
function givesNothing(statement: py.Statement): boolean {
  if (statement.kind === "Return") return isFalse(statement.value);
  return Object.values(statement).every(
    (part) =>
      !Array.isArray(part) ||
      part.every(
        (item) => typeof item !== "object" || item === null || !("kind" in item) || givesNothing(item as py.Statement),
      ),
  );
}

function isFalse(value: py.Expression | undefined): boolean {
  return (
    value === undefined ||
    (value.kind === "Constant" && (value.value.type === "None" || (value.value.type === "bool" && !value.value.value)))
  );
}

/** The variable for the class of the exception -> the one for the exception itself. */
const classVariables = new WeakMap<Binding, Binding>();

/** The variable of the exception whose class the name stands for, in a method that leaves a manager. */
export function exceptionOfClass(node: py.Expression, context: PythonLiftContext): Binding | undefined {
  if (node.kind !== "Name") return undefined;
  const binding = context.analysis.bindingOf(node);
  return binding && classVariables.get(binding);
}

/** Whether the function is such a method; makes the name of the exception's class known before the body is lifted. */
export function beginExit(node: FunctionNode, context: PythonLiftContext): boolean {
  if (!isExitName(node.name) || node.args.args[0]?.arg !== "self") return false;
  const [kind, value] = exitParameters(node).map((arg) => context.analysis.bindingOf(arg));
  if (kind && value) classVariables.set(kind, value);
  return true;
}

/** The method with one parameter for the exception, or none, and a result only where it may end the exception. */
export function finishExit(declaration: ir.Function, node: FunctionNode, context: PythonLiftContext): ir.Function {
  const owner = ownerOf(node, context);
  const isGiven = owner === undefined ? looksAt(node) : exitOf(owner, node.name, context)?.isGiven === true;
  if (!isGiven && looksAt(node))
    throw new Untranslatable(
      "exit-parameters",
      `\`${node.name}\` looks at the exception and the one that it overrides does not; give both the same use of it.`,
    );
  const value = declaration.parameters[1];
  if (isGiven && (value === undefined || value.kind !== "positional"))
    throw new Untranslatable(
      "exit-parameters",
      `\`${node.name}\` takes the exception apart; name its three parameters to have them translated.`,
    );
  const ends = swallows(node);
  const body = ends ? withAnswers(declaration.body, context) : withoutAnswers(declaration.body);
  return {
    ...declaration,
    parameters: isGiven ? [value!] : [],
    exit: declaration.parameters,
    result: ends ? boolType : noneType,
    body: ends && canComplete(body) ? [...body, { sort: "statement", kind: "Return", value: boolean(false) }] : body,
  };
}

function ownerOf(node: FunctionNode, context: PythonLiftContext): TypeSymbol | undefined {
  const [self] = node.args.args;
  const type = self && context.analysis.bindingOf(self)?.type;
  return type?.kind === "named" ? type.symbol : undefined;
}

function withAnswers(body: Body, context: PythonLiftContext): Body {
  return body.map((statement): ir.Statement => {
    if (statement.kind !== "Return") return mapBodies(statement, (inner) => withAnswers(inner, context));
    const { value } = statement;
    if (value === undefined || value.kind === "NoneLiteral") return { ...statement, value: boolean(false) };
    if (value.type.kind === "bool") return statement;
    return { ...statement, value: expression("Truth", boolType, { operand: value }) };
  });
}

function withoutAnswers(body: Body): Body {
  return body.map((statement): ir.Statement => {
    if (statement.kind !== "Return") return mapBodies(statement, withoutAnswers);
    const { value: _value, ...bare } = statement;
    return bare;
  });
}
