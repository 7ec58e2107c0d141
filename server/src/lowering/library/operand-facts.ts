import type * as go from "../../go/tree.ts";
import type * as py from "../../python/tree.ts";
import type { GoLiftContext, PythonLiftContext } from "../lift-context.ts";
import { sharedPattern } from "./regular-expression.ts";
import type { OperandFact } from "./row.ts";
import { goLayout, pythonFormat } from "./time-layout.ts";

/** What is known of an operand before it runs: its value where it is a constant, and a bound that it is never below. */
export interface KnownOperand {
  readonly constant?: string | undefined;
  readonly lowerBound: number;
  readonly isLiteral: boolean;
  readonly number?: number | undefined;
}

/** Whether the fact is shown. */
export function holds(fact: OperandFact, operand: KnownOperand): boolean {
  const { constant, lowerBound } = operand;
  switch (fact) {
    case "nonNegative":
      return lowerBound >= 0;
    case "positive":
      return lowerBound > 0;
    case "nonEmpty":
      return constant !== undefined && constant !== "";
    case "ascii":
      return constant !== undefined && isAscii(constant);
    case "asciiText":
      return constant !== undefined && constant !== "" && isAscii(constant);
    case "replacement":
      return constant !== undefined && !/[\\$]/.test(constant);
    case "pattern":
      return constant !== undefined && sharedPattern(constant) !== undefined;
    case "consuming":
    case "consumingPlain":
    case "consumingGroup": {
      const shared = constant === undefined ? undefined : sharedPattern(constant);
      if (!shared || shared.mayBeEmpty) return false;
      return fact === "consuming" || shared.groups === (fact === "consumingPlain" ? 0 : 1);
    }
    case "timeFormat":
    case "timeFormatRead":
      return constant !== undefined && goLayout(constant, fact === "timeFormatRead") !== undefined;
    case "timeLayout":
    case "timeLayoutRead":
      return constant !== undefined && pythonFormat(constant, fact === "timeLayoutRead") !== undefined;
    case "utf8":
      return constant !== undefined && /^utf[-_]?8$/i.test(constant);
    case "cleanPath":
      return constant !== undefined && /^\/?[^/]+(\/[^/]+)*$/.test(constant) && !/(^|\/)\.\.?(\/|$)/.test(constant);
    case "plainGlob":
      return constant !== undefined && constant !== "" && !constant.includes("**");
    case "wordLength":
      return operand.number !== undefined && operand.number <= 8;
    case "literal":
      return operand.isLiteral;
    case "asciiCharacter":
      return constant?.length === 1 && isAscii(constant);
  }
}

function isAscii(text: string): boolean {
  return [...text].every((character) => character < "\u0080");
}

export function knownOfPython(node: py.Expression, context: PythonLiftContext): KnownOperand {
  const constant = node.kind === "Constant" && node.value.type === "str" ? node.value.value : undefined;
  const number = node.kind === "Constant" && node.value.type === "int" ? Number(node.value.value) : undefined;
  return { constant, lowerBound: context.analysis.lowerBound(node), isLiteral: node.kind === "Constant", number };
}

export function knownOfGo(node: go.Expr, context: GoLiftContext): KnownOperand {
  const value = context.analysis.constantOf(node);
  const isLength = node.kind === "CallExpr" && node.fun.kind === "Ident" && node.fun.name === "len";
  const type = context.typeOf(node);
  const isUnsigned = type.kind === "int" && type.signed === false;
  const lowerBound = typeof value === "bigint" ? Number(value) : isLength || isUnsigned ? 0 : -Infinity;
  return { constant: typeof value === "string" ? value : undefined, lowerBound, isLiteral: value !== undefined };
}
