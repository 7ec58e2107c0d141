import type { EnumerationFacts, EnumerationMember } from "../types/type.ts";
import { type ClassDecl, decoratorName } from "./analysis-declarations.ts";
import type { ClassInfo } from "./infer-context.ts";
import type { Expression } from "./tree.ts";

/** What is known of an enumeration from its text: its members, their values where those are constants, and how it behaves. */
export function enumerationFacts(info: ClassInfo): EnumerationFacts {
  const { decl } = info;
  const bases = info.lineage.flatMap((owner) => owner.node.bases.map((base) => lastName(base)));
  const flavour = bases.some((name) => name === "Flag" || name === "IntFlag")
    ? "flag"
    : bases.includes("IntEnum") || bases.includes("int")
      ? "integer"
      : bases.includes("StrEnum") || bases.includes("str")
        ? "string"
        : "plain";
  const members = membersOf(decl, flavour, bases.includes("StrEnum"));
  const hasInitializer = info.lineage.some((owner) => owner.methods.has("__init__"));
  const basis = hasInitializer
    ? "record"
    : members.every((member) => member.number !== undefined)
      ? "int"
      : members.every((member) => member.text !== undefined)
        ? "string"
        : "other";
  return {
    flavour,
    basis,
    showsValue: bases.includes("IntEnum") || bases.includes("StrEnum") || bases.includes("IntFlag"),
    members,
  };
}

function lastName(node: Expression): string {
  const head = node.kind === "Subscript" ? node.value : node;
  return decoratorName(head);
}

function membersOf(
  decl: ClassDecl,
  flavour: EnumerationFacts["flavour"],
  isText: boolean,
): readonly EnumerationMember[] {
  const members: EnumerationMember[] = [];
  const numbers = new Map<string, bigint>();
  let last: bigint | undefined;
  for (const statement of decl.node.body) {
    const [target] = statement.kind === "Assign" ? statement.targets : [];
    if (statement.kind !== "Assign" || target?.kind !== "Name" || target.id.startsWith("_")) continue;
    const isAuto = statement.value.kind === "Call" && lastName(statement.value.func) === "auto";
    const number =
      isAuto && !isText ? nextNumber(flavour, last, [...numbers.values()]) : constantNumber(statement.value, numbers);
    const text = isAuto && isText ? target.id.toLowerCase() : constantText(statement.value);
    if (number !== undefined) {
      numbers.set(target.id, number);
      last = number;
    }
    const first = members.find(
      (member) => (number !== undefined && member.number === number) || (text !== undefined && member.text === text),
    );
    members.push({
      name: target.id,
      ...(number === undefined ? {} : { number }),
      ...(text === undefined ? {} : { text }),
      isAlias: first !== undefined || (flavour === "flag" && number !== undefined && !isSingleBit(number)),
    });
  }
  return members;
}

function nextNumber(flavour: EnumerationFacts["flavour"], last: bigint | undefined, all: readonly bigint[]): bigint {
  if (flavour !== "flag") return all.reduce((highest, value) => (value > highest ? value : highest), last ?? 0n) + 1n;
  let bit = 1n;
  while (all.some((value) => value >= bit)) bit *= 2n;
  return bit;
}

function isSingleBit(value: bigint): boolean {
  return value > 0n && (value & (value - 1n)) === 0n;
}

function constantNumber(node: Expression, known: ReadonlyMap<string, bigint>): bigint | undefined {
  switch (node.kind) {
    case "Constant":
      return node.value.type === "int" ? BigInt(node.value.value) : undefined;
    case "Name":
      return known.get(node.id);
    case "UnaryOp": {
      const operand = constantNumber(node.operand, known);
      return operand === undefined || node.op !== "USub" ? undefined : -operand;
    }
    case "BinOp": {
      const [left, right] = [constantNumber(node.left, known), constantNumber(node.right, known)];
      if (left === undefined || right === undefined) return undefined;
      if (node.op === "BitOr") return left | right;
      if (node.op === "BitAnd") return left & right;
      return node.op === "LShift" && right < 64n ? left << right : undefined;
    }
    default:
      return undefined;
  }
}

function constantText(node: Expression): string | undefined {
  return node.kind === "Constant" && node.value.type === "str" ? node.value.value : undefined;
}
