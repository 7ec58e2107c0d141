import { ancestors } from "./relations.ts";
import type { MethodSignature, Type, TypeSymbol } from "./type.ts";

/** A method and the class that declares it. */
export interface DeclaredMethod {
  readonly owner: TypeSymbol;
  readonly signature: MethodSignature;
}

/** The method that a value of the type has under this name, its own or that of the nearest base; undefined for what is no class. */
export function methodOf(type: Type, name: string): DeclaredMethod | undefined {
  for (const ancestor of ancestors(type)) {
    const signature = ancestor.kind === "named" ? ancestor.symbol.methods.get(name) : undefined;
    if (signature && ancestor.kind === "named") return { owner: ancestor.symbol, signature };
  }
  return undefined;
}

/** Whether values of the type are objects of a class that the program declares. */
export function isOwnClass(type: Type): type is Extract<Type, { kind: "named" }> {
  return (
    type.kind === "named" &&
    type.symbol.module === "" &&
    type.symbol.underlying === undefined &&
    (type.symbol.form === "record" || type.symbol.form === "interface")
  );
}
