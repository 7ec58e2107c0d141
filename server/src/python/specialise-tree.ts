import { settledCondition } from "./specialise-tests.ts";
import type { Name, PythonNode, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/** How a copy differs from what it is a copy of, by the nodes of the latter. */
export interface Changes {
  /** The name of what is defined. */
  readonly name?: string;
  readonly nameOf: (reference: Name) => string | undefined;
  /** Conditions of which the answer is known: only the branch that is taken is there. */
  readonly answers: ReadonlyMap<PythonNode, boolean>;
}

const copies = new WeakMap<Statement, Map<string, Statement>>();
const sources = new WeakMap<object, PythonNode>();

/** The node that a node of a copy is a copy of; the node itself where it is none. */
export function sourceOf(node: PythonNode): PythonNode {
  return sources.get(node) ?? node;
}

/** A tree of new nodes with these changes; the statement itself where nothing changes, and the same for the same changes. */
export function copied(statement: Statement, { name, nameOf, answers }: Changes): Statement {
  const names = new Map<PythonNode, string>();
  const words: string[] = [name ?? "", ...[...answers.values()].map(String)];
  let changes = answers.size > 0 || (name !== undefined && "name" in statement && statement.name !== name);
  let position = 0;
  walk(statement, (node) => {
    position++;
    if (answers.has(node)) words.push(`at ${String(position)}`);
    const given = node.kind === "Name" ? nameOf(node) : undefined;
    if (given === undefined || node.kind !== "Name") return;
    names.set(node, given);
    words.push(given);
    changes ||= given !== node.id;
  });
  if (!changes) return statement;
  const key = words.join(" ");
  let known = copies.get(statement);
  if (!known) copies.set(statement, (known = new Map<string, Statement>()));
  let made = known.get(key);
  if (!made) {
    const tree = copyOf(statement, names, answers) as Statement;
    known.set(key, (made = name === undefined ? tree : ({ ...tree, name } as Statement)));
    sources.set(made, statement);
  }
  return made;
}

function copyOf(
  value: unknown,
  names: ReadonlyMap<PythonNode, string>,
  answers: ReadonlyMap<PythonNode, boolean>,
): unknown {
  if (Array.isArray(value)) return copyOfList(value, names, answers);
  if (typeof value !== "object" || value === null) return value;
  const node = value as PythonNode;
  if (node.kind === "IfExp") {
    const outcome = settledCondition(node.test, answers);
    if (outcome !== undefined) return copyOf(outcome ? node.body : node.orelse, names, answers);
  }
  const id = names.get(node);
  const copy =
    id === undefined
      ? Object.fromEntries(
          Object.entries(value).map(([field, inner]: [string, unknown]) => [field, copyOf(inner, names, answers)]),
        )
      : { ...value, id };
  sources.set(copy, node);
  return copy;
}

function copyOfList(
  list: readonly unknown[],
  names: ReadonlyMap<PythonNode, string>,
  answers: ReadonlyMap<PythonNode, boolean>,
): unknown[] {
  const made: unknown[] = [];
  for (const item of list) {
    const taken = takenBlock(item, answers);
    if (!taken) {
      made.push(copyOf(item, names, answers));
      continue;
    }
    const block = copyOf(taken, names, answers) as readonly Statement[];
    made.push(...block);
    // What follows is not reached.
    if (leaves(block.at(-1))) break;
  }
  return made;
}

function leaves(statement: Statement | undefined): boolean {
  return ["Return", "Raise", "Break", "Continue"].includes(statement?.kind ?? "");
}

/** The statements that are left of an `if` whose condition is known. */
function takenBlock(item: unknown, answers: ReadonlyMap<PythonNode, boolean>): readonly Statement[] | undefined {
  if (answers.size === 0 || typeof item !== "object" || item === null || !("kind" in item)) return undefined;
  const node = item as PythonNode;
  if (node.kind !== "If") return undefined;
  const outcome = settledCondition(node.test, answers);
  if (outcome === undefined) return undefined;
  const taken = outcome ? node.body : node.orelse;
  return taken.length > 0 ? taken : [{ kind: "Pass", span: node.span }];
}
