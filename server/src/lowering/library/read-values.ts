import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/* Values that a library reads from a text as what the program takes them for. */

/** A list or an object whose values may be anything: it is read as any value is, which gives one of these. */
export function isOpenShape(type: Type): boolean {
  if (type.kind === "list") return type.element.kind === "any";
  return type.kind === "dict" && type.key.kind === "string" && type.value.kind === "any";
}

/** Asks for what reading a value of the type takes. */
export function prepareReading(type: Type, context: GoLowerContext): void {
  if (isOpenShape(type)) return;
  switch (type.kind) {
    case "any":
    case "unknown":
      throw new Untranslatable(
        "json-of-any",
        "What is read here holds values of any type inside of others; say what they are, or read the whole as `dict[str, Any]`.",
      );
    case "list":
      prepareElement(type.element, context);
      return;
    case "dict":
      if (context.facts.isOrdered(type)) context.helper("orderedMapJSON");
      prepareElement(type.value, context);
      return;
    case "optional":
      prepareElement(type.inner, context);
  }
}

function prepareElement(type: Type, context: GoLowerContext): void {
  if (type.kind === "dict" && isOpenShape(type)) context.helper("orderedMapJSON");
  else if (isOpenShape(type)) prepareReading({ kind: "any" }, context);
  else prepareReading(type, context);
}
