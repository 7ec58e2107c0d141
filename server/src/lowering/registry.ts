import { InvariantError } from "../base/assert.ts";
import type { Kind } from "../ir/node.ts";
import type { Construct } from "./construct.ts";

/** A function of a construct, and the construct that it belongs to. */
export interface Owned<Work> {
  readonly construct: Construct;
  readonly work: Work;
}

// Tables are keyed by kind at run time; each entry was checked against its kind's types where the construct was defined.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyWork = (node: any, context: any) => any;

/** Who owns what, for dispatch by kind. */
export interface Registry {
  readonly constructs: readonly Construct[];
  readonly pythonLifts: ReadonlyMap<string, Owned<AnyWork>>;
  readonly goLifts: ReadonlyMap<string, Owned<AnyWork>>;
  readonly pythonRefinements: ReadonlyMap<string, readonly Owned<AnyWork>[]>;
  readonly goRefinements: ReadonlyMap<string, readonly Owned<AnyWork>[]>;
  readonly toGo: ReadonlyMap<Kind, Owned<AnyWork>>;
  readonly toPython: ReadonlyMap<Kind, Owned<AnyWork>>;
  /** The idioms that begin with a node of the kind, in the order of their ids. */
  readonly idioms: ReadonlyMap<Kind, readonly Construct[]>;
}

/** Throws an InvariantError when two constructs own the same kind or share an id. */
export function createRegistry(constructs: readonly Construct[]): Registry {
  const ids = new Set<string>();
  for (const { id } of constructs) {
    if (ids.has(id)) throw new InvariantError(`two constructs are called ${id}`);
    ids.add(id);
  }
  return {
    constructs,
    pythonLifts: owners(constructs, "Python node", (construct) => construct.python),
    goLifts: owners(constructs, "Go node", (construct) => construct.go),
    pythonRefinements: claims(constructs, (construct) => construct.refines?.python),
    goRefinements: claims(constructs, (construct) => construct.refines?.go),
    toGo: owners<Kind>(constructs, "IR kind to Go", (construct) => construct.lower?.go),
    toPython: owners<Kind>(constructs, "IR kind to Python", (construct) => construct.lower?.python),
    idioms: idiomsByKind(constructs),
  };
}

function idiomsByKind(constructs: readonly Construct[]): ReadonlyMap<Kind, readonly Construct[]> {
  const result = new Map<Kind, Construct[]>();
  for (const construct of [...constructs].sort((left, right) => (left.id < right.id ? -1 : 1)))
    for (const kind of Object.keys(construct.recognises ?? {}) as Kind[])
      result.set(kind, [...(result.get(kind) ?? []), construct]);
  return result;
}

type Table = Readonly<Record<string, AnyWork | undefined>>;

function owners<Key extends string>(
  constructs: readonly Construct[],
  what: string,
  table: (construct: Construct) => object | undefined,
): ReadonlyMap<Key, Owned<AnyWork>> {
  const result = new Map<Key, Owned<AnyWork>>();
  for (const construct of constructs) {
    for (const [kind, work] of Object.entries((table(construct) ?? {}) as Table)) {
      const other = result.get(kind as Key);
      if (other) throw new InvariantError(`${what} ${kind} is owned by ${other.construct.id} and by ${construct.id}`);
      if (work) result.set(kind as Key, { construct, work });
    }
  }
  return result;
}

function claims(
  constructs: readonly Construct[],
  table: (construct: Construct) => object | undefined,
): ReadonlyMap<string, readonly Owned<AnyWork>[]> {
  const result = new Map<string, Owned<AnyWork>[]>();
  for (const construct of constructs) {
    for (const [kind, work] of Object.entries((table(construct) ?? {}) as Table)) {
      if (!work) continue;
      const list = result.get(kind) ?? [];
      list.push({ construct, work });
      result.set(kind, list);
    }
  }
  return result;
}
