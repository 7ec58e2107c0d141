import type { Type } from "../types/type.ts";
import type { Inference } from "./infer-context.ts";
import { callLibrary } from "./infer-library-calls.ts";
import { findMethod, libraryMember, receiverSubstitution } from "./infer-methods.ts";
import { callFunction } from "./infer-program-calls.ts";
import type { CallArguments } from "./infer-signatures.ts";
import type { PythonNode } from "./tree.ts";

/** Calls a method of a value by name, as operators and the language's protocols do. Undefined where the value has no such method. */
export function callMethod(
  inference: Inference,
  receiver: Type,
  name: string,
  args: readonly Type[],
  node: PythonNode,
): Type | undefined {
  const call: CallArguments = { positional: args.map((type) => ({ type })), keywords: [], spread: [] };
  const head = inference.head(receiver);
  const info = inference.env.classOfType(head);
  if (info) {
    const method = findMethod(info, name);
    if (method) return callFunction(inference, method, call, node, receiverSubstitution(info, head)).result;
    for (const base of info.libraryBases) {
      const inherited = callMethod(inference, base, name, args, node);
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }
  const found = libraryMember(inference, head, name);
  if (found?.member.kind !== "library-function") return undefined;
  return callLibrary(inference, found.member, call, node, found.substitution).result;
}
