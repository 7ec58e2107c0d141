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

/* The services in examples/web and their translations answer the same requests with the same statuses and bodies. */

const folder = new URL("../../examples/web/", import.meta.url).pathname;
const token = { "X-Token": "secret" };
const tea = { name: " tea ", price: 2.5, tags: ["hot"], owner: "ada@example.com" };

const store: readonly Asked[] = [
  { title: "a plain answer", path: "/health" },
  { title: "an empty list", path: "/api/items" },
  { title: "no token", method: "POST", path: "/api/items", body: tea },
  { title: "a wrong token", method: "POST", path: "/api/items", body: tea, headers: { "X-Token": "guess" } },
  { title: "a new item", method: "POST", path: "/api/items", body: tea, headers: token },
  {
    title: "an item with all fields",
    method: "POST",
    path: "/api/items",
    headers: token,
    body: {
      name: "cup",
      price: 4,
      quantity: 3,
      note: "blue <b>",
      owner: "ada@example.com",
      origin: { street: "Main", city: "Oslo" },
    },
  },
  { title: "an item", path: "/api/items/1" },
  { title: "an item that is not there", path: "/api/items/99" },
  { title: "an id that is no number", path: "/api/items/tea", places: true },
  { title: "all items", path: "/api/items?limit=10" },
  { title: "a page of the items", path: "/api/items?skip=1&limit=1" },
  { title: "items by tag", path: "/api/items?tag=hot" },
  { title: "a limit that is too large", path: "/api/items?limit=1000", places: true },
  { title: "two wrong inputs", path: "/api/items?limit=0&skip=x", places: true },
  { title: "an empty body", method: "POST", path: "/api/items", headers: token, body: {}, places: true },
  {
    title: "a body with much wrong",
    method: "POST",
    path: "/api/items",
    headers: token,
    places: true,
    body: { name: "", price: 0, quantity: -1, owner: "nobody", tags: [] },
  },
  {
    title: "a field of the wrong type",
    method: "POST",
    path: "/api/items",
    headers: token,
    places: true,
    body: { ...tea, price: "cheap", tags: null },
  },
  {
    title: "a nested field that is wrong",
    method: "POST",
    path: "/api/items",
    headers: token,
    places: true,
    body: { ...tea, origin: { street: "Main", city: "X" } },
  },
  {
    title: "a name that the validator rejects",
    method: "POST",
    path: "/api/items",
    headers: token,
    body: { ...tea, name: "   " },
    places: true,
  },
  {
    title: "a body that is no JSON",
    method: "POST",
    path: "/api/items",
    headers: token,
    text: "{",
  },
  { title: "a removal without a token", method: "DELETE", path: "/api/items/1" },
  { title: "a removal", method: "DELETE", path: "/api/items/1", headers: token },
  { title: "a second removal", method: "DELETE", path: "/api/items/1", headers: token },
  { title: "an unknown path", path: "/nowhere" },
  { title: "an unknown method", method: "PUT", path: "/health" },
  {
    title: "a page of another origin",
    path: "/health",
    headers: { Origin: "https://shop.example" },
    compares: ["access-control-allow-origin"],
  },
  {
    title: "a preflight",
    method: "OPTIONS",
    path: "/api/items",
    headers: {
      Origin: "https://shop.example",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "X-Token",
    },
    compares: ["access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers"],
  },
  {
    title: "a preflight of a page that may not",
    method: "OPTIONS",
    path: "/api/items",
    headers: { Origin: "https://other.example", "Access-Control-Request-Method": "POST" },
    compares: ["access-control-allow-origin"],
  },
];

const cup = { displayName: "cup", price: 4.5, tags: ["blue"] };
const json = { "Content-Type": "application/json" };

const goStore: readonly Asked[] = [
  { title: "a plain answer", path: "/health", compares: ["x-service"] },
  { title: "an empty list", path: "/api/items" },
  { title: "no token", method: "POST", path: "/api/items", body: cup },
  { title: "a wrong token", method: "POST", path: "/api/items", body: cup, headers: { "X-Token": "guess" } },
  { title: "a new item", method: "POST", path: "/api/items", body: cup, headers: token },
  { title: "a null", method: "POST", path: "/api/items", body: { ...cup, stock: null, note: "x" }, headers: token },
  { title: "all fields", method: "POST", path: "/api/items", body: { ...cup, stock: 3, note: "<b>" }, headers: token },
  { title: "a missing name", method: "POST", path: "/api/items", body: { price: 1 }, headers: token },
  { title: "a missing price", method: "POST", path: "/api/items", body: { displayName: "x" }, headers: token },
  { title: "a price that is a text", method: "POST", path: "/api/items", body: { ...cup, price: "4" }, headers: token },
  { title: "an empty name", method: "POST", path: "/api/items", body: { ...cup, displayName: "" }, headers: token },
  {
    title: "a name too long",
    method: "POST",
    path: "/api/items",
    body: { ...cup, displayName: "x".repeat(21) },
    headers: token,
  },
  { title: "less than nothing", method: "POST", path: "/api/items", body: { ...cup, stock: -1 }, headers: token },
  { title: "no JSON", method: "POST", path: "/api/items", text: "{", headers: { ...token, ...json } },
  { title: "an item", path: "/api/items/1" },
  { title: "an item that is not there", path: "/api/items/99" },
  { title: "an id that is no number", path: "/api/items/tea" },
  { title: "all items", path: "/api/items" },
  { title: "a limit", path: "/api/items?limit=1" },
  { title: "a wrong limit", path: "/api/items?limit=none" },
  { title: "a limit of zero", path: "/api/items?limit=0" },
  { title: "items by name", path: "/api/items?tag=cup" },
  { title: "a removal without a token", method: "DELETE", path: "/api/items/1" },
  { title: "a removal", method: "DELETE", path: "/api/items/1", headers: token },
  { title: "a second removal", method: "DELETE", path: "/api/items/1", headers: token },
  { title: "an unknown path", path: "/nowhere" },
  { title: "an unknown method", method: "PUT", path: "/health" },
];

const tasks: readonly Asked[] = [
  { title: "no tasks", path: "/tasks" },
  { title: "a task with defaults", method: "POST", path: "/tasks", body: { title: "abc" } },
  { title: "a task", method: "POST", path: "/tasks", body: { title: "write", priority: 3, status: "done" } },
  {
    title: "a status that is none",
    method: "POST",
    path: "/tasks",
    body: { title: "write", status: "bogus" },
    places: true,
  },
  { title: "two wrong fields", method: "POST", path: "/tasks", body: { title: "ab", priority: 9 }, places: true },
  { title: "tasks by status", path: "/tasks?status=done" },
  { title: "a wrong status", path: "/tasks?status=x", places: true },
  { title: "a task by id", path: "/tasks/1" },
  { title: "an id that is too low", path: "/tasks/0", places: true },
  { title: "a task that is not there", path: "/tasks/77" },
  { title: "a changed status", method: "PATCH", path: "/tasks/1", body: { status: "done" } },
  { title: "a change to no status", method: "PATCH", path: "/tasks/1", body: { status: "nope" }, places: true },
  { title: "a change with a null", method: "PATCH", path: "/tasks/1", body: { title: null, priority: 2 } },
  { title: "a change of a task that is not there", method: "PATCH", path: "/tasks/9", body: {} },
  { title: "a limit", path: "/tasks?limit=1" },
  { title: "a body that is a list", method: "POST", path: "/tasks", body: [1], places: true },
  { title: "a body that is a text", method: "POST", path: "/tasks", body: "x", places: true },
];

const accounts: readonly Asked[] = [
  {
    title: "1: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "Ann", password: "abcd", confirm: "abcd" },
    places: true,
  },
  {
    title: "2: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "Ann", password: "abcd", confirm: "abcd" },
    headers: { "X-Api-Key": "zz" },
    compares: ["x-reason"],
  },
  {
    title: "3: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "Ann", password: "abcd", confirm: "abcd" },
    headers: { "X-Api-Key": "k1" },
    compares: ["x-reason"],
  },
  {
    title: "4: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "Ann", password: "abcd", confirm: "abcd" },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
  },
  {
    title: "5: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "ann", password: "abcd", confirm: "abcd" },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
  },
  {
    title: "6: POST /users",
    method: "POST",
    path: "/users",
    body: {
      username: "Bob",
      password: "abcd",
      confirm: "abcd",
      age: 30,
      scores: [1, 2],
      meta: { a: [1, { b: null }] },
    },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
  },
  {
    title: "7: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "B b", password: "abcd", confirm: "abcd" },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
    places: true,
  },
  {
    title: "8: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "cc", password: "abcd", confirm: "abce" },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
    places: true,
  },
  {
    title: "9: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "cc", password: "abcd", confirm: "abcd", age: 150 },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
    places: true,
  },
  {
    title: "10: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "cc", password: "abcd", confirm: "abcd", scores: [1, 2, 3, 4] },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
    places: true,
  },
  {
    title: "12: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "cc", password: "abcd", confirm: "abcd", scores: null },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
    places: true,
  },
  {
    title: "13: POST /users",
    method: "POST",
    path: "/users",
    body: { username: "cc", password: "abcd", confirm: "abcd", age: null },
    headers: { "X-Api-Key": "k2" },
    compares: ["x-reason"],
  },
  { title: "14: GET /users", path: "/users" },
  { title: "15: GET /users?reverse=true", path: "/users?reverse=true" },
  { title: "16: GET /users?reverse=maybe", path: "/users?reverse=maybe", places: true },
  { title: "17: GET /users?min_age=18", path: "/users?min_age=18" },
  { title: "18: GET /users?names=ann&names=cc", path: "/users?names=ann&names=cc" },
  { title: "19: GET /half/3", path: "/half/3" },
  { title: "20: GET /half/0", path: "/half/0" },
  { title: "21: GET /half/x", path: "/half/x", places: true },
  { title: "22: GET /half/1e2", path: "/half/1e2" },
  { title: "23: POST /total", method: "POST", path: "/total", body: [1, 2, 3] },
  { title: "25: POST /total", method: "POST", path: "/total", body: { a: 1 }, places: true },
  { title: "26: POST /total", method: "POST", path: "/total", body: [] },
  { title: "27: POST /echo", method: "POST", path: "/echo", body: { a: { b: [1, 2.5, "x", null, true] } } },
  { title: "28: POST /echo", method: "POST", path: "/echo", body: [1], places: true },
  { title: "29: GET /visits", path: "/visits" },
  { title: "30: GET /visits", path: "/visits" },
  { title: "31: GET /none", path: "/none" },
  { title: "32: GET /maybe/ann", path: "/maybe/ann" },
  { title: "33: GET /maybe/zed", path: "/maybe/zed" },
  { title: "34: GET /files/a/b/c?depth=2", path: "/files/a/b/c?depth=2" },
  { title: "35: GET /files/a", path: "/files/a" },
];

/** Answers of both to this have a text of their own for what is wrong. */
const sameStatusOnly: ReadonlySet<string> = new Set(["a body that is no JSON"]);

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

  function compare(file: string, language: Language, requests: readonly Asked[], hasSockets: boolean): void {
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
  compare("store.go", "go", goStore, false);
});
