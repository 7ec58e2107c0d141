import { format, initSync } from "@wasm-fmt/ruff_fmt/web";
import { reanchor } from "./format-reanchor.ts";
import { printedOf, type Printed } from "./print.ts";

/** How wide lines may be. */
export const lineWidth = 88;
/** How many blanks indent a block. */
export const indentWidth = 4;

/** ruff's formatter, which is compiled when it is first used. One is enough for a process. */
export class PythonFormatter {
  private readonly load: () => Uint8Array;
  private ready = false;

  /** `load` gives the bytes of `ruff_fmt_bg.wasm`; it is called at most once, on first use. */
  constructor(load: () => Uint8Array) {
    this.load = load;
  }

  /** Formats a file or a fragment in the Black style. Undefined when ruff refuses: the text is not Python. */
  formatText(text: string): string | undefined {
    try {
      // A copy, since the types ask for a buffer that is not shared.
      if (!this.ready) initSync(new Uint8Array(this.load()));
      this.ready = true;
      return format(text, "text.py", {
        indent_style: "space",
        indent_width: indentWidth,
        line_width: lineWidth,
        line_ending: "lf",
      });
    } catch {
      return undefined;
    }
  }

  /** Formats what was printed and carries its ranges over. Where ruff refuses, the plain text stays as it is. */
  format(printed: Printed): Printed {
    const text = this.formatText(printed.text);
    if (text === undefined || text === printed.text) return printed;
    return printedOf(text, reanchor(printed.text, printed.ranges, text));
  }
}
