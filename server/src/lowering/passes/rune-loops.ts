import { expression, text, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { characterType, iteratorOf } from "../../types/build.ts";
import type { Pass } from "./pass.ts";

/*
 * Going through a string gives numbers in Go and strings of one character in Python. The loop takes the characters, and asks for the number of one where it
 * is used as such; most uses compare it with a literal, which reads the same for characters.
 */

export const runeLoopsPass: Pass = {
  name: "rune-loops",
  reason: "A Python loop over a string gives characters, not their numbers.",
  from: "go",
  to: "python",
  run: (declarations) => declarations.map((declaration) => rewritten(declaration) as ir.Declaration),
};

function rewritten(node: ir.Node): ir.Node {
  const inner = mapChildren<ir.Node>(node, rewritten);
  return inner.kind === "ForEach" ? overCharacters(inner) : inner;
}

function overCharacters(loop: ir.ForEach): ir.ForEach {
  const { iterable, target, body } = loop;
  if (iterable.kind !== "Iterate" || iterable.form !== "runes" || target.kind !== "TupleLiteral") return loop;
  const [position, rune] = target.elements;
  const [operand] = iterable.operands;
  // The offsets in a literal are known, and differ from those of characters.
  if (!position || !operand || (operand.kind === "StringLiteral" && !/^[\0-\x7f]*$/.test(operand.value))) return loop;
  if (rune?.kind !== "Variable" || rune.binding.name === "_" || !loop.declares.includes(rune.binding)) return loop;
  const { binding } = rune;
  if (body.some((statement) => isChanged(statement, binding))) return loop;
  const character: Binding = { ...binding, type: characterType };
  const counted = position.kind !== "Variable" || position.binding.name !== "_";
  const characters = expression("Iterate", iteratorOf(characterType, "characters"), {
    form: "characters",
    operands: [operand],
  });
  const pair = { kind: "tuple", elements: [position.type, characterType] } as const;
  return {
    ...loop,
    target: counted ? tuple([position, variable(character)]) : variable(character),
    iterable: counted
      ? expression("Iterate", iteratorOf(pair, "enumerate"), { form: "enumerate", operands: [characters] })
      : characters,
    declares: loop.declares
      .filter((each) => counted || position.kind !== "Variable" || each !== position.binding)
      .map((each) => (each === binding ? character : each)),
    body: body.map((statement) => withOrdinals(statement, binding, character) as ir.Statement),
  };
}

/** Whether something is stored in the variable, or its address is taken. */
function isChanged(node: ir.Node, binding: Binding): boolean {
  let changed = false;
  const isIt = (place: ir.Expression): boolean =>
    (place.kind === "Variable" && place.binding === binding) ||
    (place.kind === "TupleLiteral" && place.elements.some(isIt));
  walk(node, (inner) => {
    if (inner.kind === "Assign") changed ||= inner.targets.some(isIt);
    if (inner.kind === "Update") changed ||= isIt(inner.target);
    if (inner.kind === "ForEach") changed ||= isIt(inner.target);
    if (inner.kind === "AddressOf") changed ||= isIt(inner.operand);
  });
  return changed;
}

function withOrdinals(node: ir.Node, binding: Binding, character: Binding): ir.Node {
  if (node.kind === "Variable" && node.binding === binding)
    return { ...expression("Ordinal", node.type, { operand: variable(character) }), origin: node.origin };
  const inside = (child: ir.Node): ir.Node => withOrdinals(child, binding, character);
  if (node.kind === "Switch" && isRune(node.subject, binding) && onlyCharacters(node.cases))
    return {
      ...mapChildren(node, inside),
      subject: variable(character),
      cases: node.cases.map((each) => textCase(each, inside)),
    };
  return mapChildren<ir.Node>(node, inside);
}

function isRune(node: ir.Expression | undefined, binding: Binding): boolean {
  return node?.kind === "Variable" && node.binding === binding;
}

function onlyCharacters(cases: readonly ir.SwitchCase[]): boolean {
  return cases.every(({ values = [] }) => values.every((value) => value.kind === "CharacterLiteral"));
}

/** The case with strings of one character for their numbers. */
function textCase(each: ir.SwitchCase, inside: (node: ir.Node) => ir.Node): ir.SwitchCase {
  const body = each.body.map((statement) => inside(statement) as ir.Statement);
  const values = each.values?.map((value) =>
    value.kind === "CharacterLiteral" ? { ...text(String.fromCodePoint(value.value)), origin: value.origin } : value,
  );
  return { ...each, body, ...(values ? { values } : {}) };
}
