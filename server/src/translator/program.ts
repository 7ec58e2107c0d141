import { invariant } from "../base/assert.ts";
import { otherLanguage, type Language } from "../base/language.ts";
import type { HoverAnswer, Program, Translation } from "./api.ts";
import { compile, type Compilation } from "./compile.ts";
import type { CompiledDocument } from "./compiled-document.ts";
import { SourceDocument } from "./document.ts";
import type { Environment } from "./environment.ts";
import { diagnosticsOf, mappingOf } from "./placed.ts";
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
    return hoverAt(compiled, offset, this.#environment);
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
      this.#compiled.set(
        language,
        compile(documents, this.#environment, { target: otherLanguage(language), previous }),
      );
      this.#stale.delete(language);
    }
    const compiled = this.#compiled.get(language)!.documents.find((other) => other.document === document);
    invariant(compiled, `${path} was not compiled`);
    return compiled;
  }
}
