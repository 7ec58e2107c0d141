import type { MappedRange, Printed } from "./print.ts";
import { reanchor } from "./reanchor.ts";

/** Text as gofmt leaves it, and the ranges in it that have an origin. */
export interface FormattedGo {
  readonly text: string;
  readonly mapping: readonly MappedRange[];
}

/** What every host has of WebAssembly, as far as it is needed here. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** What `gofmt.wasm` offers. */
interface Gofmt {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Makes the module ready; to be called once. */
  _initialize(): void;
  /** Makes room for the source. */
  alloc(length: number): number;
  /** 0: the source is formatted already; 1: the output is the text; else it says what is wrong. */
  format(): number;
  output_ptr(): number;
  output_len(): number;
}

/** gofmt is built without a garbage collector, so that it has to be begun anew when it holds this many bytes. */
const mostMemory = 32 * 1024 * 1024;

/** gofmt, which is compiled when it is first used. One is enough for a process. */
export class GoFormatter {
  readonly #load: () => Uint8Array;
  #module: object | undefined;
  #instance: Gofmt | undefined;

  /** `load` gives the bytes of `gofmt.wasm`; it is called at most once, on first use. */
  constructor(load: () => Uint8Array) {
    this.#load = load;
  }

  /** Formats a file or a fragment. Undefined when gofmt refuses: the text is not Go. */
  formatText(text: string): string | undefined {
    try {
      return this.#run(this.#ready(), text);
    } catch {
      this.#instance = undefined;
      return undefined;
    }
  }

  #ready(): Gofmt {
    if (this.#instance && this.#instance.memory.buffer.byteLength <= mostMemory) return this.#instance;
    const { WebAssembly: engine } = globalThis as unknown as { readonly WebAssembly: Engine };
    this.#module ??= new engine.Module(this.#load());
    const gofmt = new engine.Instance(this.#module).exports as Gofmt;
    gofmt._initialize();
    this.#instance = gofmt;
    return gofmt;
  }

  #run(gofmt: Gofmt, text: string): string | undefined {
    const source = new TextEncoder().encode(text);
    const place = gofmt.alloc(source.length);
    new Uint8Array(gofmt.memory.buffer, place, source.length).set(source);
    const result = gofmt.format();
    if (result === 0) return text;
    if (result !== 1) return undefined;
    return new TextDecoder().decode(new Uint8Array(gofmt.memory.buffer, gofmt.output_ptr(), gofmt.output_len()));
  }

  /** Formats what was printed and carries its mapping over. Where gofmt refuses, the plain text stays as it is. */
  format(printed: Printed): FormattedGo {
    const text = this.formatText(printed.text);
    if (text === undefined) return { text: printed.text, mapping: printed.mapping };
    return { text, mapping: reanchor(printed.tokens, text) };
  }
}
