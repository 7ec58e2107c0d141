import type { ExpressionBase, Expression, FormatPart } from "./node.ts";

/*
 * Operations of the built-in collections, numbers and text that both languages have in some spelling. Those that change a collection in place
 * have the type `none` unless they also give something.
 */

/** Adds elements at the end of a list, in place. */
export interface ListAppend extends ExpressionBase {
  readonly kind: "ListAppend";
  readonly list: Expression;
  readonly elements: readonly Expression[];
}
/** Adds all elements of an iterable at the end of a list, in place. */
export interface ListExtend extends ExpressionBase {
  readonly kind: "ListExtend";
  readonly list: Expression;
  readonly other: Expression;
}
/** Go's `append` as a value: a list of the elements of `list` and the further ones, which may or may not share memory with `list`. */
export interface Appended extends ExpressionBase {
  readonly kind: "Appended";
  readonly list: Expression;
  readonly elements: readonly Expression[];
  readonly spread: boolean;
}
/** Puts an element before `index`; indices out of range are cut to fit. */
export interface ListInsert extends ExpressionBase {
  readonly kind: "ListInsert";
  readonly list: Expression;
  readonly index: Expression;
  readonly element: Expression;
}
/** Removes the element at `index` (absent: the last one) and gives it. */
export interface ListPop extends ExpressionBase {
  readonly kind: "ListPop";
  readonly list: Expression;
  readonly index?: Expression | undefined;
  readonly wraps: boolean;
}
/** Removes the first element that is equal; ValueError without one. */
export interface ListRemove extends ExpressionBase {
  readonly kind: "ListRemove";
  readonly list: Expression;
  readonly element: Expression;
}
/** Removes everything from a list, dict or set, in place. */
export interface Clear extends ExpressionBase {
  readonly kind: "Clear";
  readonly container: Expression;
}
/** Sorts in place, stably. `key` is a function of one element. */
export interface ListSort extends ExpressionBase {
  readonly kind: "ListSort";
  readonly list: Expression;
  readonly key?: Expression | undefined;
  readonly reverse?: Expression | undefined;
}
export interface ListReverse extends ExpressionBase {
  readonly kind: "ListReverse";
  readonly list: Expression;
}
/** The index of the first element (or, in a string, the character index of the first occurrence) that is equal; ValueError without one. */
export interface IndexOf extends ExpressionBase {
  readonly kind: "IndexOf";
  readonly sequence: Expression;
  readonly element: Expression;
}
/** How many elements are equal to `element`. */
export interface CountOf extends ExpressionBase {
  readonly kind: "CountOf";
  readonly sequence: Expression;
  readonly element: Expression;
}
/** Go's `make([]T, length, capacity)`. */
export interface MakeList extends ExpressionBase {
  readonly kind: "MakeList";
  readonly length: Expression;
  readonly capacity?: Expression | undefined;
}
/** Go's `copy(target, source)`: overwrites as many elements as both have and gives their number. */
export interface CopyElements extends ExpressionBase {
  readonly kind: "CopyElements";
  readonly target: Expression;
  readonly source: Expression;
}
/** Go's `cap(x)`. */
export interface Capacity extends ExpressionBase {
  readonly kind: "Capacity";
  readonly operand: Expression;
}

/** The value of a key, or `fallback` (absent: None). The fallback is always evaluated. */
export interface DictGet extends ExpressionBase {
  readonly kind: "DictGet";
  readonly map: Expression;
  readonly key: Expression;
  readonly fallback?: Expression | undefined;
}
/** The value of a key, which is first set to `fallback` where it is missing. */
export interface DictSetDefault extends ExpressionBase {
  readonly kind: "DictSetDefault";
  readonly map: Expression;
  readonly key: Expression;
  readonly fallback: Expression;
}
/** Removes a key and gives its value; without it `fallback`, and without that a KeyError. */
export interface DictPop extends ExpressionBase {
  readonly kind: "DictPop";
  readonly map: Expression;
  readonly key: Expression;
  readonly fallback?: Expression | undefined;
}
/** Takes over all entries of another dict, in place. */
export interface DictUpdate extends ExpressionBase {
  readonly kind: "DictUpdate";
  readonly map: Expression;
  readonly other: Expression;
}
/** Removes a key where it is there (Go's `delete`). */
export interface DictDiscard extends ExpressionBase {
  readonly kind: "DictDiscard";
  readonly map: Expression;
  readonly key: Expression;
}

/** Removes the last entry of a dict, or the first, and gives it; KeyError without one. */
export interface DictPopItem extends ExpressionBase {
  readonly kind: "DictPopItem";
  readonly map: Expression;
  readonly end: "first" | "last";
}
/** Makes an entry the last of a dict, or the first. */
export interface DictMove extends ExpressionBase {
  readonly kind: "DictMove";
  readonly map: Expression;
  readonly key: Expression;
  readonly end: "first" | "last";
}
/** The map of Go inside an ordered one. Made by a pass. */
export interface DictEntries extends ExpressionBase {
  readonly kind: "DictEntries";
  readonly operand: Expression;
}

export interface SetAdd extends ExpressionBase {
  readonly kind: "SetAdd";
  readonly set: Expression;
  readonly element: Expression;
}
/** Removes an element; `strict`: a missing one is a KeyError. */
export interface SetDiscard extends ExpressionBase {
  readonly kind: "SetDiscard";
  readonly set: Expression;
  readonly element: Expression;
  readonly strict: boolean;
}
/** Takes over all elements of an iterable, in place. */
export interface SetUpdate extends ExpressionBase {
  readonly kind: "SetUpdate";
  readonly set: Expression;
  readonly other: Expression;
  /** Takes away what the other has, or all that it has not, instead. */
  readonly form?: "difference" | "intersection" | undefined;
}

export interface Sum extends ExpressionBase {
  readonly kind: "Sum";
  readonly iterable: Expression;
  readonly start?: Expression | undefined;
}
/** The least or greatest of several operands, or of the elements of an iterable. The first of equals wins. */
export interface Extreme extends ExpressionBase {
  readonly kind: "Extreme";
  readonly operator: "minimum" | "maximum";
  readonly operands?: readonly Expression[] | undefined;
  readonly iterable?: Expression | undefined;
  readonly key?: Expression | undefined;
  readonly fallback?: Expression | undefined;
}
export interface Absolute extends ExpressionBase {
  readonly kind: "Absolute";
  readonly operand: Expression;
}
/** A function of number theory whose result outgrows 64 bits. */
export interface LargeFunction extends ExpressionBase {
  readonly kind: "LargeFunction";
  readonly function: "factorial" | "comb" | "gcd" | "lcm" | "isqrt";
  readonly operands: readonly Expression[];
}
/** Rounds half to even, to an integer or, with `digits`, to a number of decimal places. */
export interface Round extends ExpressionBase {
  readonly kind: "Round";
  readonly operand: Expression;
  readonly digits?: Expression | undefined;
}
/** A new sorted list. */
export interface Sorted extends ExpressionBase {
  readonly kind: "Sorted";
  readonly iterable: Expression;
  readonly key?: Expression | undefined;
  readonly reverse?: Expression | undefined;
}
/** Whether any element is true, or all are; stops at the first that decides. */
export interface Quantify extends ExpressionBase {
  readonly kind: "Quantify";
  readonly quantifier: "any" | "all";
  readonly iterable: Expression;
}
/** A new list, tuple, set or dict of the elements of an iterable. */
export interface Collect extends ExpressionBase {
  readonly kind: "Collect";
  readonly operand: Expression;
}
/** The strings of an iterable, with `separator` between them. */
export interface Join extends ExpressionBase {
  readonly kind: "Join";
  readonly separator: Expression;
  readonly iterable: Expression;
}
/** The next element of an iterator; without one `fallback`, and without that StopIteration. */
export interface Next extends ExpressionBase {
  readonly kind: "Next";
  readonly iterator: Expression;
  readonly fallback?: Expression | undefined;
}

/** The code point of a string of one character. */
export interface Ordinal extends ExpressionBase {
  readonly kind: "Ordinal";
  readonly operand: Expression;
}
/** The string of one character that has this code point. */
export interface Character extends ExpressionBase {
  readonly kind: "Character";
  readonly operand: Expression;
}

/** A function of numbers without bounds, or of exact fractions, that Go's package math/big has as a method. */
export interface NumberFunction extends ExpressionBase {
  readonly kind: "NumberFunction";
  readonly name:
    | "euclideanQuotient"
    | "modularPower"
    | "modularInverse"
    | "gcd"
    | "isqrt"
    | "binomial"
    | "productOfRange"
    | "withBit"
    | "bit"
    | "bitLength"
    | "trailingZeros"
    | "fromBytes"
    | "toBytes"
    | "decimal"
    | "digits"
    | "isPrime"
    | "fitsInt64"
    | "fitsUint64"
    | "compare"
    | "parseInteger"
    | "parseFraction"
    | "fraction"
    | "numerator"
    | "denominator"
    | "isIntegral"
    | "fractionText"
    | "fixedText"
    | "toFloat";
  readonly operands: readonly Expression[];
}

/** Writes operands as text. `style` as in FormatPart; a missing separator is a blank, a missing end a line feed. */
export interface Print extends ExpressionBase {
  readonly kind: "Print";
  readonly operands: readonly Expression[];
  readonly style: Extract<FormatPart["style"], "str" | "goValue">;
  readonly separator?: Expression | undefined;
  readonly end?: Expression | undefined;
  readonly stream: "stdout" | "stderr";
  /** What is written to instead of a standard stream. */
  readonly file?: Expression | undefined;
}

export type Operation =
  | ListAppend
  | ListExtend
  | Appended
  | ListInsert
  | ListPop
  | ListRemove
  | Clear
  | ListSort
  | ListReverse
  | IndexOf
  | CountOf
  | MakeList
  | CopyElements
  | Capacity
  | DictGet
  | DictSetDefault
  | DictPop
  | DictUpdate
  | DictDiscard
  | DictEntries
  | DictPopItem
  | DictMove
  | SetAdd
  | SetDiscard
  | SetUpdate
  | Sum
  | Extreme
  | Absolute
  | LargeFunction
  | Round
  | Sorted
  | Quantify
  | Collect
  | Join
  | Next
  | Ordinal
  | Character
  | NumberFunction
  | Print;
