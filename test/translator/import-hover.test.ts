import assert from "node:assert/strict";
import { counterpartOf, counterparts } from "../../server/src/constructs/library/ecosystem.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";

describe("hovering an import", () => {
  async function hover(language: "python" | "go", text: string, at: string) {
    const translator = await loadTranslator();
    const program = translator.createProgram();
    program.open("main", language, text);
    const answer = program.hover("main", text.indexOf(at));
    program.dispose();
    return answer;
  }

  it("names what Go uses for a Python package, with links", async () => {
    const text = "import os\nfrom fastapi import FastAPI\n\napp = FastAPI()\n";
    const answer = await hover("python", text, "FastAPI\n");
    assert.match(answer?.construct.title ?? "", /FastAPI.*\/ Gin/);
    assert.equal(answer?.language, "go");
    assert.ok(answer.construct.references.some(({ url }) => url === "https://pkg.go.dev/github.com/gin-gonic/gin"));
    assert.equal(text.slice(answer.span.start, answer.span.end), "from fastapi import FastAPI");
  });

  it("finds the module under the cursor among several", async () => {
    const text = "import os, redis.asyncio as cache\n";
    const answer = await hover("python", text, "cache");
    assert.match(answer?.construct.title ?? "", /^Redis/);
  });

  it("names what Python uses for a Go package, whatever its version", async () => {
    const text =
      'package main\n\nimport (\n\t"fmt"\n\tredis "github.com/redis/go-redis/v9"\n)\n\nfunc main() {\n\tfmt.Println(redis.Nil)\n}\n';
    const answer = await hover("go", text, "go-redis");
    assert.match(answer?.construct.title ?? "", /go-redis \/ redis-py/);
    assert.equal(text.slice(answer!.span.start, answer!.span.end), 'redis "github.com/redis/go-redis/v9"');
  });

  it("leaves other imports alone", async () => {
    const answer = await hover("python", "import collections\n\nprint(1)\n", "collections");
    assert.notEqual(answer?.construct.id, "ecosystem");
  });

  it("has a link and packages of both languages for every topic", () => {
    for (const { topic, python, go, difference } of counterparts) {
      assert.ok(python.length > 0 && go.length > 0 && difference.endsWith("."), topic);
      for (const { url, path } of [...python, ...go]) assert.match(url, /^https:\/\//, path);
      for (const { path } of python) assert.ok(counterpartOf("python", path), path);
      for (const { path } of go) assert.ok(counterpartOf("go", path.replace(/\/v\d+$/, "/v99")), path);
    }
  });
});
