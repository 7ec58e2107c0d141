import { none } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import { noneType } from "../../types/build.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";

interface Counterpart {
  readonly module?: string;
  readonly name: string;
}

/** What of the program decides which class stands for a type. */
interface SynchronizationScope {
  imported(module: string, name: string): py.Expression;
  helper(name: string): py.Expression;
  /** Whether locks are held while other tasks may run. */
  readonly locksWait: boolean;
  suspends(type: Type): boolean;
}

/** The types of Go's packages for synchronization that Python has a counterpart for: a class of a module, or a helper. */
const counterparts: Readonly<Record<string, Counterpart>> = {
  "sync.WaitGroup": { name: "WaitGroup" },
  "sync.Once": { name: "Once" },
  // While nothing awaits inside, one thread never meets a lock that is held.
  "sync.Mutex": { module: "threading", name: "Lock" },
  "sync.RWMutex": { module: "threading", name: "RLock" },
  "sync.Map": { module: "builtins", name: "dict" },
  "sync.Pool": { name: "Pool" },
  "sync.Cond": { name: "Condition" },
  "golang.org/x/sync/errgroup.Group": { name: "ErrorGroup" },
};

/** Those that tasks wait for. */
const awaited: Readonly<Record<string, Counterpart>> = {
  "sync.Mutex": { module: "asyncio", name: "Lock" },
  "sync.RWMutex": { name: "ReadWriteLock" },
  "sync.Once": { name: "AsyncOnce" },
};

function keyOf(symbol: TypeSymbol): string {
  return `${symbol.module}.${symbol.name}`;
}

/** Whether the symbol is such a type. */
export function isSynchronization(symbol: TypeSymbol): boolean {
  return counterparts[keyOf(symbol)] !== undefined;
}

/** What a `sync.Once` calls. */
const action: Type = { kind: "function", parameters: [], result: noneType };

/** The class that stands for it in Python. */
export function synchronizationType(symbol: TypeSymbol, scope: SynchronizationScope): py.Expression {
  const key = keyOf(symbol);
  const isAwaited = symbol.name === "Once" ? scope.suspends(action) : scope.locksWait;
  const { module, name } = (isAwaited ? awaited[key] : undefined) ?? counterparts[key]!;
  if (module === "builtins") return build.name(name);
  return module === undefined ? scope.helper(name) : scope.imported(module, name);
}

/** `struct{}{}`, which says that something happened and nothing more, is `None` on a channel. */
export function sentValue(node: ir.Expression): ir.Expression {
  return node.kind === "RecordLiteral" && node.type.kind === "struct" && node.type.fields.length === 0
    ? none(node.type)
    : node;
}
