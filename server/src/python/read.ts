import type { Node } from "web-tree-sitter";
import type { Comment } from "../base/syntax-node.ts";
import { hasBlankBefore, inOrder, onOneLine, readComment, readComments } from "./read-comments.ts";
import { compoundStatementReaders } from "./read-compound.ts";
import { invalid, maximumDepth, spanOf, textOf, Unreadable, type Block, type ReadContext } from "./read-context.ts";
import { expressionReaders } from "./read-expressions.ts";
import { patternReaders } from "./read-patterns.ts";
import { readRaw, type RawNode } from "./read-raw.ts";
import { readSimpleStatement, simpleStatementReaders } from "./read-statements.ts";
import type { Expression, Invalid, Pattern, Statement } from "./tree.ts";

/**
 * Reads the tree of a text (its root is `module`) into statements and the comments behind the last. Spans are offsets into `text`.
 * Never throws: what the parser could not understand, what only Python 2 knows and what is nested too deep becomes `Invalid`.
 */
export function readStatements(
  text: string,
  root: Node,
): { readonly body: readonly Statement[]; readonly inner: readonly Comment[] } {
  const raw = readRaw(root);
  if (raw.type === "ERROR") return { body: [invalid({ text } as ReadContext, raw, "syntax")], inner: [] };
  try {
    const { body, inner } = new Reader(text).block(raw, []);
    return { body, inner: inner ?? [] };
  } catch (error) {
    if (!(error instanceof DoubtfulIndentation)) throw error;
    return { body: [invalid({ text } as ReadContext, { ...raw, start: 0, end: text.length }, "syntax")], inner: [] };
  }
}

/** Thrown where the statements of a block are not indented alike: the parser counts mixed tabs and blanks otherwise than Python does. */
class DoubtfulIndentation extends Error {
  override readonly name = "DoubtfulIndentation";
}

class Reader implements ReadContext {
  readonly text: string;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  expression(node: RawNode): Expression {
    return this.guarded(node, expressionReaders[node.type]);
  }

  pattern(node: RawNode): Pattern {
    return this.guarded(node, patternReaders[node.type]);
  }

  block(node: RawNode, before: readonly RawNode[]): Block {
    const body: Statement[] = [];
    let pending: RawNode[] = [...before];
    let previousEnd: number | undefined;
    let indentation: string | undefined;
    for (const item of inOrder([...statementsOf(this.text, node), ...node.comments])) {
      const last = body.at(-1);
      if (item.type === "comment") {
        const trails = last !== undefined && last.trailing === undefined && pending.length === 0;
        if (trails && previousEnd !== undefined && onOneLine(this.text, previousEnd, item.start)) {
          body[body.length - 1] = { ...last, trailing: readComment(this.text, item) };
        } else pending.push(item);
        continue;
      }
      const own = indentationOf(this.text, item.start);
      indentation ??= own;
      if (own !== undefined && own !== indentation) throw new DoubtfulIndentation();
      body.push(this.decorated(this.statement(item), item, pending, body.length === 0));
      pending = [];
      previousEnd = item.end;
    }
    return { body, inner: readComments(this.text, pending) };
  }

  private statement(node: RawNode): Statement {
    if (node.type === "ERROR") return this.invalidStatement(node, "syntax");
    const simple = simpleStatementReaders[node.type];
    const reader = simple === undefined ? compoundStatementReaders[node.type] : undefined;
    const statement = this.guarded<Statement>(
      node,
      simple === undefined ? reader : (context, inner) => readSimpleStatement(context, inner, simple),
    );
    return statement.kind === "Invalid" ? this.invalidStatement(node, statement.reason) : statement;
  }

  private decorated(statement: Statement, node: RawNode, above: readonly RawNode[], first: boolean): Statement {
    const blankBefore = !first && hasBlankBefore(this.text, above[0]?.start ?? node.start);
    if (above.length === 0) return blankBefore ? { ...statement, blankBefore } : statement;
    const comments = above.map((comment) => readComment(this.text, comment));
    return {
      ...statement,
      leading: [...comments, ...(statement.leading ?? [])],
      ...(blankBefore ? { blankBefore } : {}),
    };
  }

  /** The source of a statement, its following lines without the indentation of the first. */
  private invalidStatement(node: RawNode, reason: Invalid["reason"]): Invalid {
    const indentation = indentationOf(this.text, node.start) ?? "";
    const lines = textOf(this, node)
      .trimEnd()
      .split(/\r\n|\r|\n/);
    const dedented = lines.map((line, index) =>
      index > 0 && line.startsWith(indentation) ? line.slice(indentation.length) : line,
    );
    return { kind: "Invalid", text: dedented.join("\n"), reason, span: spanOf(node) };
  }

  /** Runs a reader on a sound node within the depth; answers `Invalid` otherwise. */
  private guarded<Result>(
    node: RawNode,
    reader: ((context: ReadContext, node: RawNode) => Result) | undefined,
  ): Result | Invalid {
    if (reader === undefined || node.broken) return invalid(this, node, "syntax");
    if (this.depth >= maximumDepth) return invalid(this, node, "depth");
    this.depth++;
    try {
      return reader(this, node);
    } catch (error) {
      if (error instanceof Unreadable) return invalid(this, node, error.reason);
      throw error;
    } finally {
      this.depth--;
    }
  }
}

/** The blanks between the line's beginning and the offset; undefined where other text stands there or the line continues another. */
export function indentationOf(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && isBlank(text[start - 1])) start--;
  const before = text[start - 1];
  if (before !== undefined && before !== "\n" && before !== "\r") return undefined;
  if (/\\(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  const indentation = text.slice(start, offset);
  // A form feed begins the count anew.
  return indentation.slice(indentation.lastIndexOf("\f") + 1).replaceAll("\ufeff", "");
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\f" || character === "\ufeff";
}

/** The statements of a block. An error and the simple statements on its line are one, since neither makes sense without the other. */
function statementsOf(text: string, block: RawNode): readonly RawNode[] {
  const nodes = block.children.filter((child) => child.named || child.type === ";");
  if (!nodes.some((node) => node.type === "ERROR")) return nodes.filter((node) => node.named);
  const merged: RawNode[] = [];
  let afterSemicolon = true;
  for (const node of nodes) {
    const last = merged.at(-1);
    const touches = !afterSemicolon && last !== undefined && onOneLine(text, last.end, node.start);
    const mergeable =
      last !== undefined && isMergeable(last) && isMergeable(node) && (last.type === "ERROR" || node.type === "ERROR");
    if (node.type !== ";") {
      if (touches && mergeable && last !== undefined)
        merged[merged.length - 1] = { ...last, type: "ERROR", end: node.end, broken: true };
      else merged.push(node);
    }
    afterSemicolon = node.type === ";";
  }
  return merged;
}

function isMergeable(node: RawNode): boolean {
  return node.type === "ERROR" || node.type in simpleStatementReaders;
}
