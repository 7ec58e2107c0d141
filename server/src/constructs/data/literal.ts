import { decodeInt } from "../../go/literals.ts";
import type * as goTree from "../../go/tree.ts";
import * as irBuild from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import {
  bigIntType,
  boolType,
  bytesType,
  complexType,
  floatType,
  largeIntType,
  noneType,
  stringType,
} from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isLarge, largeLiteral } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const largestInt = (1n << 63n) - 1n;

/** A Go literal in the type that its context gives it: `2` among floats is a float. */
function liftBasic(node: goTree.BasicLit, type: ir.Expression["type"]): ir.Expression {
  const kind = underlying(type).kind;
  switch (node.token) {
    case "STRING":
      if (typeof node.value !== "string")
        throw new Untranslatable(
          "invalid-utf8",
          "This string holds bytes that are no UTF-8; Python programs keep such data in `bytes`.",
        );
      return irBuild.expression("StringLiteral", type, { value: node.value });
    case "IMAG":
      return irBuild.expression("ComplexLiteral", type, { imaginary: node.value });
    case "CHAR":
      if (kind === "float") return irBuild.expression("FloatLiteral", type, { value: node.value });
      return irBuild.expression("CharacterLiteral", type, { value: node.value });
    case "INT":
      if (kind === "float") return irBuild.expression("FloatLiteral", type, { value: Number(node.value) });
      return irBuild.expression("IntegerLiteral", type, { value: node.value, text: node.raw });
    case "FLOAT":
      if (kind === "int") return irBuild.expression("IntegerLiteral", type, { value: BigInt(Math.trunc(node.value)) });
      return irBuild.expression("FloatLiteral", type, { value: node.value, text: node.raw });
  }
}

function goInteger(node: ir.IntegerLiteral, context: GoLowerContext): goTree.Expr {
  if (isLarge(node.type)) return largeLiteral(node.value, context);
  if (node.value > largestInt && !(node.type.kind === "int" && !node.type.signed)) {
    throw new Untranslatable(
      "integer-too-large",
      "This number does not fit Go's int of 64 bits; Go programs use math/big for it.",
    );
  }
  const written = node.text?.toLowerCase();
  const isKept =
    written !== undefined && /^0[xob]/.test(written)
      ? decodeInt(written) === node.value
      : written === node.value.toString() || (written?.includes("_") ?? false);
  return go.integer(node.value, isKept ? written : undefined);
}

function goFloat(node: ir.FloatLiteral): goTree.Expr {
  if (!Number.isFinite(node.value)) return go.libraryCall("math", "Inf", go.integer(1));
  const written = node.text;
  return go.float(node.value, written !== undefined && /^\d[\d_]*\.\d|^\d[\d_]*e/i.test(written) ? written : undefined);
}

function pythonFloat(value: number, text: string | undefined, isWhole: boolean): ReturnType<typeof py.float> {
  if (isWhole) return py.int(BigInt(value));
  return py.float(
    value,
    undefined,
    text !== undefined && /^\d[\d_]*\.\d[\d_]*(e[+-]?\d+)?$/i.test(text) ? text : undefined,
  );
}

/** The type of an integer literal of Python. */
function integerType(value: bigint): Type {
  return value > largestInt ? largeIntType : bigIntType;
}

export default defineConstruct({
  id: "literal",
  title: "Literals",
  summary: "Numbers, strings, bytes, characters, booleans and nothing are written almost alike.",
  explanation:
    "A Python `int` literal has no bounds, a Go constant is exact but must fit its type when it is used. Python has no character type: Go's `'a'` is the number 97 with the type " +
    "`rune`, which Python writes `ord(\"a\")`. Go's `nil` is the zero value of pointers, slices, maps, channels, functions and interfaces, Python's `None` is one object of a type of its own. " +
    "Go strings hold bytes that are usually UTF-8, Python strings hold code points, so that the same literal can have two lengths.",
  references: [
    { title: "Go: Constants", url: "https://go.dev/ref/spec#Constants" },
    { title: "Go: String literals", url: "https://go.dev/ref/spec#String_literals" },
    { title: "Python: Literals", url: "https://docs.python.org/3/reference/lexical_analysis.html#literals" },
  ],
  python: {
    Constant: (node) => {
      const { value } = node;
      switch (value.type) {
        case "int":
          return irBuild.expression("IntegerLiteral", integerType(value.value), {
            value: value.value,
            text: value.literal,
          });
        case "float":
          return irBuild.expression("FloatLiteral", floatType, { value: value.value, text: value.literal });
        case "complex":
          return irBuild.expression("ComplexLiteral", complexType, { imaginary: value.imaginary });
        case "str":
          return irBuild.expression("StringLiteral", stringType, { value: value.value });
        case "bytes":
          return irBuild.expression("BytesLiteral", bytesType, { value: value.value });
        case "bool":
          return irBuild.expression("BooleanLiteral", boolType, { value: value.value });
        case "None":
          return irBuild.none(noneType);
        case "Ellipsis":
          throw new Untranslatable("ellipsis", "`...` as a value is not translated; Go has no such placeholder.");
      }
    },
  },
  go: { BasicLit: (node, context) => liftBasic(node, context.typeOf(node)) },
  refines: {
    go: {
      Ident: (node, context) => {
        if (node.name === "nil" && context.analysis.bindingOf(node)?.kind !== "local") {
          const type = context.typeOf(node);
          return type.kind === "untyped" && type.basis === "nil" ? irBuild.none() : undefined;
        }
        if (
          (node.name === "true" || node.name === "false") &&
          context.analysis.constantOf(node) === (node.name === "true")
        ) {
          const binding = context.analysis.bindingOf(node);
          return binding === undefined || binding.kind === "builtin"
            ? irBuild.expression("BooleanLiteral", context.typeOf(node), { value: node.name === "true" })
            : undefined;
        }
        return undefined;
      },
    },
  },
  lower: {
    go: {
      IntegerLiteral: goInteger,
      FloatLiteral: goFloat,
      ComplexLiteral: (node) => go.call("complex", go.integer(0), go.float(node.imaginary)),
      StringLiteral: (node) => {
        if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(node.value)) {
          throw new Untranslatable(
            "lone-surrogate",
            "This string holds a lone surrogate, which no Go string can hold as text.",
          );
        }
        return go.string(node.value);
      },
      BytesLiteral: (node) => go.call(go.sliceType(go.ident("byte")), go.byteString(node.value)),
      BooleanLiteral: (node) => go.ident(node.value ? "true" : "false"),
      CharacterLiteral: (node) => go.character(node.value),
      NoneLiteral: () => go.ident("nil"),
      ZeroValue: (node, context) => context.zero(node.type),
    },
    python: {
      IntegerLiteral: (node) =>
        py.int(
          node.value,
          undefined,
          node.text !== undefined && /^0[xob][0-9a-f_]+$/i.test(node.text) ? node.text : undefined,
        ),
      FloatLiteral: (node) =>
        pythonFloat(
          node.value,
          node.text,
          node.text === undefined &&
            node.type.kind === "float" &&
            node.type.mixed !== undefined &&
            Number.isInteger(node.value),
        ),
      ComplexLiteral: (node) => py.constant({ type: "complex", imaginary: node.imaginary }),
      StringLiteral: (node) => py.str(node.value),
      BytesLiteral: (node) => py.bytes(node.value),
      BooleanLiteral: (node) => py.bool(node.value),
      CharacterLiteral: (node) => py.call("ord", [py.str(String.fromCodePoint(node.value))]),
      // Go's nil slice or map is an empty one.
      NoneLiteral: (node, context) => {
        const { kind } = underlying(node.type);
        return kind === "list" || kind === "dict" ? context.zero(node.type) : py.none();
      },
      ZeroValue: (node, context) => context.zero(node.type),
    },
  },
  examples: [
    {
      title: "Numbers and text",
      python: 'count = 3\nratio = 2.5\nname = "Zoë"\nprint(count, name, ratio > 2.0)\n',
      go: 'count := 3\nratio := 2.5\nname := "Zoë"\nfmt.Println(count, name, map[bool]string{true: "True", false: "False"}[ratio > 2.0])\n',
    },
    {
      title: "A character is a number in Go",
      python: 'first = ord("a")\nprint(first)\n',
      go: "first := 'a'\nfmt.Println(first)\n",
    },
  ],
});
