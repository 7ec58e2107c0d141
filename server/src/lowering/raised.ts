import type * as ir from "../ir/node.ts";
import { integerValue } from "../ir/purity.ts";
import { ancestors } from "../types/relations.ts";
import type { Type } from "../types/type.ts";

/* The classes of Python's exceptions, and which of them operations of the language raise. */

/** An exception class: its name, then those of the classes that it inherits from. "unknown" stands for one that nothing is known of. */
export type Raised = readonly [name: string, ...bases: readonly string[]];

export const rootExceptions: ReadonlySet<string> = new Set(["Exception", "BaseException"]);

const exceptionBases: Readonly<Record<string, readonly string[]>> = {
  IndexError: ["LookupError"],
  KeyError: ["LookupError"],
  ZeroDivisionError: ["ArithmeticError"],
  OverflowError: ["ArithmeticError"],
  UnicodeDecodeError: ["UnicodeError", "ValueError"],
  FileNotFoundError: ["OSError"],
  FileExistsError: ["OSError"],
  PermissionError: ["OSError"],
  TimeoutError: ["OSError"],
  ConnectionError: ["OSError"],
  IsADirectoryError: ["OSError"],
  NotADirectoryError: ["OSError"],
  NotImplementedError: ["RuntimeError"],
  RecursionError: ["RuntimeError"],
  ModuleNotFoundError: ["ImportError"],
  JSONDecodeError: ["ValueError"],
  CalledProcessError: ["SubprocessError"],
  ValidationError: ["ValueError"],
};

/** Exceptions that `except Exception` does not catch. */
const apart: ReadonlySet<string> = new Set(["CancelledError", "GeneratorExit", "KeyboardInterrupt", "SystemExit"]);

/** The exception of the library with this name. */
export function raisedByName(name: string): Raised {
  if (apart.has(name)) return [name, "BaseException"];
  return [name, ...(exceptionBases[name] ?? []), "Exception", "BaseException"];
}

/** The exception that an expression of this type is. */
export function raisedByType(type: Type): Raised {
  if (type.kind !== "named" || type.symbol.form !== "exception") return ["unknown", "Exception", "BaseException"];
  const names = ancestors(type).flatMap((base) => (base.kind === "named" ? [base.symbol.name] : []));
  const [name = type.symbol.name, ...bases] = [...new Set(names)];
  // A variable of a class may hold an instance of a subclass.
  return rootExceptions.has(name) ? ["unknown", "Exception", "BaseException"] : [name, ...bases];
}

/** The names of the classes that a handler catches. */
export function handlerNames(handler: ir.Handler): readonly string[] {
  return handler.types.length === 0
    ? ["BaseException"]
    : handler.types.map((type) => (type.kind === "named" ? type.symbol.name : "Exception"));
}

/** Whether a handler for one of these names catches the exception for certain. */
export function catches(names: readonly string[], raised: Raised): boolean {
  return names.some((name) => raised.includes(name));
}

/** The exception that an operation raises when its operands do not fit, where Go panics or goes on. */
export function implicitRaise(node: ir.Node): Raised | undefined {
  switch (node.kind) {
    case "Index":
      return node.object.type.kind === "tuple" &&
        node.object.type.rest === undefined &&
        integerValue(node.index) !== undefined
        ? undefined
        : raisedByName("IndexError");
    case "Lookup":
      return node.missing === "raise" ? raisedByName("KeyError") : undefined;
    case "IntegerDivide":
    case "Remainder":
    case "Divide":
      return isNonZero(node.right) ? undefined : raisedByName("ZeroDivisionError");
    case "ListPop":
      return raisedByName("IndexError");
    case "IndexOf":
    case "ListRemove":
      return raisedByName("ValueError");
    case "DictPop":
      return node.fallback === undefined ? raisedByName("KeyError") : undefined;
    case "DictPopItem":
    case "DictMove":
      return raisedByName("KeyError");
    case "SetDiscard":
      return node.strict ? raisedByName("KeyError") : undefined;
    case "Extreme":
      return node.iterable !== undefined && node.fallback === undefined ? raisedByName("ValueError") : undefined;
    case "Range":
      return node.ascending === true || isNonZero(node.step) ? undefined : raisedByName("ValueError");
    case "Next":
      return node.fallback === undefined ? raisedByName("StopIteration") : undefined;
    case "Field":
      return node.object.type.kind === "optional" ? raisedByName("AttributeError") : undefined;
    case "MethodCall":
      return node.receiver.type.kind === "optional" ? raisedByName("AttributeError") : undefined;
    case "Assert":
      return raisedByName("AssertionError");
    case "Delete":
      return node.targets.some((target) => target.kind === "Lookup") ? raisedByName("KeyError") : undefined;
    case "Assign":
      return node.targets.some((target) => target.kind === "TupleLiteral") && hasUnknownLength(node.value)
        ? raisedByName("ValueError")
        : undefined;
    default:
      return undefined;
  }
}

/** Whether only the running program knows how many values an unpacking gets. */
function hasUnknownLength(value: ir.Expression): boolean {
  return (
    value.kind !== "TupleLiteral" &&
    value.type.kind !== "unknown" &&
    !(value.type.kind === "tuple" && value.type.rest === undefined)
  );
}

function isNonZero(node: ir.Expression): boolean {
  if (node.kind === "FloatLiteral") return node.value !== 0;
  const value = integerValue(node);
  return value !== undefined && value !== 0n;
}
