import type * as goTree from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { exceptionOfClass } from "../../lowering/lift/exit-methods.ts";
import { exceptionType, handlerTypes } from "../../lowering/lift/python-exceptions.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { partToGo } from "../../lowering/go/exception-group.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { anyType, boolType, listOf, optionalOf, stringType, tupleOf } from "../../types/build.ts";

export default defineConstruct({
  id: "exception-values",
  title: "Looking into an exception",
  summary: "`str(e)` is `err.Error()`, and `e.__cause__` is `errors.Unwrap(err)`.",
  explanation:
    "An exception in Python is an object with arguments, a message made of them, and links to what caused it. A Go error is anything with a method `Error() string`; " +
    "an error that wraps another has a method `Unwrap`, which `errors.Is` and `errors.As` follow. The message of a wrapping Go error usually contains that of its cause, that of a Python exception does not.",
  references: [
    { title: "Go: package errors", url: "https://pkg.go.dev/errors" },
    { title: "Python: Exception context", url: "https://docs.python.org/3/library/exceptions.html#exception-context" },
  ],
  refines: { python: { Attribute: liftAttribute, Name: liftName, Call: liftCall } },
  lower: {
    go: { ErrorCause: causeToGo, ExceptionPart: partToGo },
    python: {
      ExceptionPart: partToPython,
      ErrorCause: (node, context): pyTree.Expression => py.attribute(context.expression(node.operand), "__cause__"),
    },
  },
  caveats: [
    {
      code: "exception-context",
      severity: "mark",
      message:
        "Python links an exception to the one that was being handled; a Go error knows only the cause that it was given.",
    },
  ],
  examples: [
    {
      title: "The cause of an error",
      python: `class ConfigError(Exception):
    pass


def read(text: str) -> int:
    try:
        return check(text)
    except ValueError as e:
        raise ConfigError("bad config") from e


def check(text: str) -> int:
    if text == "":
        raise ValueError("empty")
    return len(text)


try:
    print(read("abc"))
    print(read(""))
except ConfigError as e:
    print(e, "-", e.__cause__)
`,
      go: `package main

import (
	"errors"
	"fmt"
)

type ConfigError struct {
	Message string
	Cause   error
}

func (c *ConfigError) Error() string {
	return c.Message
}

func (c *ConfigError) Unwrap() error {
	return c.Cause
}

func read(text string) (int, error) {
	n, err := check(text)
	if err != nil {
		return 0, &ConfigError{Message: "bad config", Cause: err}
	}
	return n, nil
}

func check(text string) (int, error) {
	if text == "" {
		return 0, errors.New("empty")
	}
	return len(text), nil
}

func main() {
	for _, text := range []string{"abc", ""} {
		n, err := read(text)
		if err != nil {
			fmt.Println(err, "-", errors.Unwrap(err))
			return
		}
		fmt.Println(n)
	}
}
`,
      from: ["python"],
    },
  ],
});

/** The class of the exception that `__exit__` is given: the exception itself stands for it. */
function liftName(node: pyTree.Name, context: PythonLiftContext): ir.Expression | undefined {
  const exception = exceptionOfClass(node, context);
  return exception && variable(exception);
}

function liftCall(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  return liftSubclassTest(node, context) ?? liftGroupCall(node, context);
}

/** `issubclass(kind, ValueError)` of that class. */
function liftSubclassTest(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const [kind, classes] = node.args;
  if (node.func.kind !== "Name" || node.func.id !== "issubclass" || !kind || !classes) return undefined;
  const exception = exceptionOfClass(kind, context);
  if (exception === undefined) return undefined;
  return expression("TypeTest", boolType, { operand: variable(exception), targets: handlerTypes(classes, context) });
}

function liftAttribute(node: pyTree.Attribute, context: PythonLiftContext): ir.Expression | undefined {
  const ofClass = node.attr === "__name__" ? exceptionOfClass(node.value, context) : undefined;
  if (ofClass) {
    const type = ofClass.type.kind === "optional" ? ofClass.type.inner : ofClass.type;
    return expression("TypeName", stringType, { of: "class", operand: variable(ofClass, type) });
  }
  const object = exceptionType(context.typeOf(node.value));
  if (object === undefined) return undefined;
  switch (node.attr) {
    case "__cause__":
      return expression(
        "ErrorCause",
        context.typeOf(node).kind === "unknown" ? optionalOf(object) : context.typeOf(node),
        { operand: context.expression(node.value) },
      );
    case "message":
    case "exceptions":
      return isGroup(object) ? groupPart(node, node.attr, context) : undefined;
    case "__context__":
    case "__suppress_context__":
    case "__traceback__":
    case "__notes__":
      throw new Untranslatable(
        "exception-context",
        `\`${node.attr}\` is not translated; a Go error knows only the cause that it was given.`,
      );
    case "args":
      return expression("ExceptionPart", argumentsType(context.typeOf(node)), {
        part: "args",
        operand: context.expression(node.value),
      });
    default:
      return undefined;
  }
}

/** A tuple of any length, of anything. */
function argumentsType(type: Type): Type {
  return type.kind === "tuple" ? type : { kind: "tuple", elements: [], rest: anyType };
}

function presentType(type: Type): Type {
  return type.kind === "optional" ? type.inner : type;
}

function isGroup(type: NamedType): boolean {
  return type.symbol.name === "ExceptionGroup" || type.symbol.name === "BaseExceptionGroup";
}

function groupPart(node: pyTree.Attribute, part: "message" | "exceptions", context: PythonLiftContext): ir.Expression {
  const operand = context.expression(node.value);
  if (part === "message") return expression("ExceptionPart", stringType, { part, operand });
  const type = context.typeOf(node);
  const held = type.kind === "tuple" ? type.rest : undefined;
  const element = held === undefined || held.kind === "unknown" ? operand.type : held;
  return expression("ExceptionPart", listOf(element), { part, operand });
}

/** `group.split(ValueError)` and `group.subgroup(…)`. */
function liftGroupCall(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const { func } = node;
  const [classes] = node.args;
  if (func.kind !== "Attribute" || (func.attr !== "split" && func.attr !== "subgroup") || !classes) return undefined;
  const type = context.typeOf(func.value);
  const group = exceptionType(presentType(type));
  if (group === undefined || !isGroup(group)) return undefined;
  const part = optionalOf(group);
  return expression("ExceptionPart", func.attr === "split" ? tupleOf([part, part]) : part, {
    part: func.attr,
    operand: context.expression(func.value),
    classes: handlerTypes(classes, context),
  });
}

function partToPython(node: ir.ExceptionPart, context: PythonLowerContext): pyTree.Expression {
  const member = py.attribute(context.expression(node.operand), node.part);
  return node.classes ? py.call(member, [py.tuple(node.classes.map((type) => context.type(type)))]) : member;
}

function causeToGo(node: ir.ErrorCause, context: GoLowerContext): goTree.Expr {
  return go.libraryCall("errors", "Unwrap", context.expression(node.operand));
}
