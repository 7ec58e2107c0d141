import type { Language } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import { readFile, UnitCache, type GoFile } from "../go/read.ts";
import { readModule } from "../python/read-module.ts";
import type { PythonModule } from "../python/tree.ts";
import { SyntaxDocument } from "../syntax/document.ts";
import type { Grammars, ParseRefusal } from "../syntax/grammars.ts";

/** One open document: its text, its syntax, and the trees of its units, which are read when they are asked for. */
export class SourceDocument {
  readonly path: string;
  readonly language: Language;
  readonly #syntax: SyntaxDocument;
  readonly #cache = new UnitCache();
  readonly #unitKeys = new Map<string, string>();
  #python: PythonModule | undefined;
  #pythonIsCurrent = false;
  #go: GoFile | undefined;
  #starts: ReadonlyMap<string, { readonly start: number; readonly text: string }> | undefined;
  /** Counts the edits. */
  version = 0;

  constructor(grammars: Grammars, path: string, language: Language, text: string) {
    this.path = path;
    this.language = language;
    this.#syntax = new SyntaxDocument(grammars, language, text);
  }

  get text(): string {
    return this.#syntax.text;
  }

  get refusal(): ParseRefusal | undefined {
    return this.#syntax.refusal;
  }

  edit(start: number, oldEnd: number, text: string): void {
    this.#syntax.edit({ start, oldEnd, text });
    this.#pythonIsCurrent = false;
    this.#go = undefined;
    this.#starts = undefined;
    this.version++;
  }

  /** The units of a Python document. */
  get python(): PythonModule {
    if (!this.#pythonIsCurrent || this.#python === undefined) {
      this.#python = readModule(this.#syntax, this.#python);
      this.#pythonIsCurrent = true;
    }
    return this.#python;
  }

  /** The units of a Go document. */
  get go(): GoFile {
    this.#go ??= readFile(this.#syntax, this.#cache);
    return this.#go;
  }

  /** The units of either language. */
  get units(): readonly { readonly key: string; readonly start: number; readonly text: string }[] {
    return this.language === "python" ? this.python.units : this.go.units;
  }

  /** The name by which provenance refers to a unit. */
  unitKey(key: string): string {
    let name = this.#unitKeys.get(key);
    if (name === undefined) this.#unitKeys.set(key, (name = `${this.path}\u0000${key}`));
    return name;
  }

  /** The unit that an offset lies in. */
  unitAt(offset: number): { readonly key: string; readonly start: number; readonly text: string } | undefined {
    const { units } = this;
    let low = 0;
    let high = units.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const unit = units[middle]!;
      if (offset < unit.start) high = middle - 1;
      else if (offset >= unit.start + unit.text.length) low = middle + 1;
      else return unit;
    }
    return undefined;
  }

  /** Where in the document a range of a unit lies, or undefined for units of other documents. */
  place(unitKey: string, span: Span): Span | undefined {
    const unit = this.#unitStarts().get(unitKey);
    return unit === undefined ? undefined : { start: unit.start + span.start, end: unit.start + span.end };
  }

  /** The text of a range of a unit. */
  source(unitKey: string, span: Span): string | undefined {
    return this.#unitStarts().get(unitKey)?.text.slice(span.start, span.end);
  }

  #unitStarts(): ReadonlyMap<string, { readonly start: number; readonly text: string }> {
    this.#starts ??= new Map(this.units.map((unit) => [this.unitKey(unit.key), unit]));
    return this.#starts;
  }

  dispose(): void {
    this.#syntax.dispose();
  }
}
