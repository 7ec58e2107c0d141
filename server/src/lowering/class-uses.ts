import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import { ancestors, sameType } from "../types/relations.ts";
import type { Type, TypeSymbol } from "../types/type.ts";

import { looksUp } from "./raises.ts";

/*
 * How the units use classes, as far as it decides what Go is made of them: whether values of derived classes stand where a base is expected, and
 * whether the code of a base needs to see the whole object.
 */

/** What one unit does with classes. */
export interface ClassUses {
  /** Classes that a value of a derived class is taken for. */
  readonly upcasts: readonly TypeSymbol[];
  /** Classes that values are asked for (`isinstance`). */
  readonly tested: readonly TypeSymbol[];
  /** Classes as which an object is held whose fields are read or set from outside of its methods. */
  readonly reached: readonly TypeSymbol[];
  /** Classes whose instances are shown as text, in containers too. */
  readonly shown: readonly TypeSymbol[];
  /** Enumerations whose members' names are asked for, and those whose members are gone through or looked up. */
  readonly named: readonly TypeSymbol[];
  readonly listed: readonly TypeSymbol[];
  /** Enumerations whose members are looked up by a value that is computed. */
  readonly parsed: readonly TypeSymbol[];
  /** For each instance that is made: the parameters that are left to their default. */
  readonly made: readonly { readonly symbol: TypeSymbol; readonly defaulted: readonly string[] }[];
}

/** What a method does with its own object. */
export interface SelfUse {
  /** Hands the object out, or does something with it as a whole. */
  readonly isValue: boolean;
  /** The methods and properties that it calls on it. */
  readonly calls: readonly string[];
  /** The methods of bases that it calls by `super()`. */
  readonly superCalls: readonly { readonly symbol: TypeSymbol; readonly name: string }[];
  readonly hasFields: boolean;
}

const showing: ReadonlySet<ir.Kind> = new Set<ir.Kind>(["Print", "Format", "LibraryCall", "UnknownCall"]);

/** Gathers the uses of classes in a unit. */
export function classUses(declarations: readonly ir.Declaration[]): ClassUses {
  const upcasts = new Set<TypeSymbol>();
  const tested = new Set<TypeSymbol>();
  const reached = new Set<TypeSymbol>();
  const shown = new Set<TypeSymbol>();
  const named = new Set<TypeSymbol>();
  const listed = new Set<TypeSymbol>();
  const parsed = new Set<TypeSymbol>();
  const made: { symbol: TypeSymbol; defaulted: readonly string[] }[] = [];
  const visit = (node: ir.Node, receiver: Binding | undefined): void => {
    if (node.kind === "Cast") noteUpcasts(node.operand.type, node.type, upcasts);
    if (node.kind === "TypeTest") for (const target of node.targets) addNamed(target, tested);
    if (node.kind === "TypeAssertion") addNamed(node.target, tested);
    if (node.kind === "TypeSwitch")
      for (const clause of node.cases) clause.types?.forEach((type) => addNamed(type, tested));
    if (node.kind === "Match") node.cases.forEach((clause) => addPatterns(clause.pattern, tested));
    if (node.kind === "Field" && node.member === "field" && !isVariableOf(node.object, receiver))
      addNamed(node.object.type, reached);
    if (node.kind === "Field" && node.member === "enumName") addNamed(node.object.type, named);
    if (node.kind === "New" && looksUp(node)) {
      addEnumeration(node.type, parsed);
      addEnumeration(node.type, listed);
    }
    if (node.kind === "Variable" && node.type.kind === "class") addEnumeration(node.type.instance, listed);
    if (node.kind === "New" && node.type.kind === "named")
      made.push({
        symbol: node.type.symbol,
        defaulted: node.arguments.flatMap(({ value }) => (value.kind === "DefaultArgument" ? [value.parameter] : [])),
      });
    const own = node.kind === "Function" && node.receiver ? node.receiver : receiver;
    forEachChild(node, (child) => {
      if (node.kind === "Field" && node.member === "enumMember") return;
      if (
        node.kind === "MethodCall" &&
        child === node.receiver &&
        child.kind === "Variable" &&
        child.type.kind === "class"
      )
        return;
      if (showing.has(node.kind) && child.sort === "expression") addMentioned(child.type, shown);
      visit(child, own);
    });
  };
  declarations.forEach((declaration) => visit(declaration, undefined));
  return {
    upcasts: [...upcasts],
    tested: [...tested],
    reached: [...reached],
    shown: [...shown],
    named: [...named],
    listed: [...listed],
    parsed: [...parsed],
    made,
  };
}

function isVariableOf(node: ir.Expression, binding: Binding | undefined): boolean {
  return binding !== undefined && node.kind === "Variable" && node.binding === binding;
}

function noteUpcasts(from: Type, to: Type, upcasts: Set<TypeSymbol>): void {
  if (to.kind === "optional") noteUpcasts(from.kind === "optional" ? from.inner : from, to.inner, upcasts);
  else if (to.kind === "named" && from.kind === "named" && !sameType(from, to) && from.symbol !== to.symbol)
    for (const base of ancestors(from)) if (base.kind === "named" && base.symbol === to.symbol) upcasts.add(to.symbol);
}

function addEnumeration(type: Type, into: Set<TypeSymbol>): void {
  if (type.kind === "named" && type.symbol.enumeration) into.add(type.symbol);
}

function addNamed(type: Type, into: Set<TypeSymbol>): void {
  if (type.kind === "named") into.add(type.symbol);
  else if (type.kind === "optional") addNamed(type.inner, into);
  else if (type.kind === "union") type.members.forEach((member) => addNamed(member, into));
}

/** All classes that a type mentions, arguments included. */
export function addMentioned(type: Type, into: Set<TypeSymbol>): void {
  switch (type.kind) {
    case "named":
      into.add(type.symbol);
      type.arguments.forEach((argument) => addMentioned(argument, into));
      break;
    case "list":
    case "set":
    case "array":
    case "iterator":
      addMentioned(type.element, into);
      break;
    case "dict":
      addMentioned(type.key, into);
      addMentioned(type.value, into);
      break;
    case "optional":
      addMentioned(type.inner, into);
      break;
    case "tuple":
      [...type.elements, ...(type.rest ? [type.rest] : [])].forEach((element) => addMentioned(element, into));
      break;
    case "union":
      type.members.forEach((member) => addMentioned(member, into));
      break;
    default:
      break;
  }
}

function addPatterns(pattern: ir.Pattern, into: Set<TypeSymbol>): void {
  switch (pattern.form) {
    case "class":
      addNamed(pattern.type, into);
      pattern.fields.forEach((field) => addPatterns(field.pattern, into));
      break;
    case "sequence":
    case "alternatives":
      pattern.patterns.forEach((part) => addPatterns(part, into));
      break;
    case "mapping":
      pattern.entries.forEach((entry) => addPatterns(entry.pattern, into));
      break;
    case "capture":
      if (pattern.pattern) addPatterns(pattern.pattern, into);
      break;
    default:
      break;
  }
}

/** What the method does with its receiver, nested functions included. */
export function selfUse(node: ir.Function): SelfUse | undefined {
  const { receiver } = node;
  if (receiver === undefined || node.flavour === "class") return undefined;
  const calls = new Set<string>();
  const superCalls: { symbol: TypeSymbol; name: string }[] = [];
  let isValue = false;
  let hasFields = false;
  const visit = (child: ir.Node): void => {
    if (child.kind === "Variable" && child.binding === receiver) {
      isValue = true;
      return;
    }
    if (child.kind === "Field" && isVariableOf(child.object, receiver)) {
      if (child.member === "method" || child.member === "property") calls.add(child.name);
      else if (child.member === "field") hasFields = true;
      if (child.member === "classAttribute") calls.add(child.name);
      return;
    }
    if (child.kind === "MethodCall" && child.viaSuper === true) {
      if (child.symbol) superCalls.push({ symbol: child.symbol, name: child.method });
      child.arguments.forEach((argument) => visit(argument.value));
      return;
    }
    if (child.kind === "MethodCall" && isVariableOf(child.receiver, receiver)) {
      calls.add(child.method);
      child.arguments.forEach((argument) => visit(argument.value));
      return;
    }
    forEachChild(child, visit);
  };
  node.body.forEach(visit);
  return { isValue, calls: [...calls], superCalls, hasFields };
}
