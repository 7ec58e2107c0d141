import { format, initSync } from "@wasm-fmt/gofmt/web";
import type { MappedRange, Printed } from "./print.ts";
import { reanchor } from "./reanchor.ts";

/** Text as gofmt leaves it, and the ranges in it that have an origin. */
export interface FormattedGo {
  readonly text: string;
  readonly mapping: readonly MappedRange[];
}

/** gofmt, which is compiled when it is first used. One is enough for a process. */
export class GoFormatter {
  private readonly load: () => Uint8Array;
  private ready = false;

  /** `load` gives the bytes of `gofmt.wasm`; it is called at most once, on first use. */
  constructor(load: () => Uint8Array) {
    this.load = load;
  }

  /** Formats a file or a fragment. Undefined when gofmt refuses: the text is not Go. */
  formatText(text: string): string | undefined {
    try {
      if (!this.ready) initSync(this.load());
      this.ready = true;
      return format(text);
    } catch {
      return undefined;
    }
  }

  /** Formats what was printed and carries its mapping over. Where gofmt refuses, the plain text stays as it is. */
  format(printed: Printed): FormattedGo {
    const text = this.formatText(printed.text);
    if (text === undefined) return { text: printed.text, mapping: printed.mapping };
    return { text, mapping: reanchor(printed.tokens, text) };
  }
}
