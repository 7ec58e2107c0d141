import { InvariantError } from "../base/assert.ts";
import type { Origin } from "../base/origin.ts";
import type { Span } from "../base/span.ts";
import type * as ir from "../ir/node.ts";
import { stampOrigin } from "../ir/walk.ts";
import { unknownType } from "../types/build.ts";
import type { Binding } from "../types/binding.ts";
import type { Type } from "../types/type.ts";
import { DiagnosticSink } from "./diagnostics.ts";
import type { Report } from "./lift-context.ts";
import type { Owned } from "./registry.ts";
import { Untranslatable } from "./untranslatable.ts";

/** A unit of source as the engines need it. */
export interface SourceUnit {
  readonly key: string;
  readonly text: string;
}

type Work = Owned<(node: never, context: never) => unknown>;

/** What lifting from both languages has in common: provenance, diagnostics, opaque nodes, dispatch with refinements. */
export abstract class LiftEngine<Node extends { readonly kind: string; readonly span: Span }> {
  readonly sink = new DiagnosticSink();
  readonly unit: SourceUnit;
  #temporaries = 0;

  constructor(unit: SourceUnit) {
    this.unit = unit;
  }

  source(node: Node): string {
    return this.unit.text.slice(node.span.start, node.span.end);
  }

  origin(node: Node): Origin {
    return { ranges: [{ unit: this.unit.key, span: node.span }], constructs: [] };
  }

  report(node: Node, report: Report): void {
    this.sink.add({ ...report, range: { unit: this.unit.key, span: node.span } });
  }

  opaque(node: Node, code: string, message: string): ir.OpaqueExpression {
    this.report(node, { severity: "mark", code, message });
    return {
      sort: "expression",
      kind: "OpaqueExpression",
      type: unknownType,
      text: this.source(node),
      code,
      message,
      origin: this.origin(node),
    };
  }

  opaqueStatement(node: Node, code: string, message: string): ir.OpaqueStatement {
    this.report(node, { severity: "mark", code, message });
    return {
      sort: "statement",
      kind: "OpaqueStatement",
      text: this.source(node),
      code,
      message,
      assigns: [],
      origin: this.origin(node),
    };
  }

  temporary(hint: string, type: Type): Binding {
    const id = `${this.unit.key}/temporary/${this.#temporaries++}`;
    return { name: hint, kind: "local", id, type, captured: false, assignments: 1, reads: 1 };
  }

  /**
   * Lifts one node through the refinements of its kind, then its owner. `fallback` makes the opaque node when the construct declines or fails; a
   * failure that is no Untranslatable is a defect, reported as the mark `internal-error` so that the rest of the file lives on.
   */
  protected dispatch<Result>(
    node: Node,
    refinements: readonly Work[],
    owner: Work | undefined,
    fallback: (code: string, message: string) => Result,
  ): Result {
    for (const { construct, work } of [...refinements, ...(owner ? [owner] : [])]) {
      try {
        const result = (work as (node: Node, context: unknown) => Result | undefined)(node, this);
        if (result === undefined) continue;
        const nodes = (Array.isArray(result) ? result : [result]) as ir.Node[];
        stampOrigin(nodes, { ranges: [{ unit: this.unit.key, span: node.span }], constructs: [construct.id] });
        return result;
      } catch (error) {
        return explainedBy(construct.id, this.#declined(error, fallback));
      }
    }
    return fallback("not-supported", `\`${node.kind}\` is not translated yet.`);
  }

  #declined<Result>(error: unknown, fallback: (code: string, message: string) => Result): Result {
    if (error instanceof Untranslatable) return fallback(error.code, error.message);
    if (error instanceof RangeError) return fallback("too-deep", "This is nested too deeply to be translated.");
    if (error instanceof InvariantError || error instanceof Error) {
      return fallback(
        "internal-error",
        `This could not be translated because of a defect in Interlinear (${error.message}).`,
      );
    }
    throw error;
  }
}

/** What a construct declined still shows its explanation. */
function explainedBy<Result>(construct: string, declined: Result): Result {
  for (const node of (Array.isArray(declined) ? declined : [declined]) as ir.Node[]) {
    (node as { origin?: Origin | undefined }).origin = { ranges: node.origin?.ranges ?? [], constructs: [construct] };
  }
  return declined;
}
