import * as py from "../../python/build.ts";
import type { Expression } from "../../python/tree.ts";
import { interfaceMethods } from "../../types/method-set.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** Whether the type is an interface of Go with methods, other than `error`, which is a class in Python. */
export function isInterface(type: Type): boolean {
  return (
    type.kind === "interface" ||
    (type.kind === "named" && type.symbol.form === "interface" && type.symbol.name !== "error")
  );
}

/** Names of attributes that numbers, texts and collections of Python have. */
const builtinAttributes: ReadonlySet<string> = new Set(
  (
    "add append as_integer_ratio bit_count bit_length capitalize casefold center clear conjugate copy count decode difference discard encode endswith " +
    "expandtabs extend find format format_map from_bytes fromhex fromkeys get hex imag index insert intersection is_integer isalnum isalpha isascii " +
    "isdecimal isdigit isdisjoint isidentifier islower isnumeric isprintable isspace issubset issuperset istitle isupper items join keys ljust lower " +
    "lstrip numerator partition pop popitem real remove removeprefix removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip setdefault " +
    "sort split splitlines startswith strip swapcase title to_bytes translate union update upper values zfill"
  ).split(" "),
);

/**
 * Whether `isinstance` can ask for the interface, as a protocol that is checked at run time: it looks for attributes, so that no field and no attribute of
 * Python's own types may be called like one of the methods.
 */
export function isCheckable(type: Type, context: Pick<PythonLowerContext, "facts" | "member">): boolean {
  if (type.kind !== "named" || type.symbol.module !== "" || type.symbol.form !== "interface") return false;
  const methods = interfaceMethods(type);
  return (
    methods.length > 0 &&
    methods.every(({ name }) => {
      const member = context.member(name, type, "method");
      return (
        !member.startsWith("__") &&
        !builtinAttributes.has(member) &&
        !context.facts.isField(name) &&
        !context.facts.isField(name.charAt(0).toLowerCase() + name.slice(1))
      );
    })
  );
}

/** Whether the value has the methods of the interface. */
export function implementsTest(value: Expression, type: Type, context: PythonLowerContext): Expression {
  const names = interfaceMethods(type).map((method) => method.name);
  if (names.length === 0)
    throw new Untranslatable(
      "interface-assertion",
      "Asking for this interface is not translated; Python asks for a class, or with `hasattr` for a method.",
    );
  const plain = names.filter((name) => name !== "Error" && name !== "String");
  const tests: Expression[] = [];
  if (names.includes("Error")) tests.push(py.call("isinstance", [value, py.name("Exception")]));
  if (names.includes("String")) tests.push(py.call(context.helper("has_text"), [value]));
  if (plain.length > 0)
    tests.push(
      py.call(context.helper("has_methods"), [
        value,
        ...plain.map((name) => py.str(context.member(name, type, "method"))),
      ]),
    );
  return tests.length === 1 ? tests[0]! : py.boolOp("And", tests);
}
