import type { MethodSignature, Type, TypeSymbol } from "./type.ts";

/** A method that values of a type of Go have, and how it is reached. */
export interface SetMethod {
  readonly signature: MethodSignature;
  /** The type that declares it. */
  readonly owner: TypeSymbol;
  /** The embedded fields that are passed through, outermost first; none for a method of the type itself. */
  readonly path: readonly { readonly name: string; readonly type: Type }[];
}

interface Level {
  readonly type: Type;
  readonly path: SetMethod["path"];
}

/**
 * The methods of a type of Go by name, those of a pointer to it and those that embedded fields promote included: the nearest of a name, and none where two
 * are as near, or a field is.
 */
export function methodSet(type: Type): ReadonlyMap<string, SetMethod> {
  const found = new Map<string, SetMethod>();
  const hidden = new Set<string>();
  const seen = new Set<TypeSymbol>();
  let level: readonly Level[] = [{ type, path: [] }];
  while (level.length > 0) {
    const here = new Map<string, SetMethod | undefined>();
    const offer = (name: string, method: SetMethod | undefined): void =>
      void here.set(name, here.has(name) ? undefined : method);
    const next: Level[] = [];
    for (const { type: outer, path } of level) {
      const bare = outer.kind === "pointer" ? outer.target : outer;
      const symbol = bare.kind === "named" ? bare.symbol : undefined;
      if (symbol !== undefined && seen.has(symbol)) continue;
      if (symbol !== undefined) {
        seen.add(symbol);
        for (const [name, method] of symbol.form === "interface" ? [] : symbol.methods)
          offer(name, { signature: method, owner: symbol, path });
      }
      const below = symbol === undefined ? bare : symbol.underlying;
      if (below?.kind === "interface" && symbol !== undefined)
        for (const name of interfaceMethods(bare)) offer(name.name, { signature: name, owner: symbol, path });
      if (below?.kind !== "struct") continue;
      for (const field of below.fields) {
        if (path.length > 0 || field.embedded !== true) offer(field.name, undefined);
        if (field.embedded === true)
          next.push({ type: field.type, path: [...path, { name: field.name, type: field.type }] });
      }
    }
    for (const [name, method] of here) {
      if (method !== undefined && !hidden.has(name)) found.set(name, method);
      hidden.add(name);
    }
    level = next;
  }
  return found;
}

/** The methods of an interface, those of embedded interfaces included. */
export function interfaceMethods(type: Type): readonly MethodSignature[] {
  const found = new Map<string, MethodSignature>();
  const seen = new Set<Type>();
  const enter = (part: Type): void => {
    const below = part.kind === "named" ? part.symbol.underlying : part;
    if (part.kind === "named")
      for (const [name, method] of part.symbol.methods) if (!found.has(name)) found.set(name, method);
    if (below?.kind !== "interface" || seen.has(below)) return;
    seen.add(below);
    for (const { name, type: signature } of below.methods)
      if (!found.has(name)) found.set(name, { name, type: signature, flavour: "instance" });
    below.embedded.forEach(enter);
  };
  enter(type);
  return [...found.values()];
}
