import { bigIntType, floatType, listOf, stringType, typeSymbol } from "../types/build.ts";
import { mapParts } from "./infer-parts.ts";
import type { Type } from "../types/type.ts";
import type { FunctionDecl, ParameterDecl, UnitDecls } from "./analysis-declarations.ts";
import type { Inference } from "./infer-context.ts";
import { isVariable } from "./infer-solver.ts";
import type { FunctionDef, AsyncFunctionDef, PythonNode } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * The last step of inference: what a function works with and nothing determines. A parameter that is indexed, measured or gone through is a text or a
 * list, which its name decides where the code does not; elements that are merely compared and handed on become a type parameter.
 */

const textNames =
  /^(s|st|str\d*|strs?|string\d*|text\d*|word\d*|sentence|message|msg|line|phrase|paragraph|letter|character|substring|pattern|name|txt|password|dna|sequence_text)$|(_|^)(str|string|text|word|name|msg)$/i;
const listNames =
  /^(l|ls|lst\d*|list\d*|arr\d*|array\d*|a|xs|ys|nums?\d*|numbers|items|values|elements|data|seq|sequence|vals?|elems|coll|collection|l\d+|a\d+|grid|matrix|rows?|points|scores|inputs?)$|(_|^)(list|lst|arr|array|nums|numbers|values|items|elements)\d*$|^(test_|my_|input_)?(list|tup|tuple)\d*$/i;

/** Decides what is left open about the parameters of the unit's functions. Says whether anything was. */
export function nameContainers(inference: Inference, decls: UnitDecls): boolean {
  let some = false;
  for (const decl of decls.functions.values()) {
    for (const parameter of decl.parameters) {
      if (parameter.kind !== "positional") continue;
      const term = inference.slot(parameter.slot);
      const head = inference.head(term);
      if (!isVariable(head) || inference.solver.isBlocked(head)) continue;
      const use = usesOf(decl, parameter);
      if (!use.isContainer) continue;
      const type = textNames.test(parameter.name)
        ? stringType
        : listNames.test(parameter.name) || use.isSorted
          ? listOf(inference.cell(parameter.node, "elements"))
          : undefined;
      if (!type) continue;
      inference.solver.flow(type, term);
      some = true;
    }
  }
  return some;
}

/** How a function uses a parameter: as something with a length, elements or an order. */
function usesOf(
  decl: FunctionDecl,
  parameter: ParameterDecl,
): { readonly isContainer: boolean; readonly isSorted: boolean } {
  let [isContainer, isSorted] = [false, false];
  const isIt = (node: PythonNode): boolean => node.kind === "Name" && node.id === parameter.name;
  walk(decl.node, (node) => {
    if (node.kind === "Subscript" && isIt(node.value)) isContainer = true;
    if ((node.kind === "For" || node.kind === "comprehension") && isIt(node.iter)) isContainer = true;
    if (node.kind !== "Call" || node.func.kind !== "Name" || !node.args[0] || !isIt(node.args[0])) return;
    if (["len", "sorted", "reversed", "list", "set", "enumerate", "max", "min", "sum", "tuple"].includes(node.func.id))
      isContainer = true;
    if (["sorted", "max", "min", "sum"].includes(node.func.id)) isSorted = true;
  });
  return { isContainer, isSorted };
}

const ordered = constraint("Ordered", "cmp");
const comparable = constraint("comparable", "universe");
/** What has arithmetic in both languages. */
const numbers: Type = { kind: "union", members: [bigIntType, floatType] };

function constraint(name: string, module: string): Type {
  const symbol = typeSymbol(name, module, "interface");
  symbol.underlying = { kind: "interface", methods: [], embedded: [] };
  return { kind: "named", symbol, arguments: [] };
}

/** Makes type parameters of what functions of the module leave open inside of their parameters. Says whether there was any. */
export function generalise(inference: Inference, decls: UnitDecls): boolean {
  let some = false;
  for (const decl of decls.functions.values()) {
    if (decl.owner !== undefined || !decls.unit.body.includes(decl.node)) continue;
    let count = 0;
    const tables = indexedTwice(decl.node);
    const open = (type: Type, depth: number, parameter: string): void => {
      const head = inference.solver.shallow(type);
      if (isVariable(head)) {
        const isNumber = inference.solver.isNumber(head);
        if ((depth === 0 && !isNumber) || inference.solver.isBlocked(head)) return;
        // What has a length, and is in a list, is a text more often than anything else; what is indexed through the list is a row of a table.
        const hint = depth > 0 ? inference.solver.hintOf(head) : undefined;
        if (hint?.kind === "list" || hint?.kind === "iterator") {
          const isTable = hint.kind === "list" && tables.has(parameter);
          inference.solver.flow(isTable ? hint : stringType, head);
          if (isTable) open(hint.element, depth + 1, parameter);
          some = true;
          return;
        }
        const constraint = isNumber ? numbers : constraintOf(decl.node);
        const name = ["T", "U", "V", "W"][count++];
        if (name === undefined) return;
        inference.solver.flow(
          {
            kind: "parameter",
            name,
            owner: decl.id,
            ...(constraint && { constraint }),
          },
          head,
        );
        some = true;
        return;
      }
      if (
        depth > 3 ||
        (head.kind !== "list" && head.kind !== "set" && head.kind !== "optional" && head.kind !== "iterator")
      )
        return;
      mapParts(head, (part) => {
        open(part, head.kind === "optional" ? depth : depth + 1, parameter);
        return part;
      });
    };
    for (const parameter of decl.parameters)
      if (parameter.kind === "positional") open(inference.slot(parameter.slot), 0, parameter.name);
  }
  return some;
}

/** The names of what is indexed twice, as `table[i][j]`. */
function indexedTwice(node: FunctionDef | AsyncFunctionDef): ReadonlySet<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind !== "Subscript" || inner.value.kind !== "Subscript" || inner.slice.kind === "Slice") return;
    if (inner.value.value.kind === "Name") names.add(inner.value.value.id);
  });
  return names;
}

/** What the function asks of the values that it knows nothing else of. */
function constraintOf(node: FunctionDef | AsyncFunctionDef): Type | undefined {
  let [isOrdered, isCompared] = [false, false];
  walk(node, (inner) => {
    if (inner.kind === "Compare")
      for (const { op } of inner.comparisons) {
        if (["Lt", "LtE", "Gt", "GtE"].includes(op)) isOrdered = true;
        if (["Eq", "NotEq", "In", "NotIn"].includes(op)) isCompared = true;
      }
    if (inner.kind === "Set" || inner.kind === "SetComp" || inner.kind === "Dict" || inner.kind === "DictComp")
      isCompared = true;
    if (inner.kind !== "Call") return;
    const name = inner.func.kind === "Name" ? inner.func.id : inner.func.kind === "Attribute" ? inner.func.attr : "";
    if (["sorted", "sort", "min", "max", "bisect", "bisect_left", "heappush", "heapify", "insort"].includes(name))
      isOrdered = true;
    if (["set", "dict", "Counter", "index", "count", "remove", "add", "frozenset"].includes(name)) isCompared = true;
  });
  return isOrdered ? ordered : isCompared ? comparable : undefined;
}
