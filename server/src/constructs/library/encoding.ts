import { both, defineLibrary, toGo, toPython, type LibraryRow } from "../../lowering/library/row.ts";

const b = { b: "bytes" };
const s = { s: "str" };
const data = [{ b: "b'abc?>'" }, { b: "b''" }];
const fails = { fails: ["ValueError"] };
const padding = {
  fails: ["ValueError"],
  caveats: [
    {
      code: "base64-garbage",
      severity: "note",
      message: "Python skips characters that are no digits of base 64; Go reports an error.",
    },
  ],
} as const;

/** The two alphabets of base 64. */
const alphabets: readonly (readonly [prefix: string, encoding: string])[] = [
  ["b64", "base64.StdEncoding"],
  ["standard_b64", "base64.StdEncoding"],
  ["urlsafe_b64", "base64.URLEncoding"],
];
const base64 = alphabets.flatMap(([prefix, encoding]): readonly LibraryRow[] => [
  (prefix === "standard_b64" ? toGo : both)(
    `base64.${prefix}encode($b).decode()`,
    `${encoding}.EncodeToString($b)`,
    b,
    data,
  ),
  toGo(`base64.${prefix}encode($b).decode("ascii")`, `${encoding}.EncodeToString($b)`, b, data),
  toGo(`base64.${prefix}encode($b).decode("utf-8")`, `${encoding}.EncodeToString($b)`, b, data),
  toGo(`base64.${prefix}encode($b)`, `[]byte(${encoding}.EncodeToString($b))`, b, data),
  (prefix === "standard_b64" ? toGo : both)(
    `base64.${prefix}decode($s)`,
    `${encoding}.DecodeString($s)`,
    { ...s, result: "bytes" },
    [{ s: "'YWJj'" }],
    padding,
  ),
  toGo(`base64.${prefix}decode($b)`, `${encoding}.DecodeString(string($b))`, b, [{ b: "b'YWJj'" }], padding),
]);

const parts = { u: "urllib.parse.ParseResult | urllib.parse.SplitResult" };

export default defineLibrary({
  id: "encoding",
  title: "Encodings: base64, binascii, html, urllib.parse / packages encoding, html and net/url",
  rows: [
    ...base64,
    both("$b.hex()", "hex.EncodeToString($b)", b, data),
    both(
      "bytes.fromhex($s)",
      "hex.DecodeString($s)",
      { ...s, result: "bytes" },
      [{ s: "'6162'" }, { s: "'6'" }],
      fails,
    ),
    toGo("binascii.hexlify($b)", "[]byte(hex.EncodeToString($b))", b, data),
    toGo("binascii.hexlify($b).decode()", "hex.EncodeToString($b)", b, data),
    toGo("binascii.unhexlify($s)", "hex.DecodeString($s)", s, [{ s: "'6162'" }], fails),
    toGo("binascii.unhexlify($b)", "hex.DecodeString(string($b))", b, [{ b: "b'6162'" }], fails),
    toGo("html.escape($s)", "@escapeHTML($s)", s, [{ s: "'<a href=\"x\">&\\'</a>'" }]),
    toPython('html.escape($s).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")', "html.EscapeString($s)", s, [
      { s: "'<a href=\"x\">&</a>'" },
    ]),
    both("html.unescape($s)", "html.UnescapeString($s)", s, [{ s: "'&lt;&amp;&#39;'" }]),
    toGo("urllib.parse.quote($s)", '@quoteURL($s, "/")', s, [{ s: "'a b/ü?'" }, { s: "''" }]),
    toGo("urllib.parse.quote($s, safe=$k)", "@quoteURL($s, $k)", { s: "str", k: "str" }, [{ s: "'a b/ü?'", k: "''" }]),
    both("urllib.parse.quote_plus($s)", "url.QueryEscape($s)", s, [{ s: "'a b/ü?&~'" }]),
    toPython('urllib.parse.quote($s, safe="$&+=:@")', "url.PathEscape($s)", s, [{ s: "'a b/ü?'" }]),
    toGo("urllib.parse.unquote($s)", "@unquoteURL($s)", s, [{ s: "'a%20b%2F%C3%BC'" }, { s: "'a+b'" }]),
    toGo("urllib.parse.unquote_plus($s)", '@unquoteURL(strings.ReplaceAll($s, "+", " "))', s, [{ s: "'a+b%26'" }]),
    toPython("urllib.parse.unquote_plus($s)", "url.QueryUnescape($s)", s, [{ s: "'a+b%26'" }], fails),
    toPython("urllib.parse.unquote($s)", "url.PathUnescape($s)", s, [{ s: "'a%20b'" }], fails),
    toGo("urllib.parse.urlencode($d)", "@encodeQuery($d)", { d: "dict[str, str]" }, [{ d: "{'a': 'x y'}" }], {
      caveats: [{ code: "query-order", severity: "caveat", message: "Go writes the parameters sorted by name." }],
    }),
    toGo("urllib.parse.urlparse($s)", "url.Parse($s)", s, [], fails),
    toGo("urllib.parse.urlsplit($s)", "url.Parse($s)", s, [], fails),
    toPython("urllib.parse.urlsplit($s)", "url.Parse($s)", s, [], fails),
    toGo("$u.scheme", "$u.Scheme", parts),
    toGo("$u.netloc", "$u.Host", parts, [], {
      caveats: [{ code: "user-info", severity: "note", message: "Go keeps a user's name apart, in `User`." }],
    }),
    toGo("$u.path", "$u.EscapedPath()", parts),
    toGo("$u.query", "$u.RawQuery", parts),
    toGo("$u.fragment", "$u.EscapedFragment()", parts),
    toGo("$u.geturl()", "$u.String()", parts),
    toGo("urllib.parse.parse_qs($s)", "url.ParseQuery($s)", s, [], fails),
    toPython("$u.scheme", "$u.Scheme", { u: "url.URL" }),
    toPython("$u.netloc", "$u.Host", { u: "url.URL" }),
    toPython("urllib.parse.unquote($u.path)", "$u.Path", { u: "url.URL" }),
    toPython("$u.query", "$u.RawQuery", { u: "url.URL" }),
    toPython("urllib.parse.unquote($u.fragment)", "$u.Fragment", { u: "url.URL" }),
    toPython('$u.hostname or ""', "$u.Hostname()", { u: "url.URL" }),
    toPython('str($u.port or "")', "$u.Port()", { u: "url.URL" }),
    toPython("$u.geturl()", "$u.String()", { u: "url.URL" }),
    toPython("urllib.parse.parse_qs($u.query)", "$u.Query()", { u: "url.URL" }),
    toPython("urllib.parse.parse_qs($s)", "url.ParseQuery($s)", s, [], fails),
    toPython("urllib.parse.urlencode(sorted($q.items()), doseq=True)", "$q.Encode()", { q: "url.Values" }),
    toPython('$q.get($k, [""])[0]', "$q.Get($k)", { q: "url.Values", k: "str" }),
    toPython("$q.update({$k: [$v]})", "$q.Set($k, $v)", { q: "url.Values", k: "str", v: "str", result: "None" }),
    toPython("$q.setdefault($k, []).append($v)", "$q.Add($k, $v)", {
      q: "url.Values",
      k: "str",
      v: "str",
      result: "None",
    }),
    toPython("$k in $q", "$q.Has($k)", { q: "url.Values", k: "str" }),
  ],
  types: [
    { python: "urllib.parse.SplitResult", go: "url.URL", pointer: true },
    { python: "urllib.parse.ParseResult", go: "url.URL", pointer: true, only: "python-to-go" },
  ],
  programs: [
    {
      title: "Parts of an address",
      python: `from urllib.parse import quote_plus, urlparse\n\n\ndef describe(address: str) -> str:\n    parts = urlparse(address)\n    return f"{parts.scheme} {parts.netloc} {parts.path} {parts.query}"\n\n\nprint(describe("https://example.org:8080/a/b?q=1"), quote_plus("a b&c"))\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"net/url"\n)\n\nfunc describe(address string) string {\n\tparts, err := url.Parse(address)\n\tif err != nil {\n\t\treturn ""\n\t}\n\treturn fmt.Sprintf("%s %s %s %s", parts.Scheme, parts.Host, parts.Path, parts.RawQuery)\n}\n\nfunc main() {\n\tfmt.Println(describe("https://example.org:8080/a/b?q=1"), url.QueryEscape("a b&c"))\n}\n`,
      from: ["python", "go"],
    },
  ],
});
