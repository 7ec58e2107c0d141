import assert from "node:assert/strict";
import type { CodeAction, CompletionList } from "vscode-languageserver/node";
import type { ImportEditsResult, PatternsResult, TranslateFilesResult } from "../../server/src/protocol/editing.ts";
import { buildOnFakeTranslator } from "../support/fake-build.ts";
import type { FakeBuild } from "../support/fake-build.ts";
import { change, ServerProcess } from "./connection.ts";

const uri = "file:///work/a.py";
const at = (line: number, character: number) => ({ line, character });
const range = (line: number, from: number, to: number) => ({ start: at(line, from), end: at(line, to) });

describe("requests that make text, on a translator whose answers are known", function () {
  this.timeout(30_000);
  let fake: FakeBuild;
  let server: ServerProcess;

  before(async () => {
    fake = await buildOnFakeTranslator();
  });
  after(() => fake.remove());
  beforeEach(async () => {
    server = new ServerProcess(fake.server);
    await server.initialize({ textDocument: { completion: { completionItem: { snippetSupport: true } } } });
  });
  afterEach(() => server.stop());

  const actions = async (of: object, context: object): Promise<CodeAction[]> =>
    (await server.ask<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: of,
      context: { diagnostics: [], ...context },
    })) ?? [];

  describe("code actions", () => {
    it("are offered by their exact kinds", async () => {
      await server.open(uri, "python", "one two\n");
      const kinds = async (only: string[]) => (await actions(range(0, 0, 3), { only })).map(({ kind }) => kind);
      assert.deepEqual(await kinds(["refactor"]), ["refactor.rewrite.interlinear.comment"]);
      assert.deepEqual(await kinds(["refactor.rewrite"]), ["refactor.rewrite.interlinear.comment"]);
      assert.deepEqual(await kinds(["source"]), ["source.interlinear.write"]);
      assert.deepEqual(
        await kinds(["quickfix", "refactor.extract", "source.organizeImports", "refactor.rewrite.inter"]),
        [],
      );
    });

    it("are few where nobody asked", async () => {
      await server.open(uri, "python", "one two\n");
      assert.deepEqual(await actions(range(0, 1, 1), { triggerKind: 2 }), []);
      assert.equal((await actions(range(0, 0, 3), { triggerKind: 2 })).length, 1);
    });

    it("have no edit until they are resolved; the comment stands above, indented, in the document's line ends", async () => {
      await server.open(uri, "python", "one\r\n    two\r\n");
      const [action] = await actions(range(1, 4, 7), { only: ["refactor"] });
      assert.equal(action!.edit, undefined);
      const resolved = await server.ask<CodeAction>("codeAction/resolve", action!);
      assert.deepEqual(resolved!.edit!.documentChanges, [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: range(1, 0, 0), newText: "    # Go:\r\n    #     // one\r\n    #     //     two\r\n" }],
        },
      ]);
    });

    it("have no edit when the document has changed since", async () => {
      await server.open(uri, "python", "one\n");
      const [action] = await actions(range(0, 0, 3), { only: ["refactor"] });
      await server.change(uri, 2, [change([0, 0], [0, 0], "new ")]);
      assert.equal((await server.ask<CodeAction>("codeAction/resolve", action!))!.edit, undefined);
    });

    it("write a new file beside the source and never an old one", async () => {
      await server.open(uri, "python", "one\n");
      const [action] = await actions(range(0, 0, 0), { only: ["source"] });
      const resolved = await server.ask<CodeAction>("codeAction/resolve", action!);
      assert.deepEqual(resolved!.edit!.documentChanges, [
        { kind: "create", uri: "file:///work/a.go", options: { overwrite: false, ignoreIfExists: false } },
        {
          textDocument: { uri: "file:///work/a.go", version: null },
          edits: [{ range: range(0, 0, 0), newText: "// one\n// \n" }],
        },
      ]);
    });

    it("run commands only in a client that has them, and can be turned off", async () => {
      await server.open(uri, "python", "one\n");
      assert.ok((await actions(range(0, 0, 3), {})).every(({ command }) => command === undefined));
      const inVsCode = new ServerProcess(fake.server);
      await inVsCode.initialize({}, { commands: true, settings: { codeActions: { enabled: true } } });
      await inVsCode.open(uri, "python", "one\n");
      const ask = () =>
        inVsCode.ask<CodeAction[]>("textDocument/codeAction", {
          textDocument: { uri },
          range: range(0, 0, 3),
          context: { diagnostics: [] },
        });
      const commands = (await ask())!.flatMap(({ command }) => (command === undefined ? [] : [command.command]));
      assert.deepEqual(commands, ["interlinear.showCounterpart", "interlinear.copyExcerpt"]);
      await inVsCode.connection.sendNotification("workspace/didChangeConfiguration", {
        settings: { interlinear: { codeActions: { enabled: false } } },
      });
      assert.equal(await ask(), null);
      await inVsCode.stop();
    });

    it("are sent back as they came when they are from elsewhere", async () => {
      for (const data of [undefined, null, 7, { action: "other" }, { action: "write", uri: 3 }]) {
        const action = { title: "x", data };
        assert.equal((await server.ask<CodeAction>("codeAction/resolve", action))?.edit, undefined);
      }
    });
  });

  describe("completions", () => {
    const go = "file:///work/a.go";
    const complete = async (text: string, of = server): Promise<CompletionList["items"]> => {
      await of.open(go, "go", `package a\n\nfunc f() {\n\t${text}\n}\n`);
      const position = at(3, text.length + 1);
      const answer = await of.ask<CompletionList>("textDocument/completion", { textDocument: { uri: go }, position });
      return answer?.items ?? [];
    };

    it("offer a pattern for the beginning of its word, as a snippet, with its imports", async () => {
      const [item, ...others] = await complete("sho");
      assert.deepEqual(others, []);
      assert.equal(item!.label, "shout");
      assert.equal(item!.insertTextFormat, 2);
      assert.deepEqual(item!.textEdit, {
        range: range(3, 1, 4),
        newText: "fmt.Println(strings.ToUpper(${1:text}))",
      });
      assert.deepEqual(item!.additionalTextEdits, [
        { range: range(0, 9, 9), newText: '\n\nimport (\n\t"fmt"\n\t"strings"\n)' },
      ]);
    });

    it("offer nothing for one letter, after a dot, in strings and comments, and for other words", async () => {
      for (const text of ["s", "x.sho", '"sho', "// sho", "`sho", "hout", "'sho"]) {
        assert.deepEqual(await complete(text), [], text);
      }
      assert.equal((await complete('f("a\\"b", sho')).length, 1);
    });

    it("leave to the snippet files what needs no import", async () => {
      const inVsCode = new ServerProcess(fake.server);
      await inVsCode.initialize({}, { commands: true });
      const [item] = await complete("sho", inVsCode);
      assert.equal(item!.labelDetails?.detail, " + import fmt, strings");
      assert.equal(item!.insertTextFormat, 1, "a client without snippets gets plain text");
      await inVsCode.open(go, "go", 'package a\n\nimport (\n\t"fmt"\n\t"strings"\n)\n\nsho\n');
      const params = { textDocument: { uri: go }, position: at(7, 3) };
      assert.deepEqual((await inVsCode.ask<CompletionList>("textDocument/completion", params))?.items, []);
      await inVsCode.stop();
    });
  });

  it("list patterns with what people choose them by", async () => {
    const answer = await server.ask<PatternsResult>("interlinear/patterns", { language: "go" });
    assert.deepEqual(answer?.patterns, [
      {
        construct: "word",
        title: "A word",
        description: "Print in capitals",
        prefix: "shout",
        terms: ["print loud"],
        body: "fmt.Println(strings.ToUpper(${1:text}))",
        preview: "fmt.Println(strings.ToUpper(text))",
        imports: ["fmt", "strings"],
      },
    ]);
    assert.equal(await server.ask("interlinear/patterns", { language: "rust" }), null);
    await server.open(uri, "python", "one\n");
    const edits = await server.ask<ImportEditsResult>("interlinear/importEdits", { uri, imports: ["import math"] });
    assert.deepEqual(edits?.edits, [{ range: range(0, 0, 0), newText: "import math\n\n" }]);
  });

  it("translate files together, and go on when one of them fails", async () => {
    const files = [
      { path: "a.py", text: "one caveat\n" },
      { path: "b.py", text: "a defect\n" },
    ];
    const answer = await server.ask<TranslateFilesResult>("interlinear/translateFiles", { files, to: "go" });
    assert.deepEqual(answer?.files, [
      {
        path: "a.py",
        text: "// one caveat\n// \n",
        diagnostics: [{ severity: "caveat", code: "code-caveat", message: "this is caveat", line: 0 }],
      },
      { path: "b.py", diagnostics: [] },
    ]);
    assert.ok(server.log.some((line) => line.includes("a defect of the translator")));
  });

  it("go on after parameters of the wrong form", async () => {
    await server.open(uri, "python", "one\n");
    const methods = [
      "counterpart",
      "viewHover",
      "excerpt",
      "explain",
      "translateText",
      "translateFiles",
      "patterns",
      "importEdits",
      "doctest",
    ];
    const wrong = [null, 5, {}, { uri }, { uri, range: null, position: {} }, { uri, to: "go", files: 3, text: {} }];
    for (const method of methods) {
      for (const params of wrong) {
        await server.connection.sendRequest(`interlinear/${method}`, params).catch((error: Error) => error);
      }
    }
    for (const method of ["codeAction", "completion", "inlayHint", "codeLens"]) {
      for (const params of wrong)
        await server.connection.sendRequest(`textDocument/${method}`, params).catch(() => null);
    }
    assert.equal((await server.translate(uri))?.text, "// one\n// \n");
  });
});
