import assert from "node:assert/strict";
import type { Language } from "../../server/src/base/language.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";

/* What services do that the other framework does in another way is marked. */

const head = `from datetime import datetime
from fastapi import Depends, FastAPI, Query, Request
from pydantic import BaseModel, Field

app = FastAPI()
`;

const python: readonly (readonly [title: string, code: string, text: string])[] = [
  [
    "a route that an earlier one takes the requests of",
    "route-order",
    `@app.get("/users/{name}")\nasync def read(name: str) -> str:\n    return name\n\n\n@app.get("/users/me")\nasync def me() -> str:\n    return "me"\n`,
  ],
  [
    "two names for one part of the path",
    "route-names",
    `@app.get("/users/{name}")\nasync def read(name: str) -> str:\n    return name\n\n\n@app.get("/users/{key}/posts")\nasync def posts(key: str) -> str:\n    return key\n`,
  ],
  [
    "a default that breaks its own constraint",
    "model-default",
    `class Item(BaseModel):\n    name: str = Field("", min_length=1)\n`,
  ],
  ["a field that JSON has no value for", "field-type", `class Event(BaseModel):\n    at: datetime\n`],
  ["a constraint without a tag", "field-constraint", `class Item(BaseModel):\n    name: str = Field(pattern="^a+$")\n`],
  [
    "a dependency that yields",
    "dependency-generator",
    `def session():\n    yield 1\n\n\n@app.get("/")\nasync def read(one: int = Depends(session)) -> int:\n    return one\n`,
  ],
  [
    "middleware of one's own",
    "decorator",
    `@app.middleware("http")\nasync def timed(request: Request, call_next):\n    return await call_next(request)\n`,
  ],
  [
    "an answer that Go shows in another way",
    "response-type",
    `@app.get("/")\nasync def read() -> set[int]:\n    return {1}\n`,
  ],
];

const go: typeof python = [
  [
    "a handler that waits for other goroutines",
    "waiting-handler",
    `package main\n\nimport "github.com/gin-gonic/gin"\n\nfunc slow(c *gin.Context) {\n\tdone := make(chan int)\n\tgo func() { done <- 1 }()\n\tc.JSON(200, <-done)\n}\n\nfunc main() {\n\tr := gin.Default()\n\tr.GET("/slow", slow)\n\tr.Run(":8080")\n}\n`,
  ],
  [
    "a rule that no annotation has",
    "validation-tag",
    'package main\n\nimport "github.com/gin-gonic/gin"\n\ntype Item struct {\n\tName string `json:"name" binding:"alphanum"`\n}\n\nfunc main() {\n\tr := gin.Default()\n\tr.POST("/", func(c *gin.Context) {\n\t\tvar item Item\n\t\tif err := c.ShouldBindJSON(&item); err != nil {\n\t\t\tc.Status(400)\n\t\t\treturn\n\t\t}\n\t\tc.JSON(200, item)\n\t})\n\tr.Run(":8080")\n}\n',
  ],
];

describe("marks of web services", function () {
  this.timeout(60_000);
  let translator: Translator;
  before(async () => {
    translator = await loadTranslator();
  });

  function marksOf(language: Language, text: string): readonly string[] {
    const program = translator.createProgram();
    program.open("service", language, text);
    const { diagnostics } = program.translate("service");
    program.dispose();
    return diagnostics.filter(({ severity }) => severity === "mark").map(({ code }) => code);
  }

  it("are not on an application alone", () => assert.deepEqual(marksOf("python", head), []));
  for (const [title, code, text] of python)
    it(title, () => assert.ok(marksOf("python", `${head}\n\n${text}`).includes(code)));
  for (const [title, code, text] of go) it(title, () => assert.ok(marksOf("go", text).includes(code)));
});
