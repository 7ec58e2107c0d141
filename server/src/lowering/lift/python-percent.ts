import { expression } from "../../ir/build.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { bigIntType, floatType, stringType } from "../../types/build.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { formatOf, type Part } from "./python-format.ts";

/** Hands out the values of the fields, in the order of the template. */
interface Values {
  next(): ir.Expression;
  named(name: string): ir.Expression;
  /** Throws where values are left over. */
  finish(): void;
}

/** `"…%d…" % values` of a literal. */
export function liftPercentFormat(template: string, right: py.Expression, context: PythonLiftContext): ir.Expression {
  const values = valuesOf(template, right, context);
  const parts: Part[] = [];
  for (const [, literal, name, flags, width, precision, verb, stray] of template.matchAll(
    /([^%]+)|%(?:\(([^()]*)\))?([-+ #0]*)(\d+|\*)?(?:\.(\d*|\*))?[hlL]?([diouxXeEfFgGcrsa%])|(%)/gu,
  )) {
    if (stray !== undefined)
      throw new Untranslatable("percent-format", "This use of `%` is not translated; use an f-string.");
    if (literal !== undefined) parts.push(literal);
    else if (verb === "%") parts.push("%");
    else {
      const measure = (part: string | undefined): ir.Expression | number | undefined =>
        part === undefined ? undefined : part === "*" ? values.next() : Number(part);
      const [columns, places] = [measure(width), measure(precision)];
      const value = name === undefined ? values.next() : values.named(name);
      parts.push(percentPart(value, flags ?? "", columns, places, verb ?? "s"));
    }
  }
  values.finish();
  return formatOf(parts);
}

function valuesOf(template: string, right: py.Expression, context: PythonLiftContext): Values {
  if (/%\([^()]*\)/u.test(template)) return entries(right, context);
  if (right.kind === "Tuple") {
    if (right.elts.some((element) => element.kind === "Starred"))
      throw new Untranslatable(
        "percent-format",
        "Spreading into the values of `%` is not translated; use an f-string.",
      );
    return sequence(right.elts.map((node) => () => context.expression(node)));
  }
  const type = context.typeOf(right);
  if (type.kind === "tuple" && type.rest === undefined)
    return elements(context.expression(right), type.elements, context);
  if (type.kind === "tuple" || type.kind === "unknown" || type.kind === "any" || type.kind === "union")
    throw new Untranslatable(
      "percent-format",
      "Whether `%` gets one value or a tuple of them is not known here; use an f-string.",
    );
  return sequence([() => context.expression(right)]);
}

function sequence(values: readonly (() => ir.Expression)[]): Values {
  let position = 0;
  return {
    next: () => {
      const value = values[position++];
      if (value === undefined)
        throw new Untranslatable(
          "percent-format",
          "There are fewer values than fields; Python raises a TypeError here.",
        );
      return value();
    },
    named: () => {
      throw new Untranslatable("percent-format", "Python wants a dict for fields with names.");
    },
    finish: () => {
      if (position !== values.length)
        throw new Untranslatable(
          "percent-format",
          "There are more values than fields; Python raises a TypeError here.",
        );
    },
  };
}

/** The elements of a tuple, which is evaluated once. */
function elements(tuple: ir.Expression, types: readonly ir.Expression["type"][], context: PythonLiftContext): Values {
  const kept = isSimple(tuple)
    ? undefined
    : expression("Variable", tuple.type, { binding: context.temporary("values", tuple.type) });
  const object = (position: number): ir.Expression => {
    if (!kept) return tuple;
    return position === 0 ? expression("AssignmentExpression", tuple.type, { target: kept, value: tuple }) : kept;
  };
  return sequence(
    types.map(
      (type, position) => () =>
        expression("Index", type, {
          object: object(position),
          index: expression("IntegerLiteral", bigIntType, { value: BigInt(position) }),
          unit: "element",
          wraps: false,
        }),
    ),
  );
}

/** The entries of a dict, by the names of the fields. */
function entries(right: py.Expression, context: PythonLiftContext): Values {
  const named = (name: string): ir.Expression => {
    if (right.kind === "Dict") {
      const item = right.items.find(
        ({ key }) => key?.kind === "Constant" && key.value.type === "str" && key.value.value === name,
      );
      const value = item && context.expression(item.value);
      if (value && (right.items.length === 1 || isSimple(value))) return value;
    } else if (right.kind === "Name") {
      const map = context.expression(right);
      if (map.type.kind === "dict" && map.type.key.kind === "string")
        return expression("Lookup", map.type.value, {
          map,
          key: expression("StringLiteral", stringType, { value: name }),
          missing: "raise",
        });
    }
    throw new Untranslatable("percent-format", "`%` with this dict is not translated; use an f-string.");
  };
  return {
    next: () => {
      throw new Untranslatable("percent-format", "Fields with and without names are mixed; use an f-string.");
    },
    named,
    finish: () => undefined,
  };
}

function percentPart(
  lifted: ir.Expression,
  flags: string,
  width: ir.Expression | number | undefined,
  precision: ir.Expression | number | undefined,
  verb: string,
): ir.FormatPart {
  const isText = verb === "s" || (verb === "c" && lifted.type.kind === "string") || verb === "r" || verb === "a";
  const style = verb === "r" ? "repr" : verb === "a" ? "ascii" : "str";
  if (isText && width === undefined && precision === undefined) return { value: lifted, style };
  const shown = isText && (verb !== "s" || lifted.type.kind !== "string") ? formatted(lifted, style) : lifted;
  const isInteger = "diu".includes(verb);
  const value =
    isInteger && (shown.type.kind === "float" || shown.type.kind === "bool")
      ? expression("Convert", bigIntType, { operand: shown })
      : "eEfFgG".includes(verb) && shown.type.kind === "int"
        ? expression("Convert", floatType, { operand: shown })
        : shown;
  const isZero = flags.includes("0") && !flags.includes("-") && !isText;
  return {
    value,
    style: "specification",
    specification: {
      align: flags.includes("-") ? "<" : isZero ? "=" : ">",
      fill: isZero ? "0" : undefined,
      sign: flags.includes("+") ? "+" : flags.includes(" ") ? " " : undefined,
      alternate: flags.includes("#") || undefined,
      width,
      precision,
      type: isText ? "s" : isInteger ? "d" : verb,
    },
  };
}

function formatted(value: ir.Expression, style: "str" | "repr" | "ascii"): ir.Expression {
  return expression("Format", stringType, { parts: [{ value, style }] });
}
