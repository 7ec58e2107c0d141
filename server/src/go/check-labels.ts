import type { Checker } from "./checker.ts";
import type { BranchStmt, Ident, LabeledStmt, Stmt } from "./tree.ts";

interface Block {
  readonly parent: Block | undefined;
  /** The places, in order of the text, where the block itself declares variables. */
  readonly declarations: number[];
}

interface Label {
  readonly node: Ident;
  readonly block: Block;
  readonly position: number;
  used: boolean;
}

interface Jump {
  readonly node: BranchStmt;
  readonly block: Block;
  readonly position: number;
}

type Labelled = "loop" | "switch" | "other";

/** What encloses a statement. */
interface Surroundings {
  readonly block: Block;
  readonly breakable: boolean;
  readonly loop: boolean;
  /** The labels of enclosing statements, and what each labels. */
  readonly labels: ReadonlyMap<string, Labelled>;
}

/** Checks the labels and branches of one function body; function literals inside have their own. */
export function checkLabels(check: Checker, list: readonly Stmt[]): void {
  const walker = new Walker(check);
  walker.collect(list);
  walker.list(list, {
    block: { parent: undefined, declarations: [] },
    breakable: false,
    loop: false,
    labels: new Map(),
  });
  walker.finish();
}

class Walker {
  readonly #check: Checker;
  readonly #labels = new Map<string, Label>();
  readonly #names = new Set<string>();
  readonly #jumps: Jump[] = [];
  #position = 0;

  constructor(check: Checker) {
    this.#check = check;
  }

  /** Notes the names of all labels, as a branch may precede the label. */
  collect(list: readonly Stmt[]): void {
    for (const statement of list) this.#collect(statement, 0);
  }

  #collect(node: Stmt, depth: number): void {
    if (depth > 400) return;
    if (node.kind === "LabeledStmt") {
      this.#names.add(node.label.name);
      this.#collect(node.stmt, depth + 1);
    }
    for (const inner of childLists(node)) for (const statement of inner) this.#collect(statement, depth + 1);
  }

  list(list: readonly Stmt[], around: Surroundings, lastClause: "fallthrough" | "final" | "none" = "none"): void {
    list.forEach((statement, i) => {
      const last = list.slice(i + 1).every((later) => later.kind === "EmptyStmt");
      this.#statement(statement, around, last ? lastClause : "none");
    });
  }

  #statement(node: Stmt, around: Surroundings, fallthrough: "fallthrough" | "final" | "none"): void {
    this.#position += 1;
    switch (node.kind) {
      case "DeclStmt":
        if (node.decl.tok === "var") around.block.declarations.push(this.#position);
        return;
      case "AssignStmt":
        if (node.tok === ":=") around.block.declarations.push(this.#position);
        return;
      case "LabeledStmt":
        return this.#labeled(node, around);
      case "BranchStmt":
        return this.#branch(node, around, fallthrough);
      default:
        return this.#compound(node, around, undefined);
    }
  }

  #labeled(node: LabeledStmt, around: Surroundings): void {
    const { name } = node.label;
    if (name !== "_") {
      if (this.#labels.has(name)) this.#check.error(node.label, "label", `label ${name} already defined`);
      else this.#labels.set(name, { node: node.label, block: around.block, position: this.#position, used: false });
    }
    if (node.stmt.kind === "LabeledStmt" || node.stmt.kind === "BranchStmt" || childLists(node.stmt).length === 0)
      this.#statement(node.stmt, around, "none");
    else this.#compound(node.stmt, around, name);
  }

  #compound(node: Stmt, around: Surroundings, label: string | undefined): void {
    const inner = (parts: Partial<Surroundings>, labelled: Labelled): Surroundings => {
      const labels = label === undefined ? around.labels : new Map(around.labels).set(label, labelled);
      return { ...around, ...parts, labels, block: { parent: around.block, declarations: [] } };
    };
    switch (node.kind) {
      case "BlockStmt":
        return this.list(node.list, inner({}, "other"));
      case "IfStmt":
        this.list(node.body.list, inner({}, "other"));
        if (node.else !== undefined) this.#statement(node.else, inner({}, "other"), "none");
        return;
      case "ForStmt":
      case "RangeStmt":
        return this.list(node.body.list, inner({ breakable: true, loop: true }, "loop"));
      case "SwitchStmt":
        node.clauses.forEach((clause, i) => {
          this.list(
            clause.body,
            inner({ breakable: true }, "switch"),
            i === node.clauses.length - 1 ? "final" : "fallthrough",
          );
        });
        return;
      case "TypeSwitchStmt":
      case "SelectStmt":
        for (const clause of node.clauses) this.list(clause.body, inner({ breakable: true }, "switch"));
        return;
      default:
        return;
    }
  }

  #branch(node: BranchStmt, around: Surroundings, fallthrough: "fallthrough" | "final" | "none"): void {
    const problem = (text: string): void =>
      this.#check.error(node, node.tok === "fallthrough" ? "misplaced" : "label", text);
    if (node.tok === "fallthrough") {
      if (fallthrough === "final") problem("cannot fallthrough final case in switch");
      else if (fallthrough === "none") problem("fallthrough statement out of place");
      return;
    }
    if (node.label === undefined) {
      if (node.tok === "break" && !around.breakable)
        this.#check.error(node, "misplaced", "break is not in a loop, switch, or select");
      if (node.tok === "continue" && !around.loop) this.#check.error(node, "misplaced", "continue is not in a loop");
      return;
    }
    const { name } = node.label;
    this.#jumps.push({ node, block: around.block, position: this.#position });
    if (!this.#names.has(name)) return;
    if (node.tok === "goto") return;
    const labelled = around.labels.get(name);
    const valid = labelled === "loop" || (labelled === "switch" && node.tok === "break");
    if (!valid) problem(`invalid ${node.tok} label ${name}`);
  }

  /** Checks what needs all labels: jumps to them, and the ones that are not used. */
  finish(): void {
    for (const jump of this.#jumps) {
      const name = jump.node.label!.name;
      const label = this.#labels.get(name);
      if (label === undefined) {
        this.#check.error(jump.node.label!, "label", `label ${name} not defined`);
        continue;
      }
      label.used = true;
      if (jump.node.tok === "goto") this.#checkGoto(jump, label);
    }
    for (const [name, label] of this.#labels)
      if (!label.used) this.#check.error(label.node, "label", `label ${name} defined and not used`);
  }

  #checkGoto(jump: Jump, label: Label): void {
    let block: Block | undefined = jump.block;
    while (block !== undefined && block !== label.block) block = block.parent;
    if (block === undefined) {
      this.#check.error(jump.node, "label", `goto ${label.node.name} jumps into block`);
      return;
    }
    const over = label.block.declarations.some((position) => jump.position < position && position < label.position);
    if (over) this.#check.error(jump.node, "label", `goto ${label.node.name} jumps over variable declaration`);
  }
}

/** The statement lists directly inside a statement. */
function childLists(node: Stmt): (readonly Stmt[])[] {
  switch (node.kind) {
    case "BlockStmt":
      return [node.list];
    case "IfStmt":
      return node.else === undefined ? [node.body.list] : [node.body.list, [node.else]];
    case "ForStmt":
    case "RangeStmt":
      return [node.body.list];
    case "SwitchStmt":
    case "TypeSwitchStmt":
    case "SelectStmt":
      return node.clauses.map((clause) => clause.body);
    default:
      return [];
  }
}
