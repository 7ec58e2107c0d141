import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type { PythonLowerContext } from "../lower-context.ts";

type Operands = readonly pyTree.Expression[];

/** An integer that becomes a float of 64 bits. */
function isConvertedInteger(node: ir.Expression): node is ir.Convert {
  return (
    node.kind === "Convert" &&
    node.type.kind === "float" &&
    node.type.bits === 64 &&
    node.operand.type.kind === "int" &&
    node.operand.type.alias === undefined
  );
}

/**
 * The operands of an operation on floats, without the conversions that Python makes itself where an integer meets a float. Of two converted integers, which
 * only `/` takes as they are, the left one stays converted for other operators.
 */
export function mixedOperands(
  node: { readonly left: ir.Expression; readonly right: ir.Expression },
  operator: "divide" | "other",
  context: PythonLowerContext,
): readonly [pyTree.Expression, pyTree.Expression] {
  const { left, right } = node;
  const bare = (part: ir.Expression): ir.Expression => (isConvertedInteger(part) ? part.operand : part);
  const keepsLeft = operator === "other" && (isConvertedInteger(right) || right.type.kind !== "float");
  return context.expressions([keepsLeft ? left : bare(left), bare(right)]) as [pyTree.Expression, pyTree.Expression];
}

/** A function of numbers without bounds as Python has it. */
export function numberFunction(node: ir.NumberFunction, context: PythonLowerContext): pyTree.Expression {
  const operands = context.expressions(node.operands);
  const [first, second] = operands as readonly [pyTree.Expression, pyTree.Expression];
  const math = (name: string, args: Operands): pyTree.Expression =>
    py.call(py.attribute(context.module("math"), name), args);
  const helper = (name: string, args: Operands = operands): pyTree.Expression => py.call(context.helper(name), args);
  switch (node.name) {
    case "euclideanQuotient":
      return helper("euclidean_quotient");
    case "modularPower":
      return py.call("pow", operands);
    case "modularInverse":
      return py.call("pow", [first, py.int(-1), second]);
    case "gcd":
    case "isqrt":
      return math(node.name, operands);
    case "binomial":
      return math("comb", operands);
    case "productOfRange":
      return math("prod", [py.call("range", [first, py.binOp(second, "Add", py.int(1))])]);
    case "withBit":
      return helper("with_bit");
    case "bit":
      return py.binOp(py.binOp(first, "RShift", second), "BitAnd", py.int(1));
    case "bitLength":
      return py.methodCall(first, "bit_length");
    case "trailingZeros":
      return helper("trailing_zeros", [first, py.int(0)]);
    case "fromBytes":
      return py.call(py.attribute(py.name("int"), "from_bytes"), [py.call("bytes", [first])]);
    case "toBytes":
      return helper("number_bytes");
    case "decimal":
      return py.call("str", [first]);
    case "digits":
      return digits(first, second, integerValue(node.operands[1]), context);
    case "isPrime":
      return helper("is_prime", [first]);
    case "fitsInt64":
      return helper("fits_integer", [first, py.bool(true)]);
    case "fitsUint64":
      return helper("fits_integer", [first, py.bool(false)]);
    case "compare":
      return helper("compare");
    case "parseInteger":
      return helper("parse_integer");
    case "parseFraction":
      return helper("parse_fraction");
    case "fraction":
      return py.call(context.imported("fractions", "Fraction"), operands);
    case "numerator":
    case "denominator":
      return py.attribute(first, node.name);
    case "isIntegral":
      return py.compare(py.attribute(first, "denominator"), "Eq", py.int(1));
    case "fractionText":
      return helper("fraction_text");
    case "fixedText":
      return helper("fixed_text");
    case "toFloat":
      return py.call("float", [first]);
  }
}

const letters = new Map([
  [2n, "b"],
  [8n, "o"],
  [16n, "x"],
]);

function digits(
  value: pyTree.Expression,
  base: pyTree.Expression,
  known: bigint | undefined,
  context: PythonLowerContext,
): pyTree.Expression {
  if (known === 10n) return py.call("str", [value]);
  const letter = known === undefined ? undefined : letters.get(known);
  return letter === undefined
    ? py.call(context.helper("to_base"), [value, base])
    : py.joinedStr([py.formattedValue(value, letter)]);
}
