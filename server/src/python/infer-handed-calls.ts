import { inferAll } from "./infer-call-outcomes.ts";
import { callValue } from "./infer-calls.ts";
import type { Inference } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { inferExpression } from "./infer-expressions.ts";
import { findMethod, receiverSubstitution } from "./infer-methods.ts";
import { callFunction } from "./infer-program-calls.ts";
import { type Argument, argumentType } from "./infer-signatures.ts";
import type { Call, Expression } from "./tree.ts";

/*
 * Functions that are handed over together with their arguments, as to `Thread(target=f, args=(1, 2))` or `pool.submit(f, 1)`: their parameters learn
 * from these as from a call.
 */

/** Where a function of the library takes a function and what it is called with. `args`: one tuple; `each`: iterables of the arguments. */
interface Handing {
  readonly keyword?: string;
  readonly position?: number;
  readonly args?: { readonly keyword: string; readonly position: number };
  readonly each?: boolean;
}

const handings: Readonly<Record<string, Handing>> = {
  "threading.Thread": { keyword: "target", position: 1, args: { keyword: "args", position: 3 } },
  "threading.Timer": { keyword: "function", position: 1, args: { keyword: "args", position: 2 } },
  "multiprocessing.Process": { keyword: "target", position: 1, args: { keyword: "args", position: 3 } },
  "asyncio.to_thread": { position: 0 },
  "atexit.register": { position: 0 },
  submit: { position: 0 },
  map: { position: 0, each: true },
  run_in_executor: { position: 1 },
  call_soon: { position: 0 },
  call_later: { position: 1 },
  callback: { position: 0 },
};

/** Lets the parameters of a function that the call hands over learn from the arguments that it hands over too. */
export function inferHandedCall(inference: Inference, node: Call): void {
  const record = inference.calls.get(node);
  const name = record?.kind === "library" ? record.target : record?.kind === "library-method" ? record.name : undefined;
  const handing = name === undefined || !Object.hasOwn(handings, name) ? undefined : handings[name];
  if (handing === undefined || node.args.some((arg) => arg.kind === "Starred")) return;
  const keyword = (wanted: string | undefined): Expression | undefined =>
    wanted === undefined ? undefined : node.keywords.find(({ arg }) => arg === wanted)?.value;
  const { position = -1 } = handing;
  const called = keyword(handing.keyword) ?? node.args[position];
  if (called === undefined || called.kind === "Lambda") return;
  call(inference, called, handedArguments(inference, node, handing, keyword), node);
}

function handedArguments(
  inference: Inference,
  node: Call,
  handing: Handing,
  keyword: (name: string) => Expression | undefined,
): readonly Argument[] {
  if (handing.args) {
    const tuple = keyword(handing.args.keyword) ?? node.args[handing.args.position];
    return tuple && "elts" in tuple ? tuple.elts.map((element) => ({ node: element })) : [];
  }
  const rest = node.args.slice((handing.position ?? 0) + 1);
  if (handing.each !== true) return rest.map((argument) => ({ node: argument }));
  return rest.map((argument) => ({
    type: elementOf(inference, argumentType(inference, { node: argument }), argument),
  }));
}

function call(inference: Inference, called: Expression, args: readonly Argument[], site: Call): void {
  if (called.kind === "Attribute") {
    const receiver = inference.head(inferExpression(inference, called.value));
    const info = inference.env.classOfType(receiver);
    const method = info && findMethod(info, called.attr);
    if (info && method && method.flavour !== "property") {
      const all = { positional: args, keywords: [], spread: [] };
      inferAll(inference, all);
      callFunction(inference, method, all, site, receiverSubstitution(info, receiver));
      return;
    }
  }
  callValue(inference, called, inferExpression(inference, called), args, site);
}
