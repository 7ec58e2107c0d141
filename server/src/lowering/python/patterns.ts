import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** A pattern as Python writes it. */
export function lowerPattern(pattern: ir.Pattern, context: PythonLowerContext): py.Pattern {
  switch (pattern.form) {
    case "value":
      if (pattern.value.kind === "NoneLiteral") return build.matchSingleton(null);
      if (pattern.value.kind === "BooleanLiteral") return build.matchSingleton(pattern.value.value);
      return build.matchValue(context.expression(pattern.value));
    case "capture":
      return build.matchAs(
        pattern.pattern ? lowerPattern(pattern.pattern, context) : undefined,
        pattern.binding ? context.name(pattern.binding) : undefined,
      );
    case "sequence":
      return build.matchSequence(
        pattern.patterns.map((part, position) =>
          position === pattern.starAt && part.form === "capture"
            ? build.matchStar(part.binding ? context.name(part.binding) : undefined)
            : lowerPattern(part, context),
        ),
      );
    case "mapping":
      return build.matchMapping(
        pattern.entries.map((entry) => ({
          key: context.expression(entry.key),
          pattern: lowerPattern(entry.pattern, context),
        })),
        pattern.rest ? context.name(pattern.rest) : undefined,
      );
    case "class": {
      const cls = context.type(pattern.type);
      if (cls.kind !== "Name" && cls.kind !== "Attribute")
        throw new Untranslatable("pattern-class", "The class of this pattern cannot be named in Python.");
      return build.matchClass(
        cls,
        [],
        pattern.fields.map((field) => ({
          attr: context.member(field.name, pattern.type, "field"),
          pattern: lowerPattern(field.pattern, context),
        })),
      );
    }
    case "alternatives":
      return build.matchOr(pattern.patterns.map((part) => lowerPattern(part, context)));
  }
}
