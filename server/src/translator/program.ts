import { invariant } from "../base/assert.ts";
import { otherLanguage, type Language } from "../base/language.ts";
import type { Diagnostic, HoverAnswer, MappingSegment, Program, Translation } from "./api.ts";
import { compile, type Compilation, type CompiledDocument } from "./compile.ts";
import { SourceDocument } from "./document.ts";
import type { Environment } from "./environment.ts";
import { hoverAt } from "./hover.ts";
import { refusedTranslation } from "./refused.ts";

/** The documents of one program. Both languages may be open at once; each is compiled on its own when it is asked about. */
export class IncrementalProgram implements Program {
  readonly #environment: Environment;
  readonly #documents = new Map<string, SourceDocument>();
  readonly #compiled = new Map<Language, Compilation>();
  readonly #stale = new Set<Language>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  open(path: string, language: Language, text: string): void {
    this.close(path);
    this.#documents.set(path, new SourceDocument(this.#environment.grammars, path, language, text));
    this.#stale.add(language);
  }

  edit(path: string, start: number, end: number, replacement: string): void {
    const document = this.#document(path);
    invariant(0 <= start && start <= end && end <= document.text.length, `an edit lies outside of ${path}`);
    document.edit(start, end, replacement);
    this.#stale.add(document.language);
  }

  close(path: string): void {
    const document = this.#documents.get(path);
    if (!document) return;
    this.#documents.delete(path);
    document.dispose();
    this.#stale.add(document.language);
  }

  translate(path: string): Translation {
    const source = this.#document(path);
    if (source.refusal !== undefined) return refusedTranslation(source, source.refusal);
    const compiled = this.#compiledDocument(path);
    const { document, printed } = compiled;
    return {
      text: printed.text,
      language: otherLanguage(document.language),
      diagnostics: diagnosticsOf(compiled),
      mapping: mappingOf(compiled),
      helpers: compiled.helpers,
    };
  }

  hover(path: string, offset: number): HoverAnswer | undefined {
    const compiled = this.#compiledDocument(path);
    return hoverAt(compiled, offset, diagnosticsOf(compiled), this.#environment);
  }

  dispose(): void {
    for (const document of this.#documents.values()) document.dispose();
    this.#documents.clear();
    this.#compiled.clear();
  }

  #document(path: string): SourceDocument {
    const document = this.#documents.get(path);
    invariant(document, `${path} is not open`);
    return document;
  }

  #compiledDocument(path: string): CompiledDocument {
    const document = this.#document(path);
    const { language } = document;
    if (this.#stale.has(language) || !this.#compiled.has(language)) {
      const documents = [...this.#documents.values()].filter((other) => other.language === language);
      const previous = this.#compiled.get(language);
      this.#compiled.set(language, compile(documents, this.#environment, { target: otherLanguage(language), previous }));
      this.#stale.delete(language);
    }
    const compiled = this.#compiled.get(language)!.documents.find((other) => other.document === document);
    invariant(compiled, `${path} was not compiled`);
    return compiled;
  }
}

/** The diagnostics with their places in the document, in its order. */
export function diagnosticsOf({ document, diagnostics }: CompiledDocument): readonly Diagnostic[] {
  return diagnostics
    .map(({ severity, code, message, range }): Diagnostic => {
      const place = range === undefined ? undefined : document.place(range.unit, range.span);
      return { severity, code, message, path: document.path, start: place?.start ?? 0, end: place?.end ?? 0 };
    })
    .sort((left, right) => left.start - right.start || left.end - right.end || (left.code < right.code ? -1 : 1));
}

/** The source map with places in the document; neighbours that stand for the same source are one segment. */
export function mappingOf({ document, printed }: CompiledDocument): readonly MappingSegment[] {
  const segments: MappingSegment[] = [];
  for (const { start, end, origin } of printed.mapping) {
    const [range] = origin.ranges;
    const source = range === undefined ? undefined : document.place(range.unit, range.span);
    if (source === undefined) continue;
    const last = segments.at(-1);
    if (last !== undefined && last.source.start === source.start && last.source.end === source.end && printed.text.slice(last.target.end, start).trim() === "") {
      segments[segments.length - 1] = { source, target: { start: last.target.start, end } };
    } else segments.push({ source, target: { start, end } });
  }
  return segments;
}
