import type { Type } from "../types/type.ts";
import { isDefinition, namesBoundBelow, parametersOf } from "./expand-tree.ts";
import type { ExpandedUnit } from "./expand.ts";
import { mapParts } from "./infer-parts.ts";
import type { FunctionDef, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/** A function of which there may be copies: plain, at the top level of its module, and the only thing of its name. */
export interface Candidate {
  readonly node: FunctionDef;
  /** The part of its module that holds nothing else. */
  readonly part: PythonUnit;
}

const known = new WeakMap<readonly Statement[], FunctionDef | undefined>();

/** The functions of a module that could be copied. */
export function candidatesIn(units: readonly ExpandedUnit[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const { parts } of units)
    for (const part of parts) {
      if (!known.has(part.body)) known.set(part.body, candidateOf(part.body));
      const node = known.get(part.body);
      if (node) found.push({ node, part });
    }
  return found;
}

function candidateOf(body: readonly Statement[]): FunctionDef | undefined {
  const [node] = body;
  if (body.length !== 1 || node?.kind !== "FunctionDef" || node.decoratorList.length > 0) return undefined;
  const parameters = parametersOf(node);
  const isOpen = parameters.some(({ annotation }) => annotation === undefined);
  return isOpen && parameters.length > 0 && !keepsState(node) ? node : undefined;
}

/** Whether the function has state of its own, which copies would not share. */
function keepsState(node: FunctionDef): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.kind === "Attribute" && inner.value.kind === "Name" && inner.value.id === node.name) found = true;
    if (inner.kind === "ClassDef") found = true;
    return !found;
  });
  return found || parametersOf(node).some(({ default: value }) => value !== undefined && value.kind !== "Constant");
}

/** The names that a module binds once, by a function. */
export function singleNames(units: readonly ExpandedUnit[]): ReadonlySet<string> {
  const [once, others] = [new Set<string>(), new Set<string>()];
  const bind = (name: string): void => {
    (once.has(name) ? others : once).add(name);
  };
  for (const { parts } of units)
    for (const { body } of parts)
      for (const statement of body) {
        if (isDefinition(statement) || statement.kind === "ClassDef") bind(statement.name);
        else {
          for (const name of namesBoundBelow(statement)) others.add(name);
          walk(statement, (node) => {
            if (node.kind === "alias") others.add(node.asname ?? node.name);
          });
        }
        walk(statement, (node) => {
          if (node.kind === "Global") for (const name of node.names) others.add(name);
        });
      }
  return new Set([...once].filter((name) => !others.has(name)));
}

/** Whether inference found that a function has no single type: what it is given or gives is of several, or stays open. */
export function isPolymorphic(node: FunctionDef, signature: Type | undefined): boolean {
  return signature?.kind === "function" && parametersOf(node).length > 0 && isOpen(signature);
}

function isOpen(type: Type): boolean {
  if (type.kind === "any" || type.kind === "unknown" || type.kind === "union") return true;
  if (type.kind === "float") return type.mixed === "always";
  let found = false;
  mapParts(type, (part) => {
    found ||= isOpen(part);
    return part;
  });
  return found;
}
