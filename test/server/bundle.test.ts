import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { placeOf } from "../../scripts/hover.mjs";
import { projectRoot } from "../support/fake-build.ts";
import { hostileTexts } from "../support/hostile.ts";
import { change, hoverText, ServerProcess } from "./connection.ts";

const bundle = join(projectRoot, "dist", "server", "node.cjs");
const orders = readFileSync(join(projectRoot, "examples", "python", "orders.py"), "utf8");
const inventory = readFileSync(join(projectRoot, "examples", "go", "inventory", "inventory.go"), "utf8");
const uri = "file:///work/orders.py";

describe("the language server as it is built", function () {
  this.timeout(120_000);
  let server: ServerProcess;

  before(() => assert.ok(existsSync(bundle), "there is no bundle: run `npm run build` first"));
  beforeEach(async () => {
    server = new ServerProcess(bundle);
    await server.initialize();
  });
  afterEach(() => server.stop());

  const hoverAt = async (text: string, source: string, of: string): Promise<string> => {
    const { line, column } = placeOf(source, text);
    return hoverText(await server.hover(of, line - 1, column - 1)) ?? "";
  };

  it("shows Go for a Python raise, and Python for Go's if err != nil", async () => {
    await server.open(uri, "python", orders);
    assert.match(await hoverAt("raise ValueError", orders, uri), /```go\n[^`]*return /);
    const go = "file:///work/inventory.go";
    await server.open(go, "go", inventory);
    const python = await hoverAt("if err != nil", inventory, go);
    assert.match(python, /```python\n[^`]*(try:|raise|except)/);
    assert.doesNotMatch(python, /TODO/);
  });

  it("translates the documents as they are after each edit", async () => {
    await server.open(uri, "python", orders);
    assert.match((await server.translate(uri))!.text, /quantity must be positive/);
    const { line, column } = placeOf(orders, "quantity must be positive");
    await server.change(uri, 2, [change([line - 1, column - 1], [line - 1, column + 7], "😀")]);
    const { text, version } = (await server.translate(uri))!;
    assert.match(text, /😀 must be positive/);
    assert.equal(version, 2);
  });

  it("is restarted without harm in the middle", async () => {
    await server.open(uri, "python", orders);
    const before = (await server.translate(uri))!.text;
    void server.connection.sendRequest("textDocument/hover", {}).catch(() => undefined);
    await server.stop();
    server = new ServerProcess(bundle);
    await server.initialize();
    await server.open(uri, "python", orders);
    assert.equal((await server.translate(uri))!.text, before);
  });

  for (const language of ["python", "go"] as const) {
    for (const [what, text] of Object.entries(hostileTexts(language))) {
      it(`survives ${what}, in a ${language} document`, async () => {
        const ending = language === "python" ? "py" : "go";
        const [hostile, sound] = [`file:///hostile/a.${ending}`, `file:///sound/a.${ending}`];
        await server.open(hostile, language, text);
        await server.open(sound, language, language === "python" ? orders : inventory);
        const translation = await server.translate(hostile);
        await server.hover(hostile, 1, 1);
        assert.ok(translation === null || typeof translation.text === "string");
        assert.ok((await server.translate(sound))!.text.length > 500);
        assert.deepEqual(server.log, [], "nothing went wrong inside");
      });
    }
  }

  it("gives the same after many edits as a fresh server does", async () => {
    await server.open(uri, "python", orders);
    const random = randomNumbers(7);
    let text = orders;
    for (let version = 2; version < 62; version++) {
      const start = Math.floor(random() * text.length);
      const end = Math.min(text.length, start + Math.floor(random() * 12));
      const inserted = fragments[Math.floor(random() * fragments.length)]!;
      await server.change(uri, version, [change(positionOf(text, start), positionOf(text, end), inserted)]);
      text = text.slice(0, start) + inserted + text.slice(end);
      if (version % 5 === 0) await server.translate(uri);
    }
    const fresh = new ServerProcess(bundle);
    await fresh.initialize();
    await fresh.open(uri, "python", text);
    assert.equal((await server.translate(uri))?.text, (await fresh.translate(uri))?.text);
    for (let index = 0; index < 20; index++) {
      const [line, character] = positionOf(text, Math.floor(random() * text.length));
      assert.deepEqual(await server.hover(uri, line, character), await fresh.hover(uri, line, character));
    }
    await fresh.stop();
  });
});

const fragments = ["", " ", "\n", "\r\n", "(", ")", '"', "😀", "x", "if ", ":\n    ", "raise ", "return 1", "#", "'''"];

/** Line and character of an offset, where lines end in LF, CRLF or CR. */
function positionOf(text: string, offset: number): [number, number] {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r(?!$)/);
  const ends = before.endsWith("\r") && text[offset] !== "\n";
  return ends ? [lines.length, 0] : [lines.length - 1, lines[lines.length - 1]!.length];
}

/** A small generator of numbers from 0 to 1 that are the same in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
