import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { goTypeText } from "./go-notation.ts";

const basicTypes: Readonly<Record<string, string>> = {
  bool: "bool",
  int: "int",
  float: "float64",
  str: "string",
  complex: "complex128",
};

/** `%T` of what an interface holds: each class of Python must stand for one type of Go. */
export function heldTypeText(value: pyTree.Expression, holder: Type, context: PythonLowerContext): pyTree.Expression {
  const names = new Map<string, { readonly key: pyTree.Name; readonly text: string }>();
  for (const type of context.facts.typesIn(holder)) {
    const text = goTypeText(type);
    const key = classOf(type, context);
    const known = key && names.get(key.id);
    if (text === undefined || key === undefined || (known !== undefined && known.text !== text))
      throw new Untranslatable(
        "format-verb",
        "What `%T` prints depends on the type that the value has when the program runs, and one class of Python stands for several types of Go.",
      );
    names.set(key.id, { key, text });
  }
  const others = [...names.values()].filter(({ key, text }) => basicTypes[key.id] !== text);
  const keys = others.map(({ key, text }) => py.dictItem(key, py.str(text)));
  return py.call(context.helper("go_type"), others.length === 0 ? [value] : [value, py.dict(keys)]);
}

/** The class that values of the type have in Python, by its name. */
function classOf(type: Type, context: PythonLowerContext): pyTree.Name | undefined {
  if (type.kind === "function") {
    const name = context.imported("types", "FunctionType");
    return name.kind === "Name" ? name : undefined;
  }
  const lowered = context.type(type.kind === "pointer" ? type.target : type);
  const bare = lowered.kind === "Subscript" ? lowered.value : lowered;
  return bare.kind === "Name" ? bare : undefined;
}
