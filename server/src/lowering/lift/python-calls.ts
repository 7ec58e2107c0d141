import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** The operands of a call, by position and by keyword. */
export interface CallOperands {
  readonly positional: readonly py.Expression[];
  readonly keyword: (name: string) => py.Expression | undefined;
}

/** The operands where the call is one of the builtin function or type of this name, with plain arguments; undefined for every other call. */
export function builtinCall(
  node: py.Call,
  name: string | readonly string[],
  context: PythonLiftContext,
): CallOperands | undefined {
  if (node.func.kind !== "Name") return undefined;
  const { id } = node.func;
  if (typeof name === "string" ? id !== name : !name.includes(id)) return undefined;
  const target = context.analysis.callOf(node);
  const binding = context.analysis.bindingOf(node.func);
  const isBuiltin =
    target === undefined
      ? binding === undefined || binding.kind === "builtin"
      : target.kind === "builtin" || (target.kind === "library" && target.name === `builtins.${id}`);
  return isBuiltin ? operandsOf(node, id) : undefined;
}

/** The operands where the call is a method of this name on a value of one of these kinds of types. */
export function builtinMethod(
  node: py.Call,
  kinds: readonly Type["kind"][],
  name: string | readonly string[],
  context: PythonLiftContext,
):
  | (CallOperands & { readonly receiver: py.Expression; readonly receiverType: Type; readonly name: string })
  | undefined {
  if (node.func.kind !== "Attribute") return undefined;
  const { attr, value } = node.func;
  if (typeof name === "string" ? attr !== name : !name.includes(attr)) return undefined;
  const type = context.typeOf(value);
  const inner = type.kind === "optional" ? type.inner : type;
  if (!kinds.includes(inner.kind)) return undefined;
  // A variable of the library, such as `os.environ`, has rows of its own.
  const isOfLibrary = value.kind === "Attribute" && context.analysis.attributeOf(value)?.kind === "library";
  if (isOfLibrary && context.library(node)) return undefined;
  return { ...operandsOf(node, attr), receiver: value, receiverType: inner, name: attr };
}

function operandsOf(node: py.Call, name: string): CallOperands {
  if (node.args.some((arg) => arg.kind === "Starred") || node.keywords.some((keyword) => keyword.arg === undefined)) {
    throw new Untranslatable(
      "spread-argument",
      `Arguments spread into \`${name}\` are not translated; Go spreads a slice into a variadic parameter only.`,
    );
  }
  return { positional: node.args, keyword: (wanted) => node.keywords.find((keyword) => keyword.arg === wanted)?.value };
}
