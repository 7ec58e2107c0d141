import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import * as build from "./syntax.ts";

/*
 * Dicts whose order can be seen: `*orderedMap[K, V]`, with the entries in a map and the keys in a slice.
 */

/** `m.entries`: the map of Go inside. */
export function entriesIn(map: go.Expr): go.Expr {
  return build.selector(map, "entries");
}

/** `m.keys`: the keys in their order. */
export function keysIn(map: go.Expr): go.Expr {
  return build.selector(map, "keys");
}

/** The lowered dict as a map of Go. */
export function asMap(map: go.Expr, type: Type, context: GoLowerContext): go.Expr {
  return context.facts.isOrdered(type) ? entriesIn(map) : map;
}

/** The statement that stores an entry. */
export function setEntry(map: go.Expr, type: Type, key: go.Expr, value: go.Expr, context: GoLowerContext): go.Stmt {
  return context.facts.isOrdered(type)
    ? build.statement(build.call(build.selector(map, "Set"), key, value))
    : build.assign(build.index(map, key), value);
}

/** The statement that removes an entry where it is there. */
export function removeEntry(map: go.Expr, type: Type, key: go.Expr, context: GoLowerContext): go.Stmt {
  return build.statement(
    context.facts.isOrdered(type) ? build.call(context.helper("deleteKey"), map, key) : build.call("delete", map, key),
  );
}

/** A place in an ordered map, whose key is made sure of first. */
export function ensuredPlace(map: go.Expr, key: go.Expr, context: GoLowerContext): go.Expr {
  const [place, at] = [repeatable(map, "entries", context), repeatable(key, "key", context)];
  context.emit(build.statement(build.call(context.helper("ensureKey"), place, at)));
  return build.index(entriesIn(place), at);
}

/** The value, or a variable that holds it where evaluating it twice would cost or do something. */
export function repeatable(value: go.Expr, hint: string, context: GoLowerContext): go.Expr {
  return value.kind === "Ident" ||
    value.kind === "BasicLit" ||
    (value.kind === "SelectorExpr" && value.x.kind === "Ident")
    ? value
    : context.temporary(hint, value);
}

/** A new dict without entries. */
export function emptyDict(type: Type, context: GoLowerContext): go.Expr {
  const lowered = context.type(type);
  return lowered.kind === "StarExpr" ? build.unary("&", build.composite(lowered.x, [])) : build.composite(lowered, []);
}

/** Emits what takes over all entries of another dict. */
export function takeEntries(map: go.Expr, type: Type, other: go.Expr, otherType: Type, context: GoLowerContext): void {
  const isOrdered = context.facts.isOrdered(type);
  if (!isOrdered) {
    context.emit(build.statement(build.libraryCall("maps", "Copy", map, asMap(other, otherType, context))));
    return;
  }
  const target = repeatable(map, "entries", context);
  const [key, value] = [context.fresh("key"), context.fresh("value")];
  const all = context.facts.isOrdered(otherType) ? build.call(build.selector(other, "All")) : other;
  context.emit(build.range(key, value, all, [setEntry(target, type, build.ident(key), build.ident(value), context)]));
}

/** A dict with these entries, in this order. */
export function orderedLiteral(
  node: ir.DictLiteral,
  entries: readonly (readonly [key: go.Expr, value: go.Expr])[],
  context: GoLowerContext,
): go.Expr {
  const lowered = context.type(node.type);
  if (entries.length === 0 || lowered.kind !== "StarExpr" || node.type.kind !== "dict")
    return emptyDict(node.type, context);
  const make = context.helper("orderedMapOf");
  const entry = build.instantiate(build.ident("mapEntry"), [
    context.type(node.type.key),
    context.type(node.type.value),
  ]);
  return build.call(
    make,
    build.composite(
      build.sliceType(entry),
      entries.map(([key, value]) => build.composite(undefined, [key, value])),
    ),
  );
}
