import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { buildOnFakeTranslator } from "../support/fake-build.ts";
import type { FakeBuild } from "../support/fake-build.ts";
import { change, hoverText, ServerProcess } from "./connection.ts";

const uri = "file:///work/a.py";

describe("the language server, on a translator whose answers are known", function () {
  this.timeout(30_000);
  let fake: FakeBuild;
  let server: ServerProcess;

  before(async () => {
    fake = await buildOnFakeTranslator();
  });
  after(() => fake.remove());
  beforeEach(async () => {
    server = new ServerProcess(fake.server);
    await server.initialize();
  });
  afterEach(() => server.stop());

  const word = async (line: number, character: number, of = uri): Promise<string | undefined> =>
    /\[(.*)\]/.exec(hoverText(await server.hover(of, line, character)) ?? "")?.[1];

  describe("text", () => {
    it("follows incremental edits, several in one message", async () => {
      await server.open(uri, "python", "one two\nthree\n");
      await server.change(uri, 2, [change([0, 4], [0, 7], "TWO"), change([1, 0], [1, 0], "new ")]);
      assert.equal((await server.translate(uri))?.text, "// one TWO\n// new three\n// \n");
      assert.equal((await server.translate(uri))?.version, 2);
    });

    it("follows a change of the whole text", async () => {
      await server.open(uri, "python", "one\n");
      await server.change(uri, 2, [{ text: "other" }]);
      assert.equal((await server.translate(uri))?.text, "// other\n");
    });

    it("counts surrogate pairs as two, as the protocol does", async () => {
      await server.open(uri, "python", "'😀' here '😀😀' there\n");
      assert.equal(await word(0, 5), "here");
      const hover = await server.hover(uri, 0, 17);
      assert.deepEqual(hover?.range, { start: { line: 0, character: 17 }, end: { line: 0, character: 22 } });
      await server.change(uri, 2, [change([0, 1], [0, 3], "é"), change([0, 4], [0, 8], "HERE")]);
      assert.equal((await server.translate(uri))?.text, "// 'é' HERE '😀😀' there\n// \n");
    });

    it("keeps lines apart that end in CRLF, LF or CR", async () => {
      await server.open(uri, "python", "one\r\ntwo\nthree\rfour\r\n");
      assert.deepEqual(await Promise.all([word(0, 1), word(1, 1), word(2, 1), word(3, 1)]), [
        "one",
        "two",
        "three",
        "four",
      ]);
      await server.change(uri, 2, [change([0, 3], [1, 0], "-"), change([2, 0], [2, 4], "FOUR")]);
      assert.equal((await server.translate(uri))?.text, "// one-two\n// three\n// FOUR\n// \n");
    });

    it("moves positions outside the text to the nearest inside", async () => {
      await server.open(uri, "python", "one\ntwo");
      assert.equal(await word(99, 0), undefined);
      assert.equal(await word(-1, -5), "one");
      await server.change(uri, 2, [change([99, 99], [99, 99], "!"), change([0, -3], [0, 99], "ONE")]);
      assert.equal((await server.translate(uri))?.text, "// ONE\n// two!\n");
    });

    it("takes a range whose end stands before its start", async () => {
      await server.open(uri, "python", "one two\n");
      await server.change(uri, 2, [change([0, 7], [0, 4], "2")]);
      assert.equal((await server.translate(uri))?.text, "// one 2\n// \n");
    });
  });

  describe("documents", () => {
    it("answers null for documents that are not open, or are in other languages", async () => {
      await server.open("file:///work/a.rs", "rust", "fn");
      await server.change("file:///work/never.py", 1, [{ text: "x" }]);
      await server.close("file:///work/never.py");
      for (const other of ["file:///work/a.rs", "file:///work/never.py", "no address"]) {
        assert.equal(await server.hover(other, 0, 0), null);
        assert.equal(await server.translate(other), null);
      }
      await server.open(uri, "python", "word");
      await server.close(uri);
      assert.equal(await server.hover(uri, 0, 0), null);
    });

    it("takes a document that is opened twice as it was opened last", async () => {
      await server.open(uri, "python", "one");
      await server.open(uri, "python", "two");
      assert.equal(await word(0, 0), "two");
    });

    it("announces that a shown translation has changed, once for what comes together", async () => {
      const sibling = "file:///work/b.py";
      await server.open(uri, "python", "one");
      await server.open(sibling, "python", "two");
      await server.open("file:///elsewhere/c.py", "python", "three");
      await server.change(sibling, 2, [{ text: "nobody looks yet" }]);
      await server.translate(uri);
      assert.deepEqual(server.changed, []);
      await Promise.all([2, 3, 4].map((version) => server.change(sibling, version, [{ text: `v${version}` }])));
      await server.change("file:///elsewhere/c.py", 2, [{ text: "x" }]);
      await server.translate(uri);
      await sleep(50);
      assert.ok(server.changed.length >= 1 && server.changed.length <= 3, `announced ${server.changed.length} times`);
      assert.deepEqual([...new Set(server.changed)], [uri]);
    });
  });

  it("announces a document that is opened only after its translation was asked for, and one opened again", async () => {
    assert.equal(await server.translate(uri), null);
    for (const text of ["one", "two"]) {
      server.changed.length = 0;
      await server.open(uri, "python", text);
      assert.equal((await server.translate(uri))?.text, `// ${text}\n`);
      await sleep(20);
      assert.deepEqual(server.changed, [uri]);
      await server.close(uri);
    }
  });

  describe("hover", () => {
    it("is Markdown for a client that does not say what it takes", async () => {
      await server.open(uri, "python", "word");
      assert.match(hoverText(await server.hover(uri, 0, 0))!, /^\*\*A word\*\*/);
    });

    it("is plain text for a client that takes nothing else", async () => {
      const plain = new ServerProcess(fake.server);
      await plain.initialize({ textDocument: { hover: { contentFormat: ["plaintext"] } } });
      await plain.open(uri, "python", "word");
      assert.equal(hoverText(await plain.hover(uri, 0, 0)), "A word\n\nOne word.\n\n[word]");
      await plain.stop();
    });

    it("fences code that holds fences, and escapes what messages quote", async () => {
      await server.open(uri, "python", "```caveat```");
      assert.match(hoverText(await server.hover(uri, 0, 4))!, /\n````go\n\[```caveat```\]\n````\n/);
    });
  });

  describe("failures", () => {
    it("answers null where the translator throws, logs why, and recovers with the text", async () => {
      await server.open(uri, "python", "a defect");
      assert.equal(await server.hover(uri, 0, 0), null);
      assert.equal(await server.translate(uri), null);
      assert.ok(server.log.some((line) => line.includes("a defect of the translator")));
      await server.change(uri, 2, [change([0, 2], [0, 8], "word")]);
      assert.equal(await word(0, 2), "word");
    });

    it("goes on after requests and notifications of the wrong form", async () => {
      await server.open(uri, "python", "word");
      const { connection } = server;
      const wrong = [null, 5, "text", {}, { textDocument: null }, { textDocument: { uri: 7 }, position: {} }, [uri]];
      for (const params of wrong) {
        for (const method of ["textDocument/didOpen", "textDocument/didChange", "textDocument/didClose"]) {
          await connection.sendNotification(method, params);
        }
        for (const method of ["textDocument/hover", "interlinear/translate"]) {
          const answer = await connection.sendRequest(method, params).catch((error: Error) => error);
          assert.ok(answer === null || answer instanceof Error, `${method} of ${JSON.stringify(params)}`);
        }
      }
      await assert.rejects(connection.sendRequest("interlinear/noSuchThing", {}));
      await server.change(uri, 2, [{ range: { start: {}, end: { line: "x" } }, text: "" }]);
      await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: null } });
      assert.equal(await word(0, 1), "word");
    });

    it("goes on after bytes that are no message", async () => {
      await server.open(uri, "python", "word");
      server.sendRaw("Content-Length: 9\r\n\r\n{not json");
      server.sendRaw("Content-Length: 2\r\n\r\n[]");
      server.sendRaw('Content-Length: 16\r\n\r\n{"jsonrpc":"2.0"');
      assert.equal(await word(0, 0), "word");
      assert.ok(server.running);
    });

    it("answers a cancelled request as cancelled", async () => {
      await server.open(uri, "python", "word");
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
      const answer = server.connection.sendRequest("textDocument/hover", params, source.token);
      source.cancel();
      await assert.rejects(answer, { code: -32800 });
      assert.equal(await word(0, 0), "word");
    });
  });

  it("ends when it is told to, and when its client goes away", async () => {
    await server.connection.sendRequest("shutdown");
    await server.connection.sendNotification("exit");
    await exitOf(server);
    assert.equal(server.process.exitCode, 0);

    const abandoned = new ServerProcess(fake.server);
    await abandoned.initialize();
    abandoned.process.stdin.end();
    await exitOf(abandoned);
    await abandoned.stop();
  });
});

async function exitOf(server: ServerProcess): Promise<void> {
  const end = Date.now() + 5_000;
  while (server.running && Date.now() < end) await sleep(20);
  assert.ok(!server.running, "the server has ended");
}
