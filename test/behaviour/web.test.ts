import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Language } from "../../server/src/base/language.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import {
  ask,
  buildGo,
  converse,
  start,
  webModule,
  webPython,
  writePython,
  type Asked,
  type Server,
} from "./web/servers.ts";
import { accounts, goStore, store, tasks } from "./web/requests.ts";
import { jobs } from "./web/jobs.ts";
import { shipments } from "./web/shipments.ts";

/* The services in examples/web and their translations answer the same requests with the same statuses and bodies. */

const folder = new URL("../../examples/web/", import.meta.url).pathname;
/** Answers of both to this have a text of their own. */
const sameStatusOnly: ReadonlySet<string> = new Set(["a body that is no JSON", "a path with a slash too many"]);

describe("web services", function () {
  this.timeout(300_000);
  let python: string;
  let module: string;
  before(function () {
    const [foundPython, foundModule] = [webPython(), webModule()];
    if (foundPython === undefined || foundModule === undefined) {
      const message =
        "the services of examples/web were not run, for FastAPI or Gin is missing here (.ci/run installs them)";
      if (process.env.INTERLINEAR_NOTHING_SKIPPED !== undefined) throw new Error(message);
      console.warn(`    SKIPPED: ${message}`);
      this.skip();
    }
    [python, module] = [foundPython, foundModule];
  });

  async function serve(language: Language, text: string): Promise<Server> {
    if (language === "python") return start(python, [writePython(module, text)]);
    const built = buildGo(module, text);
    if ("failure" in built) assert.fail(`${built.failure}\n${text}`);
    return start(built.binary, []);
  }

  function compare(
    file: string,
    language: Language,
    requests: readonly Asked[],
    hasSockets: boolean,
    dismisses = false,
  ): void {
    describe(`${file} and its translation`, () => {
      let original: Server | undefined;
      let translated: Server | undefined;
      before(async () => {
        const text = readFileSync(`${folder}${file}`, "utf8");
        const translator = await loadTranslator();
        const program = translator.createProgram();
        program.open(file, language, text);
        const { text: translation, diagnostics } = program.translate(file);
        program.dispose();
        assert.deepEqual(
          diagnostics.filter(({ severity }) => severity === "mark").map(({ message }) => message),
          [],
        );
        original = await serve(language, text);
        translated = await serve(language === "python" ? "go" : "python", translation);
      });
      after(() => {
        original?.stop();
        translated?.stop();
      });
      // The services remember what they were told, so the requests are made in this order.
      for (const asked of requests)
        it(asked.title, async () => {
          const expected = await ask(original!.address, asked);
          const actual = await ask(translated!.address, asked);
          if (sameStatusOnly.has(asked.title)) assert.equal(actual.status, expected.status);
          else assert.deepEqual(actual, expected);
        });
      if (dismisses)
        it("a conversation that the service ends", async () => {
          const expected = await converse(python, original!.address, "work");
          assert.deepEqual(expected, [{ heard: { a: [1, null] } }, { heard: 7 }, 4000]);
          assert.deepEqual(await converse(python, translated!.address, "work"), expected);
        });
      if (hasSockets)
        it("conversations over WebSocket", async () => {
          const expected = await converse(python, original!.address);
          assert.deepEqual(expected, [
            { said: "grüße", length: 5 },
            ["ann: hi", "ann: hi"],
            ["bob: ho", "bob: ho"],
            "bob left",
          ]);
          assert.deepEqual(await converse(python, translated!.address), expected);
        });
    });
  }

  compare("store.py", "python", store, true);
  compare("tasks.py", "python", tasks, false);
  compare("accounts.py", "python", accounts, false);
  compare("jobs.py", "python", jobs, false, true);
  compare("store.go", "go", goStore, false);
  compare("shipments.go", "go", shipments, false);
});
