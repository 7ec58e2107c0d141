import type { Language } from "../base/language.ts";

/** What a name stands for, as far as the conventions of the target language care. */
export type NameRole = "variable" | "constant" | "function" | "method" | "field" | "type" | "module";

const initialisms = new Set([
  "api",
  "ascii",
  "cpu",
  "css",
  "db",
  "dns",
  "eof",
  "html",
  "http",
  "https",
  "id",
  "ip",
  "json",
  "os",
  "rpc",
  "sql",
  "ssh",
  "tcp",
  "tls",
  "ttl",
  "udp",
  "ui",
  "uid",
  "uri",
  "url",
  "utf8",
  "uuid",
  "xml",
  "yaml",
]);

/** The words of an identifier in either convention, in lower case: `user_id`, `userID`, `HTTPServer2` -> [user, id], [user, id], [http, server2]. */
export function wordsOf(name: string): readonly string[] {
  return name
    .split(/_+/)
    .flatMap(
      (part) =>
        part.match(/\p{Lu}+(?![\p{Ll}])[\p{N}]*|\p{Lu}?[\p{Ll}\p{Lo}\p{N}]+|\p{Lu}+|[^\p{L}\p{N}]+|\p{L}+/gu) ?? [],
    )
    .map((word) => word.toLowerCase());
}

function capitalize(word: string): string {
  if (initialisms.has(word)) return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `userID`; the first word stays small, as do initialisms there. */
export function camelCase(name: string): string {
  const [first = "", ...rest] = wordsOf(name);
  return first + rest.map(capitalize).join("");
}

/** `UserID`. */
export function pascalCase(name: string): string {
  return wordsOf(name).map(capitalize).join("");
}

/** `user_id`. */
export function snakeCase(name: string): string {
  return wordsOf(name).join("_");
}

const goReserved = new Set(
  (
    "err break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var " +
    "any append bool byte cap clear close comparable complex complex64 complex128 copy delete error false float32 float64 imag int int8 int16 int32 int64 iota len make max min new nil " +
    "panic print println real recover rune string true uint uint8 uint16 uint32 uint64 uintptr main init " +
    "fmt strings strconv errors sort math slices maps cmp os io time sync context bytes bufio unicode utf8 regexp json rand big bits iter log errgroup heap filepath reflect exec http " +
    "url html hash hex md5 sha1 sha256 sha512 hmac crc32 adler32 base64 csv slog runtime atomic"
  ).split(" "),
);

/** What Go developers call a variable whose first choice is taken by the language or a package. */
const goStandIns: Readonly<Record<string, string>> = {
  type: "kind",
  func: "fn",
  map: "mapping",
  range: "span",
  string: "text",
  strings: "texts",
  len: "length",
  max: "maximum",
  min: "minimum",
  new: "created",
  copy: "copied",
  error: "failure",
  err: "failure",
  errors: "failures",
  int: "number",
  byte: "octet",
  bytes: "data",
  interface: "iface",
  package: "pkg",
  default: "fallback",
  select: "selection",
  case: "branch",
  chan: "channel",
  var: "variable",
  const: "constant",
  print: "show",
  any: "anything",
  append: "appended",
  close: "closing",
  real: "realPart",
  time: "moment",
  sort: "ordering",
  heap: "queue",
  main: "run",
  log: "logger",
  go: "start",
  iter: "iterator",
  url: "rawURL",
  html: "markup",
  hash: "digest",
};

const pythonReserved = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield " +
    "abs all any bin bool bytes callable chr dict dir divmod enumerate eval exec filter float format frozenset getattr hash hex id input int isinstance iter len list map max min next object oct open ord pow " +
    "print property range repr reversed round set slice sorted str sum super tuple type vars zip self cls match case Exception ValueError KeyError " +
    "random time math os sys re json datetime calendar hashlib hmac logging threading asyncio subprocess"
  ).split(" "),
);

/** The name that people who write `target` would give to `name`. `exported`: visible outside of its package (Go). */
export function conventionalName(name: string, role: NameRole, target: Language, exported: boolean): string {
  return target === "go" ? goName(name, role, exported) : pythonName(name, role);
}

function goName(name: string, role: NameRole, exported: boolean): string {
  if (name === "_") return "_";
  if (/^_+$/.test(name)) return "blank";
  const isPublic = exported && !name.startsWith("_");
  const made = role === "type" || isPublic ? pascalCase(name) : camelCase(name);
  const first = /^\p{N}/u.test(made) ? `n${made}` : made === "" ? "value" : made;
  if (role === "type" && name.startsWith("_")) return first.charAt(0).toLowerCase() + first.slice(1);
  if (role === "field" || role === "method") return goKeywordFree(first);
  return goReserved.has(first) ? (goStandIns[first] ?? `${first}Value`) : first;
}

const goKeywords = new Set(
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(
    " ",
  ),
);

function goKeywordFree(name: string): string {
  return goKeywords.has(name) ? (goStandIns[name] ?? `${name}Value`) : name;
}

function pythonName(name: string, role: NameRole): string {
  if (/^_*$/.test(name) || /^__\w+__$/.test(name)) return name;
  const lead = /^_*/.exec(name)![0];
  const words = wordsOf(name);
  const made =
    role === "type" ? pascalCase(name) : role === "constant" ? words.join("_").toUpperCase() : words.join("_");
  const first = lead + (made === "" || /^\p{N}/u.test(made) ? `n${made}` : made);
  return pythonReserved.has(first) && role !== "field" && role !== "method"
    ? `${first}_`
    : isPythonKeyword(first)
      ? `${first}_`
      : first;
}

const pythonKeywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

function isPythonKeyword(name: string): boolean {
  return pythonKeywords.has(name);
}

/** The first of `name`, `name2`, `name3` … that `taken` does not have. */
export function freshName(name: string, taken: { has(name: string): boolean }): string {
  if (name === "_" || !taken.has(name)) return name;
  const stem = /\p{N}$/u.test(name) ? `${name}v` : name;
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}
