import type { NamedType, TypeSymbol } from "../../types/type.ts";
import type { ProgramFacts } from "../facts.ts";

/** How the struct of an exception class of the program keeps its message. */
export interface ExceptionShape {
  /** The class of the program that it inherits from, which is embedded. */
  readonly base?: NamedType | undefined;
  /** The Go field with the message; the outermost class without a base has it. */
  readonly messageField: string;
}

/** The shape of an exception class of the program. */
export function exceptionShape(symbol: TypeSymbol, _facts: ProgramFacts): ExceptionShape {
  const base = symbol.bases.find((candidate): candidate is NamedType => candidate.kind === "named" && candidate.symbol.module === "");
  return { base, messageField: hasField(symbol, "message") ? "Text" : "Message" };
}

function hasField(symbol: TypeSymbol, name: string): boolean {
  return symbol.fields.has(name);
}
