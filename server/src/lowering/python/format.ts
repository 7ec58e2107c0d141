import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import { stringType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { isHolder } from "../held-types.ts";
import type * as pyTree from "../../python/tree.ts";
import { characterOf } from "./characters.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { underlying } from "../lift/go-operators.ts";
import { Untranslatable } from "../untranslatable.ts";
import { boxedClass, boxedField, definedClass, hasTextMethod } from "./defined-types.ts";
import { goSyntax, goTypeText } from "./go-notation.ts";
import { heldTypeText } from "./held-type-text.ts";
import { showGo, shownText } from "./text.ts";

type Piece = string | pyTree.FormattedValue;

/** The formatted text as an f-string, or as less where it is one value. */
export function formatExpression(node: ir.Format, context: PythonLowerContext): pyTree.Expression {
  const pieces = node.parts.flatMap((part) => (typeof part === "string" ? [part] : inlined(lowerPart(part, context))));
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && typeof only !== "string") {
    const part = node.parts[0] as ir.FormatPart;
    if (typeof part === "string") return py.joinedStr(pieces);
    const isBare = only.formatSpec === undefined && only.conversion === undefined;
    if (isBare && (part.value.type.kind === "string" || isTextCall(only.value))) return only.value;
    if (isBare) return py.call("str", [only.value]);
    if (only.formatSpec === undefined && only.conversion === "r") return py.call("repr", [only.value]);
  }
  return py.joinedStr(pieces);
}

/** A field that holds a text or an f-string and no format is part of the text around it. */
function inlined(piece: Piece): readonly Piece[] {
  if (typeof piece === "string" || piece.formatSpec !== undefined || piece.conversion !== undefined) return [piece];
  const { value } = piece;
  if (value.kind === "Constant" && value.value.type === "str") return [value.value.value];
  if (value.kind !== "JoinedStr") return [piece];
  return value.values.flatMap((inner): readonly Piece[] => {
    if (inner.kind === "FormattedValue") return [inner];
    return inner.kind === "Constant" && inner.value.type === "str" ? [inner.value.value] : [];
  });
}

/** Calls that give a string by their making. */
function isTextCall(node: pyTree.Expression): boolean {
  return (
    node.kind === "JoinedStr" ||
    (node.kind === "Call" &&
      ((node.func.kind === "Name" && (node.func.id === "str" || node.func.id.startsWith("go_"))) ||
        (node.func.kind === "Attribute" && node.func.attr === "lower")))
  );
}

function lowerPart(part: ir.FormatPart, context: PythonLowerContext, given?: pyTree.Expression): Piece {
  const value = (): pyTree.Expression => given ?? context.expression(part.value);
  const whole = compositePart(part, value, context);
  if (whole !== undefined) return py.formattedValue(whole);
  switch (part.style) {
    case "str":
      return py.formattedValue(value());
    case "repr":
      return py.formattedValue(value(), undefined, "r");
    case "ascii":
      return py.formattedValue(value(), undefined, "a");
    case "goValue":
    case "goFields":
      return goValue(part, value(), part.style, context);
    case "goQuoted":
      return quoted(part, value(), context);
    case "goType":
      return typeText(part, value, context);
    case "goSyntax": {
      const shown = goSyntax(value(), part.value.type, context);
      if (shown) return paddedText(shown, part.specification, context);
      throw new Untranslatable(
        "format-verb",
        "What `%#v` prints of this value is Go's own notation, which is not translated.",
      );
    }
    case "specification":
      return part.verb === undefined
        ? py.formattedValue(value(), specificationText(part.specification, context))
        : goSpecification(part, value(), context);
  }
}

/** `%T`: a constant, where the static type is the dynamic one. */
function typeText(part: ir.FormatPart, value: () => pyTree.Expression, context: PythonLowerContext): Piece {
  const { type } = part.value;
  const text = goTypeText(type);
  if (text !== undefined) return paddedText(py.str(text), part.specification, context);
  if (isHolder(type)) return paddedText(heldTypeText(value(), type, context), part.specification, context);
  throw new Untranslatable(
    "format-verb",
    "What `%T` prints depends on the type that the value has when the program runs, and Python has other types.",
  );
}

/** The verbs for which a value shows itself by its own method. */
const textVerbs: ReadonlySet<string> = new Set(["v", "s", "q", "x", "X"]);

/**
 * A verb for the elements of a list, map or struct; undefined where the value is shown as a whole. A width is that of each element. A text of its own, and
 * bytes that are text, are one value.
 */
function compositePart(
  part: ir.FormatPart,
  value: () => pyTree.Expression,
  context: PythonLowerContext,
): pyTree.Expression | undefined {
  const spec = part.specification;
  if (spec === undefined || part.verb === undefined) return undefined;
  const { type } = part.value;
  const verb = spec.type;
  const isPlain = spec.width === undefined && spec.precision === undefined && spec.sign === undefined && !spec.fill;
  if (verb === "T" || part.style === "goSyntax" || ((verb === "v" || verb === "s" || verb === "t") && isPlain))
    return undefined;
  if (textVerbs.has(verb) && hasTextMethod(type)) {
    if (verb === "v" || verb === "s" || verb === "q") return undefined;
    const text: ir.FormatPart = { ...part, value: { ...part.value, type: stringType } };
    return piece(lowerPart(text, context, py.call("str", [value()])));
  }
  const below = underlying(type);
  const each = (element: pyTree.Expression, of: Type): pyTree.Expression =>
    piece(lowerPart({ ...part, value: { ...part.value, type: of } }, context, element));
  if (isBytes(below) && verb !== "d" && verb !== "v") return undefined;
  switch (below.kind) {
    case "list":
    case "array": {
      const name = context.fresh("item");
      const parts = py.generatorExp(each(py.name(name), below.element), [py.comprehension(py.name(name), value())]);
      return py.joinedStr(["[", py.formattedValue(py.methodCall(py.str(" "), "join", [parts])), "]"]);
    }
    case "dict": {
      const show = (of: Type): pyTree.Expression => {
        const name = context.fresh("item");
        return py.lambda(py.parameters([py.arg(name)]), each(py.name(name), of));
      };
      return py.call(context.helper("go_map"), [value(), show(below.key), show(below.value)]);
    }
    case "struct": {
      const whole = context.temporary("value", value());
      const shown = below.fields.flatMap((field, position): Piece[] => [
        `${position === 0 ? "" : " "}${part.style === "goFields" ? `${field.name}:` : ""}`,
        py.formattedValue(each(py.attribute(whole, context.member(field.name, type, "field")), field.type)),
      ]);
      return py.joinedStr(["{", ...shown, "}"].filter((item) => item !== ""));
    }
    default:
      return isHolder(type) && (verb !== "v" || spec.width !== undefined) && verb !== "s"
        ? openVerb(part, value(), context)
        : undefined;
  }
}

/** A verb for a value whose type is known when the program runs. */
function openVerb(part: ir.FormatPart, value: pyTree.Expression, context: PythonLowerContext): pyTree.Expression {
  const spec = part.specification!;
  if (typeof spec.width === "object" || typeof spec.precision === "object" || part.verb!.includes("*"))
    throw new Untranslatable("format-verb", `The verb \`${part.verb!}\` is not translated for a value of this type.`);
  const pointers = context.facts
    .typesIn(part.value.type)
    .some((held) => held.kind === "list" || held.kind === "dict" || held.kind === "array");
  if (pointers)
    throw new Untranslatable(
      "format-verb",
      `The verb \`${part.verb!}\` is not translated for a value that may be a list or map.`,
    );
  return py.call(context.helper("go_format"), [py.str(part.verb!), value]);
}

function piece(made: Piece): pyTree.Expression {
  if (typeof made === "string") return py.str(made);
  return made.formatSpec === undefined && made.conversion === undefined && isTextCall(made.value)
    ? made.value
    : py.joinedStr([made]);
}

/** A text in a field: to the right in Go, unless there is a minus. */
function paddedText(
  value: pyTree.Expression,
  spec: ir.FormatSpecification | undefined,
  context: PythonLowerContext,
): pyTree.FormattedValue {
  if (spec?.width === undefined) return py.formattedValue(value);
  return py.formattedValue(
    value,
    specificationText({ align: spec.align ?? ">", width: spec.width, type: "" }, context),
  );
}

/** `%q` of texts, of characters, and of lists of texts. */
function quoted(part: ir.FormatPart, value: pyTree.Expression, context: PythonLowerContext): pyTree.FormattedValue {
  const type = underlying(part.value.type);
  const shown = (): pyTree.Expression | undefined => {
    if (part.specification?.alternate || part.specification?.sign) return undefined;
    if (hasTextMethod(part.value.type) && type.kind !== "string")
      return py.call(context.helper("go_quote"), [py.call("str", [value])]);
    if (isBytes(type)) return py.call(context.helper("go_quote"), [py.methodCall(py.call("bytes", [value]), "decode")]);
    if (type.kind === "string") return py.call(context.helper("go_quote"), [textOf(value, part.value.type)]);
    if (type.kind === "int") return py.call(context.helper("go_quote_character"), [value]);
    if ((type.kind === "list" || type.kind === "array") && underlying(type.element).kind === "string") {
      const joined = py.methodCall(py.str(" "), "join", [py.call("map", [context.helper("go_quote"), value])]);
      return py.joinedStr(["[", py.formattedValue(joined), "]"]);
    }
    const isError = part.value.type.kind === "named" && part.value.type.symbol.name === "error";
    if (isError) return py.call(context.helper("go_quote"), [py.call("str", [value])]);
    return undefined;
  };
  const text = shown();
  if (text === undefined) throw new Untranslatable("format-verb", "This use of `%q` is not translated.");
  return paddedText(text, part.specification, context);
}

/** What a text of a defined type shows: its own text where it has one. */
function textOf(value: pyTree.Expression, type: ir.Expression["type"]): pyTree.Expression {
  return hasTextMethod(type) ? py.call("str", [value]) : value;
}

/** The format mini-language as text; computed widths are nested fields. */
function specificationText(
  spec: ir.FormatSpecification | undefined,
  context: PythonLowerContext,
): string | pyTree.JoinedStr {
  if (spec === undefined) return "";
  const isZero = spec.fill === "0" && spec.align === "=";
  const head = `${isZero ? "" : spec.align === undefined ? "" : `${spec.fill ?? ""}${spec.align}`}${spec.sign ?? ""}${spec.alternate ? "#" : ""}${isZero ? "0" : ""}`;
  const pieces: Piece[] = [head];
  const measure = (part: ir.Expression | number): Piece =>
    typeof part === "number" ? String(part) : py.formattedValue(context.expression(part));
  if (spec.width !== undefined) pieces.push(measure(spec.width));
  if (spec.grouping !== undefined) pieces.push(spec.grouping);
  if (spec.precision !== undefined) pieces.push(".", measure(spec.precision));
  pieces.push(spec.type);
  if (pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  return py.joinedStr(pieces.filter((piece) => piece !== ""));
}

/** `%v`, `%s`, `%d` and `%t`, with Go's width: to the right unless there is a minus. */
function goValue(
  part: ir.FormatPart,
  value: pyTree.Expression,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
): Piece {
  const spec = part.specification;
  const type = underlying(part.value.type);
  const isPlain =
    spec === undefined ||
    (spec.width === undefined && spec.precision === undefined && spec.sign === undefined && !spec.fill);
  const verb = spec?.type ?? "v";
  if (verb === "d" && type.kind !== "int" && !isBig(part.value.type))
    throw new Untranslatable("format-verb", "`%d` of this value is not translated.");
  if (verb === "d" && definedClass(part.value.type)) {
    const box = boxedClass(part.value.type);
    const number = box ? py.attribute(value, boxedField(box)) : value;
    return py.formattedValue(
      number,
      specificationText({ ...spec, align: spec?.fill === "0" ? "=" : spec?.align, type: "d" }, context),
    );
  }
  if (verb === "s" && type.kind === "bytes")
    return py.formattedValue(py.methodCall(py.call("bytes", [value]), "decode"));
  if (verb === "s" && type.kind === "list" && type.element.kind === "int" && type.element.alias === "byte")
    return py.formattedValue(py.methodCall(py.call("bytes", [value]), "decode"));
  if (
    verb === "s" &&
    ((type.kind === "int" && type.size !== "unbounded") || type.kind === "float" || type.kind === "bool") &&
    part.value.type.kind !== "named"
  ) {
    throw new Untranslatable("format-verb", "`%s` of a value that is no string prints an error in Go.");
  }
  const shown = showGo(value, part.value.type, style, context);
  if (isPlain) return py.formattedValue(shown.value);
  if (type.kind === "int" && !shown.isText)
    return py.formattedValue(
      shown.value,
      specificationText({ ...spec, align: spec.fill === "0" ? "=" : spec.align, type: "" }, context),
    );
  if (type.kind === "float" && verb === "v" && spec.precision !== undefined)
    throw new Untranslatable("format-verb", "`%v` with a precision is not translated; use `%.2f`.");
  return py.formattedValue(
    shownText(shown),
    specificationText(
      {
        align: spec.align ?? ">",
        width: spec.width,
        precision: type.kind === "string" ? spec.precision : undefined,
        type: "",
      },
      context,
    ),
  );
}

/** Whole numbers of math/big, which are plain numbers in Python. */
function isBig(type: Type): boolean {
  const bare = type.kind === "pointer" ? type.target : type;
  return bare.kind === "named" && bare.symbol.module === "math/big" && bare.symbol.name === "Int";
}

const integerVerbs: Readonly<Record<string, string>> = { x: "x", X: "X", o: "o", b: "b", O: "o" };

function goSpecification(part: ir.FormatPart, value: pyTree.Expression, context: PythonLowerContext): Piece {
  const spec = part.specification ?? { type: "" };
  const type = underlying(part.value.type);
  const layout = (letter: string): string | pyTree.JoinedStr =>
    specificationText({ ...spec, align: spec.fill === "0" ? "=" : spec.align, type: letter }, context);
  const integerVerb = integerVerbs[spec.type];
  if (type.kind === "int" && spec.type === "o" && spec.alternate && spec.width === undefined)
    return py.formattedValue(py.joinedStr(["0", py.formattedValue(value, "o")]));
  if ((type.kind === "int" || isBig(part.value.type)) && integerVerb !== undefined)
    return py.formattedValue(
      value,
      specificationText(
        {
          ...spec,
          alternate: spec.alternate || spec.type === "O" || undefined,
          align: spec.fill === "0" ? "=" : spec.align,
          type: integerVerb,
        },
        context,
      ),
    );
  if (type.kind === "float" && "feEF".includes(spec.type)) return py.formattedValue(value, layout(spec.type));
  if (type.kind === "float" && "gG".includes(spec.type) && spec.precision !== undefined)
    return py.formattedValue(value, layout(spec.type));
  if (type.kind === "float" && "gG".includes(spec.type) && spec.sign === undefined && spec.fill === undefined) {
    const shown = py.call(context.helper("go_float"), [value]);
    return paddedText(spec.type === "G" ? py.methodCall(shown, "upper") : shown, spec, context);
  }
  if (type.kind === "bool" && spec.type === "t")
    return paddedText(py.methodCall(py.call("str", [value]), "lower"), spec, context);
  if (type.kind === "string" && spec.type === "s") return paddedText(value, spec, context);
  if (type.kind === "int" && spec.type === "c") {
    const character = characterOf(value);
    return spec.width === undefined
      ? py.formattedValue(character)
      : py.formattedValue(
          character,
          specificationText({ width: spec.width, align: spec.align ?? ">", type: "" }, context),
        );
  }
  if (type.kind === "int" && spec.type === "U" && spec.alternate && spec.width === undefined) {
    const character = py.formattedValue(characterOf(value));
    return py.formattedValue(py.joinedStr(["U+", py.formattedValue(value, "04X"), " '", character, "'"]));
  }
  if (type.kind === "int" && spec.type === "U" && spec.width === undefined)
    return py.formattedValue(py.joinedStr(["U+", py.formattedValue(value, "04X")]));
  if ((spec.type === "x" || spec.type === "X") && (type.kind === "string" || isBytes(type))) {
    const bytes = type.kind === "string" ? py.methodCall(value, "encode") : py.call("bytes", [value]);
    const isSpaced = spec.sign === " ";
    if (isSpaced && spec.alternate) {
      const name = context.fresh("byte");
      const each = py.joinedStr([spec.type === "x" ? "0x" : "0X", py.formattedValue(py.name(name), `02${spec.type}`)]);
      const parts = py.generatorExp(each, [py.comprehension(py.name(name), bytes)]);
      return paddedText(py.methodCall(py.str(" "), "join", [parts]), { ...spec, sign: undefined }, context);
    }
    const plain = py.methodCall(bytes, "hex", isSpaced ? [py.str(" ")] : []);
    const hex = spec.alternate ? py.binOp(py.str("0x"), "Add", plain) : plain;
    return paddedText(spec.type === "x" ? hex : py.methodCall(hex, "upper"), spec, context);
  }
  throw new Untranslatable(
    "format-verb",
    `The verb \`${part.verb ?? spec.type}\` is not translated for a value of this type.`,
  );
}

function isBytes(type: ir.Expression["type"]): boolean {
  return (
    type.kind === "bytes" ||
    ((type.kind === "list" || type.kind === "array") && type.element.kind === "int" && type.element.alias === "byte")
  );
}
