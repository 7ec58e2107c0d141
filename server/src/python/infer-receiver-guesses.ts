import { dictOf, listOf, setOf, stringType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import type { Inference } from "./infer-context.ts";
import type { PythonNode } from "./tree.ts";

const textMethods = new Set([
  "split",
  "strip",
  "lower",
  "upper",
  "startswith",
  "endswith",
  "replace",
  "title",
  "capitalize",
  "swapcase",
  "lstrip",
  "rstrip",
  "splitlines",
  "zfill",
  "encode",
  "ljust",
  "rjust",
  "center",
  "casefold",
  "partition",
  "rpartition",
  "rsplit",
  "format",
  "removeprefix",
  "removesuffix",
  "join",
  "istitle",
  "translate",
  "expandtabs",
]);
const characterMethods = new Set([
  "isdigit",
  "isalpha",
  "isupper",
  "islower",
  "isalnum",
  "isspace",
  "isnumeric",
  "isdecimal",
]);
const listMethods = new Set(["append", "extend", "insert", "sort", "reverse"]);
const dictMethods = new Set(["items", "keys", "values", "setdefault", "get", "popitem"]);
const setMethods = new Set([
  "add",
  "discard",
  "union",
  "intersection",
  "difference",
  "symmetric_difference",
  "issubset",
  "issuperset",
  "isdisjoint",
]);

/** What a value of unknown type likely is when a method of this name is called on it. */
export function guessReceiver(inference: Inference, receiver: Type, name: string, node: PythonNode): Type | undefined {
  const classes = inference.env.classesWith(name);
  let guess: Type | undefined;
  if (textMethods.has(name)) guess = stringType;
  else if (characterMethods.has(name)) guess = { kind: "string", character: true };
  else if (listMethods.has(name)) guess = listOf(inference.cell(node, "receiver"));
  else if (dictMethods.has(name)) guess = dictOf(inference.cell(node, "key"), inference.cell(node, "value"));
  else if (setMethods.has(name)) guess = setOf(inference.cell(node, "receiver"));
  if (classes.length > 0 && (guess === undefined || classes.length === 1))
    guess = classes.length === 1 ? classes[0]!.self : undefined;
  if (guess === undefined) return undefined;
  if (guess.kind === "named")
    guess = { ...guess, arguments: guess.arguments.map((_, i) => inference.cell(node, `receiver ${i}`)) };
  inference.solver.hint(receiver, guess, characterMethods.has(name) ? 2 : 3);
  return guess;
}
