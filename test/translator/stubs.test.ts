import assert from "node:assert/strict";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translation, Translator } from "../../server/src/translator/api.ts";
import { goTypes } from "../support/go-types.ts";
import { runPython } from "../support/run/python-batch.ts";

const pythonSource = `from app.store import fetch


def report(number: int) -> None:
    record = fetch(number)
    print(record)
    announce(record)
`;

const goSource = `package report

import "example.com/app/store"

func Report(number int) error {
	record, err := store.Fetch(number, store.Verbose)
	if err != nil {
		return err
	}
	announce(record)
	return nil
}
`;

describe("names that a program does not define", function () {
  this.timeout(60_000);
  let translator: Translator;
  before(async () => {
    translator = await loadTranslator();
  });

  function translate(path: string, source: string, stubs: boolean): Translation {
    const program = translator.createProgram({ stubs });
    try {
      program.open(path, path.endsWith(".go") ? "go" : "python", source);
      return program.translate(path);
    } finally {
      program.dispose();
    }
  }

  it("are marked", () => {
    const codes = translate("a.py", pythonSource, false).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
    assert.ok(codes.includes("mark unknown-call") && codes.includes("mark undefined-name"), codes.join("\n"));
    const kept = translate("a.go", goSource, false);
    assert.match(kept.text, /import store\n/);
    assert.match(kept.text, /store\.fetch\(number, store\.Verbose\)/);
    assert.ok(kept.diagnostics.some(({ severity, code }) => severity === "mark" && code === "external-package"));
  });

  it("are declared in Go when stubs are asked for, so that the calls stay and the whole compiles", () => {
    const { text, diagnostics } = translate("a.py", pythonSource, true);
    assert.match(text, /record := fetch\(number\)/);
    assert.match(text, /func fetch\(arguments \.\.\.any\) any \{/);
    assert.match(text, /func announce\(arguments \.\.\.any\) any \{/);
    assert.ok(diagnostics.some(({ severity, code }) => severity === "mark" && code === "stub"));
    assert.deepEqual(goTypes([{ name: "report", files: { "a.go": text } }], false)[0]?.errors, []);
  });

  it("are declared in Python when stubs are asked for, and fail when they are reached", () => {
    const { text } = translate("a.go", goSource, true);
    assert.doesNotMatch(text, /import store/);
    const caught = "\ntry:\n    report(3)\nexcept NotImplementedError as error:\n    print(error)\n";
    assert.equal(
      runPython([{ name: "report", text: text + caught }]).get("report")?.output,
      "store.Fetch is not part of this translation\n",
    );
  });
});
