import type { Language } from "../base/language.ts";
import type { Comment } from "../base/syntax-node.ts";
import type { Declaration } from "./node.ts";

/** What one unit (a top-level declaration, or a run of top-level statements) was lifted to. Several declarations where one spec list or assignment declares several. */
export interface LiftedUnit {
  /** The key of the source unit that `origin` ranges refer to. */
  readonly unit: string;
  readonly declarations: readonly Declaration[];
  /** Other units whose declarations or statements were moved into this one. */
  readonly includes?: readonly string[] | undefined;
}

/** One source file as IR. Units keep the order of the source. */
export interface IrModule {
  readonly language: Language;
  readonly path: string;
  /** The module docstring, or the package's doc comment. */
  readonly documentation?: string | undefined;
  /** Comments before everything else: licence headers, directives. */
  readonly header: readonly Comment[];
  /** Go: the package's name. */
  readonly packageName?: string | undefined;
  readonly units: readonly LiftedUnit[];
}
