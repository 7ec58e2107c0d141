import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { boolType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { Pass } from "./pass.ts";

/*
 * The other way to write a set in Go: a `map[K]bool` whose entries are all true, since a missing one reads as false. A variable of a function that is used
 * in no other way becomes a `map[K]struct{}`, which the pass of sets makes a set.
 */

export const truthSetsPass: Pass = {
  name: "truth-sets",
  reason:
    "Whether a key is there is what a set tells in Python; a dict of nothing but True is what nobody writes there.",
  from: "go",
  to: "python",
  run: (declarations) => declarations.map(inDeclaration),
};

type Sets = ReadonlyMap<Binding, Binding>;

function inDeclaration(declaration: ir.Declaration): ir.Declaration {
  const candidates = new Set<Binding>();
  walk(declaration, (node) => {
    const binding = node.kind === "Assign" ? declared(node) : undefined;
    if (binding) candidates.add(binding);
  });
  if (candidates.size === 0) return declaration;
  keepSets(declaration, candidates);
  if (candidates.size === 0) return declaration;
  const sets = new Map([...candidates].map((binding) => [binding, { ...binding, type: setMap(binding.type) }]));
  return rewritten(declaration, sets) as ir.Declaration;
}

/** The variable that the statement declares as a map of nothing but true. */
function declared({ targets: [target, ...others], value, declares }: ir.Assign): Binding | undefined {
  if (target?.kind !== "Variable" || others.length > 0 || value.kind !== "DictLiteral") return undefined;
  const { binding } = target;
  const { kind, type } = binding;
  const isTruthMap = type.kind === "dict" && type.variant === undefined && type.value.kind === "bool";
  const isAllTrue = value.entries.every((entry) => entry.key !== undefined && isTrue(entry.value));
  return kind === "local" && declares.includes(binding) && isTruthMap && isAllTrue ? binding : undefined;
}

function isTrue(value: ir.Expression): boolean {
  return value.kind === "BooleanLiteral" && value.value;
}

/** Takes away the variables that are used in another way than a set is. */
function keepSets(node: ir.Node, candidates: Set<Binding>): void {
  const used = new Set<ir.Node>(setUses(node));
  if (node.kind === "Variable") candidates.delete(node.binding);
  if (node.kind === "Assign" || node.kind === "Update") {
    const targets = node.kind === "Assign" ? node.targets : [node.target];
    const [target] = targets;
    const adds = node.kind === "Assign" && targets.length === 1 && isTrue(node.value);
    for (const place of targets.flatMap(lookupsIn))
      if (place.map.kind === "Variable" && !(adds && place === target)) candidates.delete(place.map.binding);
  }
  forEachChild(node, (child) => {
    if (!used.has(child)) keepSets(child, candidates);
  });
}

/** The variables among the parts of a node that it uses as one uses a set. */
function setUses(node: ir.Node): readonly ir.Expression[] {
  const uses = ((): readonly (ir.Expression | undefined)[] => {
    switch (node.kind) {
      case "Assign":
        return declared(node) ? [node.targets[0]] : [];
      case "Lookup":
        return [node.map];
      case "DictDiscard":
        return [node.map];
      case "Length":
        return [node.operand];
      default:
        return [];
    }
  })();
  return uses.filter((use) => use?.kind === "Variable");
}

function lookupsIn(target: ir.Expression): readonly ir.Lookup[] {
  if (target.kind === "TupleLiteral") return target.elements.flatMap(lookupsIn);
  return target.kind === "Lookup" ? [target] : [];
}

function setMap(type: Type): Type {
  return type.kind === "dict" ? { ...type, value: { kind: "struct", fields: [] } } : type;
}

function rewritten(node: ir.Node, sets: Sets): ir.Node {
  const inside = (child: ir.Node): ir.Node => rewritten(child, sets);
  const setOf = (place: ir.Expression): Binding | undefined =>
    place.kind === "Variable" ? sets.get(place.binding) : undefined;
  switch (node.kind) {
    case "Variable": {
      const set = setOf(node);
      return set ? { ...node, ...variable(set) } : node;
    }
    case "Lookup": {
      const set = setOf(node.map);
      if (set === undefined || node.missing === "commaOk") return mapChildren(node, inside);
      const element = inside(node.key) as ir.Expression;
      const asked = expression("Membership", boolType, { element, container: variable(set), negated: false });
      return { ...asked, origin: node.origin };
    }
    case "Assign": {
      const [target] = node.targets;
      const declares = node.declares.map((binding) => sets.get(binding) ?? binding);
      // What is assigned to is looked up in no way.
      if (target?.kind === "Lookup" && setOf(target.map)) {
        const place = mapChildren<ir.Lookup>(target, inside);
        return { ...node, targets: [place] };
      }
      const inner = mapChildren<ir.Assign>(node, inside);
      const isDeclared = target !== undefined && setOf(target) !== undefined;
      return {
        ...inner,
        declares,
        ...(isDeclared ? { value: { ...inner.value, type: setMap(inner.value.type) } } : {}),
      };
    }
    default:
      return mapChildren(node, inside);
  }
}
