import type { Language } from "../base/language.ts";
import type { Declaration } from "../ir/node.ts";
import type { IrModule } from "../ir/module.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { conventionalName, freshName, type NameRole } from "./names.ts";

/** What everything that can be seen from outside a function is called in the target language. */
export interface ProgramNames {
  readonly target: Language;
  /** Source and target are one language, so that names stay as they are. */
  readonly isFaithful: boolean;
  /** A text that two namings share when they name everything alike. */
  readonly key: string;
  /** The name of a binding of a module, or undefined for local ones. */
  global(binding: Binding): string | undefined;
  typeName(symbol: TypeSymbol): string;
  member(name: string, type: Type | undefined, flavour: "field" | "method"): string;
  isTaken(name: string): boolean;
}

/** Python's special methods, and what Go developers call theirs. */
const specialMethods: Readonly<Record<string, string>> = {
  __str__: "String",
  __repr__: "GoString",
  __len__: "Len",
  __eq__: "Equal",
  __lt__: "Less",
  __le__: "LessEqual",
  __gt__: "Greater",
  __ge__: "GreaterEqual",
  __ne__: "NotEqual",
  __add__: "Add",
  __sub__: "Sub",
  __mul__: "Mul",
  __truediv__: "Div",
  __floordiv__: "FloorDiv",
  __mod__: "Mod",
  __pow__: "Pow",
  __neg__: "Neg",
  __abs__: "Abs",
  __matmul__: "MatMul",
  __radd__: "RAdd",
  __rsub__: "RSub",
  __rmul__: "RMul",
  __iadd__: "IAdd",
  __isub__: "ISub",
  __imul__: "IMul",
  __and__: "And",
  __or__: "Or",
  __xor__: "Xor",
  __invert__: "Invert",
  __iter__: "All",
  __next__: "Next",
  __contains__: "Contains",
  __getitem__: "At",
  __setitem__: "Set",
  __delitem__: "Delete",
  __call__: "Call",
  __hash__: "Hash",
  __bool__: "Bool",
  __enter__: "Enter",
  __exit__: "Exit",
  __aenter__: "Enter",
  __aexit__: "Exit",
  __aiter__: "All",
  __int__: "Int",
  __float__: "Float",
  __reversed__: "Backward",
  __format__: "FormatSpec",
};

/** The other way; only methods whose Go name promises the same meaning. */
const specialNames: Readonly<Record<string, string>> = { String: "__str__", Error: "__str__", Len: "__len__" };

/** Names everything that the modules declare. Deterministic; the first declaration of a name gets it. */
export function nameProgram(modules: readonly IrModule[], target: Language, isProgram: boolean): ProgramNames {
  const names = new Map<string, string>();
  const typeNames = new Map<TypeSymbol, string>();
  const taken = new Set<string>();
  const isFaithful = modules.every((module) => module.language === target);
  const claim = (binding: Binding, role: NameRole): string => {
    const known = names.get(binding.id);
    if (known !== undefined) return known;
    const wish = isFaithful ? binding.name : conventionalName(binding.name, role, target, !isProgram);
    const name = freshName(wish, taken);
    names.set(binding.id, name);
    taken.add(name);
    return name;
  };
  for (const module of modules) {
    for (const unit of module.units)
      for (const declaration of unit.declarations) claimDeclaration(declaration, claim, typeNames);
  }
  return {
    target,
    isFaithful,
    key: `${target} ${String(isFaithful)}\n${[...names].map(([id, name]) => `${id} ${name}`).join("\n")}`,
    global: (binding) => names.get(binding.id),
    typeName: (symbol) =>
      typeNames.get(symbol) ?? (isFaithful ? symbol.name : conventionalName(symbol.name, "type", target, true)),
    member: (name, _type, flavour) => (isFaithful ? name : memberName(name, flavour, target)),
    isTaken: (name) => taken.has(name),
  };
}

function claimDeclaration(
  declaration: Declaration,
  claim: (binding: Binding, role: NameRole) => string,
  typeNames: Map<TypeSymbol, string>,
): void {
  switch (declaration.kind) {
    case "Function":
      if (declaration.symbol === undefined) claim(declaration.binding, "function");
      break;
    case "Record":
    case "Interface":
    case "Enumeration":
    case "TypeDefinition":
      typeNames.set(declaration.symbol, claim(declaration.binding, "type"));
      break;
    case "Global":
      if (declaration.target.kind === "Variable")
        claim(declaration.target.binding, declaration.constant ? "constant" : "variable");
      else if (declaration.target.kind === "TupleLiteral") {
        for (const element of declaration.target.elements)
          if (element.kind === "Variable") claim(element.binding, "variable");
      }
      break;
    default:
      break;
  }
}

function memberName(name: string, flavour: "field" | "method", target: Language): string {
  if (target === "go") {
    const special = specialMethods[name];
    if (special !== undefined) return special;
    return conventionalName(name, flavour, "go", !name.startsWith("_"));
  }
  const special = flavour === "method" ? specialNames[name] : undefined;
  return special ?? conventionalName(name, flavour, "python", true);
}
