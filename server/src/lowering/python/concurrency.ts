import { none } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import type { TypeSymbol } from "../../types/type.ts";

/** The types of Go's package sync that Python has a counterpart for: a class of a module, or a helper. */
const counterparts: Readonly<Record<string, { readonly module?: string; readonly name: string }>> = {
  WaitGroup: { name: "WaitGroup" },
  Once: { name: "Once" },
  // While nothing awaits inside, one thread never meets a lock that is held.
  Mutex: { module: "threading", name: "Lock" },
  RWMutex: { module: "threading", name: "RLock" },
};

/** Whether the symbol is such a type. */
export function isSynchronization(symbol: TypeSymbol): boolean {
  return symbol.module === "sync" && counterparts[symbol.name] !== undefined;
}

/** The class that stands for it in Python. */
export function synchronizationType(
  symbol: TypeSymbol,
  scope: { imported(module: string, name: string): py.Expression; helper(name: string): py.Expression },
): py.Expression {
  const { module, name } = counterparts[symbol.name]!;
  return module === undefined ? scope.helper(name) : scope.imported(module, name);
}

/** `struct{}{}`, which says that something happened and nothing more, is `None` on a channel. */
export function sentValue(node: ir.Expression): ir.Expression {
  return node.kind === "RecordLiteral" && node.type.kind === "struct" && node.type.fields.length === 0
    ? none(node.type)
    : node;
}
