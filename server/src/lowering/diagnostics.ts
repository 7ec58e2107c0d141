import type { SourceRange } from "../base/origin.ts";

/** A diagnostic before its place in the file is known: the range is relative to its unit. */
export interface UnitDiagnostic {
  readonly severity: "mark" | "caveat" | "note";
  readonly code: string;
  readonly message: string;
  readonly range: SourceRange | undefined;
}

/** Collects the diagnostics of one unit; the same statement about the same place is kept once. */
export class DiagnosticSink {
  readonly #diagnostics: UnitDiagnostic[] = [];
  readonly #known = new Set<string>();

  add(diagnostic: UnitDiagnostic): void {
    const { range } = diagnostic;
    const key = `${diagnostic.code}:${range?.unit ?? ""}:${range?.span.start ?? ""}:${range?.span.end ?? ""}:${diagnostic.message}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#diagnostics.push(diagnostic);
  }

  get all(): readonly UnitDiagnostic[] {
    return this.#diagnostics;
  }
}
