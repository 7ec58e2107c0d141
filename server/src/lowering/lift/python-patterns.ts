import { boolean, none } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { bigIntType, boolType, floatType, stringType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** Lifts a pattern that is matched against a value of type `subject`. */
export function liftPattern(node: py.Pattern, subject: Type, context: PythonLiftContext): ir.Pattern {
  switch (node.kind) {
    case "MatchValue":
      return { form: "value", value: context.expression(node.value) };
    case "MatchSingleton":
      return { form: "value", value: node.value === null ? none() : boolean(node.value) };
    case "MatchAs": {
      const inner = node.pattern ? liftPattern(node.pattern, subject, context) : undefined;
      const binding = node.name === undefined ? undefined : context.bindingOf(node);
      return { form: "capture", ...(binding ? { binding } : {}), ...(inner ? { pattern: inner } : {}) };
    }
    case "MatchOr":
      return { form: "alternatives", patterns: node.patterns.map((pattern) => liftPattern(pattern, subject, context)) };
    case "MatchSequence":
      return sequence(node, context);
    case "MatchMapping":
      return {
        form: "mapping",
        entries: node.items.map((item) => ({
          key: context.expression(item.key),
          pattern: liftPattern(item.pattern, { kind: "unknown" }, context),
        })),
        ...(node.rest === undefined ? {} : { rest: context.bindingOf(node) }),
      };
    case "MatchClass":
      return classPattern(node, context);
    case "MatchStar":
      throw new Untranslatable("pattern", "A starred pattern stands only inside a sequence.");
    case "Invalid":
      throw new Untranslatable("syntax-error", "This pattern could not be read as Python.");
  }
}

function sequence(node: py.MatchSequence, context: PythonLiftContext): ir.Pattern {
  const starAt = node.patterns.findIndex((pattern) => pattern.kind === "MatchStar");
  const patterns = node.patterns.map((pattern): ir.Pattern => {
    if (pattern.kind !== "MatchStar") return liftPattern(pattern, { kind: "unknown" }, context);
    return { form: "capture", ...(pattern.name === undefined ? {} : { binding: context.bindingOf(pattern) }) };
  });
  return { form: "sequence", patterns, ...(starAt < 0 ? {} : { starAt }) };
}

/** Builtin types that match by a single positional pattern the value itself. */
const builtins: Readonly<Record<string, Type>> = { int: bigIntType, float: floatType, str: stringType, bool: boolType };

function classPattern(node: py.MatchClass, context: PythonLiftContext): ir.Pattern {
  const builtin = node.cls.kind === "Name" ? builtins[node.cls.id] : undefined;
  const known = context.typeOf(node.cls);
  const type = builtin ?? (known.kind === "class" ? known.instance : undefined);
  if (!type) throw new Untranslatable("pattern-class", "The class of this pattern is not known here.");
  if (builtin && node.patterns.length === 1) {
    const inner = liftPattern(node.patterns[0]!, builtin, context);
    const test: ir.Pattern = { form: "class", type, fields: [] };
    return inner.form === "capture" && inner.pattern === undefined
      ? { form: "capture", ...(inner.binding ? { binding: inner.binding } : {}), pattern: test }
      : test;
  }
  const names = type.kind === "named" ? [...type.symbol.fields.keys()] : [];
  const positional = node.patterns.map((pattern, position) => {
    const name = names[position];
    if (name === undefined)
      throw new Untranslatable("pattern-class", "The positions of this class pattern are not known; name the fields.");
    return { name, pattern: liftPattern(pattern, { kind: "unknown" }, context) };
  });
  const keywords = node.keywords.map((keyword) => ({
    name: keyword.attr,
    pattern: liftPattern(keyword.pattern, { kind: "unknown" }, context),
  }));
  return { form: "class", type, fields: [...positional, ...keywords] };
}
