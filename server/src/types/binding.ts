import type { Type } from "./type.ts";

/**
 * One declared name: what every use of it refers to. Identity is what matters; two variables of one name are two bindings. Python variables
 * that are rebound to a value of another type are split into one binding for each type.
 */
export interface Binding {
  /** The name in the source. */
  readonly name: string;
  readonly kind: BindingKind;
  /** Unique in its program and stable while the text of its unit stays the same: the path of enclosing declarations, the name, an ordinal. */
  readonly id: string;
  /** The solved type. For functions a FunctionType, for classes a ClassObjectType, for imports a ModuleType or the imported thing's type. */
  type: Type;
  /** A nested function or lambda reads or writes it. */
  captured: boolean;
  /** How often it is assigned, its declaration included; parameters start at 1. */
  assignments: number;
  /** How often it is read. */
  reads: number;
  /** For imports: the dotted path of the module, or of the module and the name in it (`os.path.join`, `net/http`). */
  readonly importPath?: string;
  /** The syntax node that declares it (Go: the identifier), where the analysis keeps it. */
  readonly node?: object | undefined;
}

export type BindingKind =
  "local" | "parameter" | "global" | "constant" | "function" | "type" | "import" | "builtin" | "receiver";
