import assert from "node:assert/strict";
import { constructs } from "../../server/src/constructs/registry.generated.ts";
import type { SnippetDefinition } from "../../server/src/lowering/construct.ts";
import { goTypes } from "../support/go-types.ts";
import { runPython } from "../support/run/python-batch.ts";
import { importsFor } from "../support/run/programs.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";

/*
 * Every snippet, with the words that its tab stops hold, is code that compiles where it would be inserted: among declarations or in a function. The names
 * that stand for the user's own are the only errors that Go's checker may find.
 */

interface Expanded {
  readonly name: string;
  readonly text: string;
}

function expanded({ body, language }: SnippetDefinition): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^{}]*)\}/g, "$1")
    .replace(/\$\{\d+\}|\$\d+/g, language === "python" ? "..." : "");
}

function snippetsOf(language: "python" | "go"): readonly Expanded[] {
  return constructs.flatMap(({ id, snippets = [] }) =>
    snippets
      .filter((snippet) => snippet.language === language)
      .map((snippet) => ({ name: `${id}: ${snippet.prefix}`, text: expanded(snippet) })),
  );
}

/** What Go's checker says besides that a name of the user's is not there, or not used yet. */
function foreignErrors(errors: readonly string[]): readonly string[] {
  return errors.filter(
    (error) =>
      !/undefined|declared and not used|imported and not used|is not used|missing return|could not import github\.com/.test(
        error,
      ),
  );
}

function goPlaces(text: string): readonly string[] {
  const wrap = (body: string): string => `package main\n\n${importsFor(body)}\n${body}`;
  return [
    text,
    wrap(`${text}\n`),
    wrap(`func inserted() {\n${text}\n}\n`),
    wrap(`func inserted() (int, error) {\n${text}\nreturn 0, nil\n}\n`),
    wrap(`func inserted() error {\n${text}\nreturn nil\n}\n`),
    wrap(`func inserted() {\n_ = ${text}\n}\n`),
    wrap(`func inserted() {\nfor {\n${text}\n}\n}\n`),
    wrap(`type inserted struct {\n${text}\n}\n`),
  ];
}

const compiling = `
import ast, json, sys, textwrap
def fits(text):
    indented = textwrap.indent(text, "    ")
    for whole in (text + "\\n", "async def inserted():\\n" + indented + "\\n", "async def inserted():\\n" + indented + "\\n        pass\\n",
                  text + "\\n    pass\\n", "for x in y:\\n" + indented + "\\n", "async def inserted():\\n" + indented + "\\n            pass\\n",
                  "async def inserted():\\n    try:\\n        pass\\n" + indented + "\\n        pass\\n",
                  "if x:\\n    pass\\n" + text + "\\n    pass\\n"):
        try:
            compile(whole, "snippet", "exec")
            return True
        except SyntaxError:
            pass
    return False
for each in json.loads(SNIPPETS):
    if not fits(each["text"]):
        print(each["name"])
`;

describe("snippets", function () {
  this.timeout(120_000);

  it("are at least sixty for each language", () => {
    assert.ok(snippetsOf("go").length >= 60, `Go has ${snippetsOf("go").length}`);
    assert.ok(snippetsOf("python").length >= 60, `Python has ${snippetsOf("python").length}`);
  });

  it("have a prefix of their own in each language", () => {
    for (const language of ["python", "go"] as const) {
      const prefixes = constructs.flatMap(({ snippets = [] }) =>
        snippets.filter((snippet) => snippet.language === language).map(({ prefix }) => prefix),
      );
      assert.deepEqual(
        prefixes.filter((prefix, position) => prefixes.indexOf(prefix) !== position),
        [],
      );
    }
  });

  it("for Go compile", function () {
    if (goLibrary() === undefined) {
      console.warn("    SKIPPED: the snippets for Go were not compiled, for there is no go here");
      this.skip();
    }
    const snippets = snippetsOf("go");
    const packages = snippets.flatMap(({ text }, position) =>
      goPlaces(text).map((file, place) => ({ name: `${position}/${place}`, files: { "a.go": file } })),
    );
    const errors = new Map(goTypes(packages, false).map(({ name, errors: found }) => [name, found]));
    const failing = snippets.flatMap(({ name, text }, position) => {
      const found = goPlaces(text).map((_, place) =>
        foreignErrors(errors.get(`${position}/${place}`) ?? ["not checked"]),
      );
      return found.some((each) => each.length === 0) ? [] : [`${name}\n${text}\n${JSON.stringify(found)}`];
    });
    assert.deepEqual(failing, []);
  });

  it("for Python compile", function () {
    if (pythonLibrary() === undefined) {
      console.warn("    SKIPPED: the snippets for Python were not compiled, for there is no python3 here");
      this.skip();
    }
    const text = `SNIPPETS = ${JSON.stringify(JSON.stringify(snippetsOf("python")))}\n${compiling}`;
    const outcome = runPython([{ name: "snippets", text }]).get("snippets");
    assert.equal(outcome?.failure, undefined);
    assert.equal(outcome?.output, "");
  });
});
