import assert from "node:assert/strict";
import type {
  CounterpartResult,
  ExcerptResult,
  ExplainResult,
  ViewHoverResult,
} from "../../server/src/protocol/messages.ts";
import { buildOnFakeTranslator } from "../support/fake-build.ts";
import type { FakeBuild } from "../support/fake-build.ts";
import { change, hoverText, ServerProcess } from "./connection.ts";

const uri = "file:///work/a.py";
const place = (line: number, character: number) => ({ line, character });
const range = (line: number, from: number, to: number) => ({ start: place(line, from), end: place(line, to) });

describe("requests of a live view, on a translator whose answers are known", function () {
  this.timeout(30_000);
  let fake: FakeBuild;
  let server: ServerProcess;

  before(async () => {
    fake = await buildOnFakeTranslator();
  });
  after(() => fake.remove());
  beforeEach(async () => {
    server = new ServerProcess(fake.server);
    await server.initialize({}, { commands: true, settings: { hover: { detail: "full" } } });
  });
  afterEach(() => server.stop());

  it("place diagnostics in the source and in the translation", async () => {
    await server.open(uri, "python", "one\r\ntwo caveat\r\n");
    const { diagnostics } = (await server.translate(uri))!;
    assert.deepEqual(diagnostics, [
      {
        severity: "caveat",
        code: "code-caveat",
        message: "this is caveat",
        range: range(1, 4, 10),
        target: range(1, 7, 13),
      },
    ]);
  });

  it("find counterparts both ways, for the revision that is shown alone", async () => {
    await server.open(uri, "python", "one two\n");
    const { revision } = (await server.translate(uri))!;
    const ask = (side: string, at: object, of = revision) =>
      server.ask<CounterpartResult>("interlinear/counterpart", { uri, revision: of, side, range: at });
    assert.deepEqual(await ask("source", range(0, 5, 5)), { here: [range(0, 4, 7)], there: [range(0, 7, 10)] });
    assert.deepEqual(await ask("translation", range(0, 8, 8)), { here: [range(0, 7, 10)], there: [range(0, 4, 7)] });
    assert.deepEqual((await ask("source", range(0, 0, 7)))?.there, [range(0, 3, 10)]);
    assert.equal(await ask("source", range(0, 5, 5), revision + 1), null);
    await server.change(uri, 2, [change([0, 0], [0, 0], "new ")]);
    assert.equal(await ask("source", range(0, 5, 5)), null);
    assert.equal((await server.translate(uri))!.revision > revision, true);
  });

  it("keep the revision as long as nothing changes", async () => {
    await server.open(uri, "python", "one");
    const first = await server.translate(uri);
    assert.equal((await server.translate(uri))!.revision, first!.revision);
    await server.open("file:///work/b.py", "python", "two");
    assert.notEqual((await server.translate(uri))!.revision, first!.revision);
  });

  it("hover over the translation with the source that it stands for", async () => {
    await server.open(uri, "python", "one `two`\n");
    const { revision } = (await server.translate(uri))!;
    const ask = (character: number) =>
      server.ask<ViewHoverResult>("interlinear/viewHover", { uri, revision, position: place(0, character) });
    const hover = (await ask(9))!;
    assert.deepEqual(hover.range, range(0, 7, 12));
    assert.match(hover.contents, /^\*\*A word\*\*\n\nOne word\.\n\n```python\n`two`\n```\n\n\[Explain/);
    assert.equal(await ask(0), null);
  });

  it("give excerpts: the lines of a selection, or of the cursor", async () => {
    await server.open(uri, "python", "one\ntwo marked\nthree\n");
    const ask = (at: object) => server.ask<ExcerptResult>("interlinear/excerpt", { uri, range: at });
    const found = await ask({ start: place(1, 2), end: place(2, 5) });
    assert.deepEqual(found, {
      text: "// one\n// two marked\n// three",
      language: "go",
      range: { start: place(1, 2), end: place(2, 5) },
      marks: 1,
      caveats: 0,
    });
    assert.equal(await ask(range(99, 0, 0)), null);
  });

  it("explain a construct by its name, or by a place", async () => {
    await server.open(uri, "python", "one\n");
    const ask = (params: object) => server.ask<ExplainResult>("interlinear/explain", params);
    const byName = await ask({ construct: "word" });
    assert.equal(byName?.title, "A word");
    assert.match(
      byName.markdown,
      /^# A word\n\nOne word\.\n\n- Python to Go: translated\n- Go to Python: marked, not translated\n\n## Why the languages differ\n\nWords\.\n\n## Side by side/,
    );
    assert.deepEqual(await ask({ uri, position: place(0, 1) }), byName);
    assert.equal(await ask({ construct: "none" }), null);
    assert.equal(await ask({ uri: "file:///not/open.py", position: place(0, 1) }), null);
  });

  it("follow the settings, at the start and later", async () => {
    await server.open(uri, "python", "noted");
    assert.match(hoverText(await server.hover(uri, 0, 0))!, /\*\*Note:\*\*/);
    await server.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { interlinear: { hover: { detail: "short" } } },
    });
    assert.doesNotMatch(hoverText(await server.hover(uri, 0, 0))!, /\*\*Note:\*\*/);
    for (const settings of [null, 7, { interlinear: 3 }, { interlinear: { hover: { enabled: "no" } } }]) {
      await server.connection.sendNotification("workspace/didChangeConfiguration", { settings });
      assert.notEqual(await server.hover(uri, 0, 0), null);
    }
    await server.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { interlinear: { hover: { enabled: false } } },
    });
    assert.equal(await server.hover(uri, 0, 0), null);
  });
});
