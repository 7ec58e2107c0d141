import type { Language } from "../../base/language.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import type { Construct } from "../construct.ts";
import type { ProgramFacts } from "../facts.ts";
import type { Report } from "../lift-context.ts";
import type { Raised } from "../raises.ts";

/** What a pass may know and say. */
export interface PassContext {
  readonly source: Language;
  readonly target: Language;
  readonly facts: ProgramFacts;
  /** The idioms that begin with a node of the kind. */
  readonly idioms: ReadonlyMap<ir.Kind, readonly Construct[]>;
  /** Whether the binding is declared for the whole module or package. */
  isGlobal(binding: Binding): boolean;
  /** The exceptions that leave the nodes as errors, once operations that need it are marked as checked. */
  raises(nodes: readonly ir.Node[]): readonly Raised[];
  /** Whether the row's Go side gives an error besides its value. */
  rowFails(row: string): boolean;
  /** The Go pattern of the row. */
  goSide(row: string): string;
  /** The id of the row with this Go pattern that is used from Go. Throws where there is none: the pattern is misspelt. */
  rowOf(goSide: string): string;
  report(node: ir.Node, report: Report): void;
  /** A variable that the source does not have. */
  temporary(hint: string, type: Type): Binding;
}

/**
 * A rewriting of the declarations of one unit, IR to IR. It sees the unit and the solved facts and nothing else, so that its result can be cached
 * with them. The IR is verified after each.
 */
export interface Pass {
  readonly name: string;
  /** Why it is there. */
  readonly reason: string;
  /** Only where the source, or the target, is this language; absent: always. */
  readonly from?: Language;
  readonly to?: Language;
  run(declarations: readonly ir.Declaration[], context: PassContext): readonly ir.Declaration[];
}
