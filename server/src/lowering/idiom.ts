import type * as ir from "../ir/node.ts";
import type { PassContext } from "./passes/pass.ts";

/** What an idiom sees besides the node it is asked about. */
export interface IdiomContext extends PassContext {
  /** The statements behind the node in its list; empty for other nodes. */
  readonly following: readonly ir.Statement[];
}

/** What an idiom made of the node. Without `nodes` it is recognised and stays as it is. */
export interface IdiomMatch<N> {
  /** What stands for the node, and for the statements taken with it. */
  readonly nodes?: readonly N[];
  /** How many of the following statements belong to the idiom; 0 when absent. */
  readonly taken?: number;
}

/**
 * How idioms are recognised in lifted IR, by the kind of their first node; undefined where it is not one. A rewriting keeps the meaning for every
 * input, and gives nodes that could have been lifted.
 */
export type IdiomRecognisers = {
  readonly [K in ir.Kind]?: (
    node: ir.NodeOf<K>,
    context: IdiomContext,
  ) => IdiomMatch<IdiomResult<ir.NodeOf<K>>> | undefined;
};

type IdiomResult<N> = N extends ir.Statement ? ir.Statement : N extends ir.Expression ? ir.Expression : N;
