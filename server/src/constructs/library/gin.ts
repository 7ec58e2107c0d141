import { defineLibrary, toPython } from "../../lowering/library/row.ts";

const c = { c: "gin.Context" };
const none = { result: "None" } as const;
const router = { r: "gin.Engine | gin.RouterGroup" };

/** The names of statuses in package net/http. */
const statuses: Readonly<Record<string, number>> = {
  StatusOK: 200,
  StatusCreated: 201,
  StatusAccepted: 202,
  StatusNoContent: 204,
  StatusMovedPermanently: 301,
  StatusFound: 302,
  StatusNotModified: 304,
  StatusBadRequest: 400,
  StatusUnauthorized: 401,
  StatusForbidden: 403,
  StatusNotFound: 404,
  StatusMethodNotAllowed: 405,
  StatusConflict: 409,
  StatusGone: 410,
  StatusUnsupportedMediaType: 415,
  StatusUnprocessableEntity: 422,
  StatusTooManyRequests: 429,
  StatusInternalServerError: 500,
  StatusNotImplemented: 501,
  StatusBadGateway: 502,
  StatusServiceUnavailable: 503,
};

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** The values that middleware leaves for the handlers after it, by the type that a handler asks for. */
const kept: readonly (readonly [method: string, zero: string])[] = [
  ["GetString", '""'],
  ["GetInt", "0"],
  ["GetBool", "False"],
  ["GetFloat64", "0.0"],
];

export default defineLibrary({
  id: "gin",
  title: "Gin: package gin / FastAPI and Starlette",
  types: [
    { python: "fastapi.Request", go: "gin.Context", only: "go-to-python" },
    { python: "helper.Routes", go: "gin.Engine", only: "go-to-python" },
    { python: "helper.Routes", go: "gin.RouterGroup", only: "go-to-python" },
  ],
  rows: [
    ...Object.entries(statuses).map(([name, number]) => toPython(String(number), `http.${name}`)),
    toPython("@Routes()", "gin.Default()"),
    toPython("@Routes()", "gin.New()"),
    ...verbs.map((verb) =>
      toPython(`$r.add("${verb}", $p, $h...)`, `$r.${verb}($p, $h...)`, { ...router, p: "str", ...none }),
    ),
    toPython("$r.add($m, $p, $h...)", "$r.Handle($m, $p, $h...)", { ...router, m: "str", p: "str", ...none }),
    toPython("$r.group($p, $h...)", "$r.Group($p, $h...)", { ...router, p: "str" }),
    toPython("@run_next", "gin.Recovery()"),
    toPython("@run_next", "gin.Logger()"),
    toPython("$r.no_route($h...)", "$r.NoRoute($h...)", { r: "gin.Engine", ...none }),
    toPython("$r.use($h...)", "$r.Use($h...)", { ...router, ...none }),
    toPython("$r.run($a)", "$r.Run($a)", { r: "gin.Engine", a: "str", ...none }, [], { fails: ["OSError"] }),
    toPython('$r.run(":" + os.environ.get("PORT", "8080"))', "$r.Run()", { r: "gin.Engine", ...none }, [], {
      fails: ["OSError"],
    }),

    toPython("$c.path_params[$n]", "$c.Param($n)", { ...c, n: "str", result: "str" }),
    toPython('$c.query_params.get($n, "")', "$c.Query($n)", { ...c, n: "str", result: "str" }),
    toPython("$c.query_params.get($n, $d)", "$c.DefaultQuery($n, $d)", { ...c, n: "str", d: "str", result: "str" }),
    toPython("$c.query_params.getlist($n)", "$c.QueryArray($n)", { ...c, n: "str", result: "list[str]" }),
    toPython('($c.query_params.get($n, ""), $n in $c.query_params)', "$c.GetQuery($n)", { ...c, n: "str" }),
    toPython('$c.headers.get($n, "")', "$c.GetHeader($n)", { ...c, n: "str", result: "str" }),
    toPython("$c.url.path", "$c.Request.URL.Path", c),
    toPython("$c.method", "$c.Request.Method", c),
    toPython('$c.scope["pattern"]', "$c.FullPath()", { ...c, result: "str" }),
    toPython("$c.client.host", "$c.ClientIP()", { ...c, result: "str" }, [], {
      caveats: [
        {
          code: "client-address",
          severity: "caveat",
          message: "`ClientIP` trusts headers of proxies; Starlette gives the address of the connection.",
        },
      ],
    }),

    toPython("setattr($c.state, $k, $v)", "$c.Set($k, $v)", { ...c, k: "str", ...none }),
    ...kept.map(([method, zero]) => toPython(`getattr($c.state, $k, ${zero})`, `$c.${method}($k)`, { ...c, k: "str" })),
    toPython("getattr($c.state, $k)", "$c.MustGet($k)", { ...c, k: "str" }),
    toPython("(getattr($c.state, $k, None), hasattr($c.state, $k))", "$c.Get($k)", { ...c, k: "str" }),

    toPython("@bind_json($c, $x)", "$c.ShouldBindJSON(&$x)", { ...c, ...none }, [], { fails: ["ValueError"] }),
    toPython("@bind_json($c, $x)", "$c.ShouldBindBodyWithJSON(&$x)", { ...c, ...none }, [], { fails: ["ValueError"] }),

    toPython("@respond($c, $s, $b)", "$c.JSON($s, $b)", { ...c, s: "int", ...none }),
    toPython("@respond($c, $s, $b, 4)", "$c.IndentedJSON($s, $b)", { ...c, s: "int", ...none }),
    toPython("@abort($c, $s, $b)", "$c.AbortWithStatusJSON($s, $b)", { ...c, s: "int", ...none }),
    toPython("@set_status($c, $s)", "$c.Status($s)", { ...c, s: "int", ...none }),
    toPython("@abort_status($c, $s)", "$c.AbortWithStatus($s)", { ...c, s: "int", ...none }),
    toPython("@respond_text($c, $s, $t)", "$c.String($s, $t)", { ...c, s: "int", t: "str", ...none }),
    toPython("@set_header($c, $n, $v)", "$c.Header($n, $v)", { ...c, n: "str", v: "str", ...none }),
    toPython("@abort_chain($c)", "$c.Abort()", { ...c, ...none }),
    toPython("@run_next($c)", "$c.Next()", { ...c, ...none }),
  ],
});
