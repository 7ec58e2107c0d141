import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as py from "../../server/src/python/build.ts";
import { PythonFormatter } from "../../server/src/python/format.ts";
import { corresponds, isOptional, tokenize } from "../../server/src/python/format-tokens.ts";
import { printModule, type Printed } from "../../server/src/python/print.ts";
import type { Module } from "../../server/src/python/tree.ts";
import { PythonReading } from "../support/python-reader.ts";
import { filesBelow, pythonLibrary, sample } from "../support/tools.ts";

const bytes = createRequire(import.meta.url).resolve("@wasm-fmt/ruff_fmt/wasm");
const formatter = new PythonFormatter(() => readFileSync(bytes));

/** What each mapped range says, as `text:start of the origin`. */
function mapped({ text, mapping }: Printed): string[] {
  return mapping.map(({ start, end, origin }) => `${text.slice(start, end)}:${origin.ranges[0]?.span.start}`);
}

function origin(start: number) {
  return { ranges: [{ unit: "u", span: { start, end: start + 1 } }], constructs: [] };
}

describe("Python formatter", () => {
  it("breaks long lines and keeps each token's origin", () => {
    const args = Array.from({ length: 12 }, (_, index) => py.name(`argument_${index}`, origin(index)));
    const printed = printModule(py.module([py.expr(py.call("f", args))]));
    const done = formatter.format(printed);
    assert.ok(done.text.split("\n").length > 12, done.text);
    assert.deepEqual(mapped(done), mapped(printed));
  });

  it("gives no origin to parentheses that it adds", () => {
    const long = py.boolOp(
      "And",
      Array.from({ length: 8 }, (_, index) =>
        py.attribute(py.name(`value_${index}`, origin(index)), "some_attribute", origin(100 + index)),
      ),
    );
    const first = py.attribute(
      py.boolOp("Or", [py.name("a", origin(50)), py.name("b", origin(51))], origin(60)),
      "c",
      origin(61),
    );
    const printed = printModule(py.module([py.assign(py.name("x"), py.boolOp("And", [first, ...long.values]))]));
    const done = formatter.format(printed);
    assert.match(done.text, /^x = \(\n {4}\(a or b\)\.c\n/);
    const before = mapped(printed);
    const after = mapped(done);
    assert.deepEqual(
      after,
      before.filter((piece) => piece !== "(:60"),
    );
    assert.equal(before.length - after.length, 1);
  });

  it("keeps the origin of strings, numbers and comments that it respells", () => {
    const text = py.decorate(
      py.expr(py.list([py.str("it", origin(1)), py.int(255, origin(2), "0XFF"), py.float(1, origin(3), "1E5")])),
      {
        trailing: py.comment(":note", origin(4)),
      },
    );
    const done = formatter.format(printModule(py.module([text])));
    assert.equal(done.text, '["it", 0xFF, 1e5]  #:note\n');
    assert.deepEqual(mapped(done), ['"it":1', "0xFF:2", "1e5:3", "#:note:4"]);
  });

  it("keeps the origins inside f-strings whose text stays", () => {
    const text = py.joinedStr(
      ["a ", py.formattedValue(py.name("x", origin(1)), ">5", undefined, origin(2))],
      origin(3),
    );
    const done = formatter.format(
      printModule(
        py.module([py.expr(py.call("print_something", [text, ...Array.from({ length: 20 }, () => py.name("y"))]))]),
      ),
    );
    assert.deepEqual(mapped(done), ['f":3', "a :3", "{:2", "x:1", "::2", ">5:2", "}:2", '":3']);
  });

  it("leaves text that is no Python as it is", () => {
    const printed = printModule(
      py.module([
        { kind: "Invalid", text: "x = = 1", reason: "syntax", span: { start: 0, end: 7 }, origin: origin(0) },
      ]),
    );
    assert.deepEqual(formatter.format(printed), printed);
    assert.equal(formatter.formatText("x = = 1\n"), undefined);
  });

  it("is stable, and keeps tokens and their places in the source, over the standard library", async function () {
    const library = pythonLibrary();
    if (library === undefined) return this.skip();
    this.timeout(120_000);
    const python = await PythonReading.start();
    let tokens = 0;
    let carried = 0;
    for (const path of sample(filesBelow(library, ".py", ["test", "tests", "site-packages", "dist-packages"]), 80)) {
      const module: Module = python.module(readFileSync(path, "utf8"));
      const printed = printModule(module);
      const done = formatter.format(printed);
      assert.equal(formatter.formatText(done.text), done.text, path);
      const before = new Map(
        printed.ranges.map((range) => [`${range.span.start},${range.span.end}`, new Set<string>()]),
      );
      for (const { start, end, span } of printed.ranges) {
        for (const token of tokenize(printed.text.slice(start, end)))
          before.get(`${span.start},${span.end}`)?.add(token.text);
      }
      let last = 0;
      for (const { start, end, span } of done.ranges) {
        assert.ok(last <= start && start < end, path);
        last = end;
        const known = before.get(`${span.start},${span.end}`) ?? new Set();
        for (const { text } of tokenize(done.text.slice(start, end))) {
          if (known.has(text)) continue;
          assert.ok(
            [...known].some((other) => corresponds(other, text)) || /["']/.test(text),
            `${path}: ${text} for ${[...known].join(" ")}`,
          );
        }
      }
      const kept = tokenize(done.text).filter(({ text }) => !isOptional(text));
      const starts = new Set(done.ranges.map(({ start }) => start));
      tokens += kept.length;
      carried += kept.filter(({ start }) => starts.has(start)).length;
    }
    assert.ok(carried / tokens > 0.995, `${carried} of ${tokens} tokens kept their place`);
  });
});
