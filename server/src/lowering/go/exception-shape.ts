import type { NamedType, TypeSymbol } from "../../types/type.ts";
import type { ProgramFacts } from "../facts.ts";
import type { GoLowerContext } from "../lower-context.ts";

/** How the struct of an exception class of the program keeps its message. */
export interface ExceptionShape {
  /** The class of the program that it inherits from, which is embedded. */
  readonly base?: NamedType | undefined;
  /** The class of the library that it inherits from, where handlers look for that one. */
  readonly libraryBase?: NamedType | undefined;
  /** Further classes of the library that it inherits from and that handlers look for: values of them are made when they are asked for. */
  readonly further: readonly NamedType[];
  /** The Go field with the message; the outermost class without a base has it. */
  readonly messageField: string;
  /** A field of the class is the message itself. */
  readonly sharesMessage: boolean;
}

/** The shape of an exception class of the program. */
export function exceptionShape(symbol: TypeSymbol, facts: ProgramFacts): ExceptionShape {
  const bases = symbol.bases.filter((candidate): candidate is NamedType => candidate.kind === "named");
  const base = bases.find((candidate) => candidate.symbol.module === "");
  const libraries = bases.filter(
    (candidate) =>
      candidate.symbol.module !== "" &&
      !["Exception", "BaseException"].includes(candidate.symbol.name) &&
      facts.isDistinguished(candidate.symbol.name),
  );
  const [library] = libraries;
  return {
    base,
    ...(base === undefined && library ? { libraryBase: library } : {}),
    further: base === undefined ? libraries.slice(1) : libraries,
    messageField: symbol.fields.has("message") ? "Text" : "Message",
    sharesMessage: false,
  };
}

/** The Go name of the type that the struct embeds. */
export function embeddedName(shape: ExceptionShape, context: GoLowerContext): string {
  const { base, libraryBase } = shape;
  const lowered = base ? context.type(base) : libraryBase ? context.helper(libraryBase.symbol.name) : undefined;
  const bare = lowered?.kind === "StarExpr" ? lowered.x : lowered;
  return bare?.kind === "Ident" ? bare.name : "error";
}
