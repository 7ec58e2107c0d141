/** A value of the notation that rows' examples use: Python's literals. */
export type Value =
  | string
  | boolean
  | null
  | { readonly number: string }
  | { readonly list: readonly Value[] }
  | { readonly entries: readonly (readonly [Value, Value])[] }
  | { readonly bytes: string };

/** Reads a literal; undefined for anything else. */
export function literal(text: string): Value | undefined {
  const tokens = text.match(/b?'(?:[^'\\]|\\.)*'|b?"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|[A-Za-z]+|[[\]{}(),:]/g) ?? [];
  let position = 0;
  const many = (close: string): Value[] | undefined => {
    const found: Value[] = [];
    while (tokens[position] !== close) {
      const value = one();
      if (value === undefined || position >= tokens.length) return undefined;
      found.push(value);
      if (tokens[position] === ",") position++;
    }
    position++;
    return found;
  };
  const one = (): Value | undefined => {
    const token = tokens[position++];
    if (token === undefined) return undefined;
    if (token === "[" || token === "(") {
      const list = many(token === "[" ? "]" : ")");
      return list && { list };
    }
    if (token === "{") return dict();
    if (token === "True" || token === "False") return token === "True";
    if (token === "None") return null;
    if (/^-?\d/.test(token)) return { number: token };
    if (token.startsWith("b'")) return { bytes: unescape(token.slice(2, -1)) };
    return /^['"]/.test(token) ? unescape(token.slice(1, -1)) : undefined;
  };
  const dict = (): Value | undefined => {
    const entries: [Value, Value][] = [];
    while (tokens[position] !== "}") {
      const key = one();
      if (key === undefined || tokens[position++] !== ":") return undefined;
      const value = one();
      if (value === undefined || position > tokens.length) return undefined;
      entries.push([key, value]);
      if (tokens[position] === ",") position++;
    }
    position++;
    return { entries };
  };
  const value = one();
  return position === tokens.length ? value : undefined;
}

function unescape(text: string): string {
  const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };
  return text.replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/g, (_, code: string) =>
    code.length > 1 ? String.fromCharCode(parseInt(code.slice(1), 16)) : (simple[code] ?? code),
  );
}

const scalars: Readonly<Record<string, string>> = {
  int: "int",
  count: "int",
  int64: "int64",
  float: "float64",
  str: "string",
  bool: "bool",
  bytes: "[]byte",
  rune: "rune",
  byte: "byte",
  seconds: "float64",
};

/** The Go type for a row's type, with the value for what the type leaves open; undefined where there is none. */
export function goType(type: string | undefined, value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (type !== undefined && scalars[type] !== undefined) return scalars[type];
  const generic = type === undefined ? undefined : /^(\w+)\[(.*)\]$/.exec(type);
  if (generic?.[1] === "list") {
    const element = goType(
      generic[2],
      typeof value === "object" && value !== null && "list" in value ? (value.list[0] ?? { number: "0" }) : undefined,
    );
    return element && `[]${element}`;
  }
  if (generic?.[1] === "dict" && typeof value === "object" && value !== null && "entries" in value) {
    const [key, item] = generic[2]!.split(/,\s*/);
    const [first] = value.entries;
    const [keys, items] = [goType(key, first?.[0]), goType(item, first?.[1])];
    return keys && items && `map[${keys}]${items}`;
  }
  if (type === undefined || /^[A-Z]$/.test(type)) return typeOfValue(value);
  return undefined;
}

function typeOfValue(value: Value): string | undefined {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  return typeof value === "object" && value !== null && "number" in value
    ? /[.e]/.test(value.number)
      ? "float64"
      : "int"
    : undefined;
}

export function goLiteral(value: Value | undefined, type: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return String(value);
  if ("bytes" in value) return `[]byte(${JSON.stringify(value.bytes)})`;
  if ("number" in value) return value.number;
  if ("entries" in value) {
    const [, key, item] = /^map\[(\w+)\](.*)$/.exec(type) ?? [];
    return (
      key &&
      item &&
      `${type}{${value.entries.map(([name, inner]) => `${goLiteral(name, key) ?? ""}: ${goLiteral(inner, item) ?? ""}`).join(", ")}}`
    );
  }
  return `${type}{${value.list.map((item) => goLiteral(item, type.slice(2)) ?? "").join(", ")}}`;
}

/** The annotation for a row's type; type variables stand for what the value shows. */
export function pythonType(type: string | undefined, value: string): string {
  const shown = (text: string): string =>
    /^\s*[[{(]*\s*['"]/.test(text)
      ? "str"
      : /^\s*[[{(]*\s*-?\d+[.e]/.test(text)
        ? "float"
        : /^\s*[[{(]*\s*(True|False)/.test(text)
          ? "bool"
          : "int";
  if (type === undefined) return shown(value);
  const spelled: Readonly<Record<string, string>> = {
    rune: "int",
    byte: "int",
    int64: "int",
    count: "int",
    seconds: "float",
  };
  const named = spelled[type] ?? type;
  const valueOfEntry = /:\s*([^,}]+)/.exec(value)?.[1] ?? "1";
  return named
    .replace(/\b[A-Z]\b/g, (name) => shown(name === "V" ? valueOfEntry : value))
    .replace(/\b(rune|byte)\b/g, "int");
}

const texts = [
  "''",
  "'a'",
  "'Hello, World'",
  "'h\u00e9llo w\u00f6rld'",
  "'\u65e5\u672c \u8a9e'",
  "'  a b\\tc\\n'",
  "'ABC123'",
  "'12'",
  "'-7'",
  "'a,b,,c'",
  "'x\\ny\\r\\nz'",
  "'\u{1f600}!'",
];
const pools: Readonly<Record<string, readonly string[]>> = {
  str: texts,
  int: ["0", "1", "-1", "7", "-13", "64", "1000000", "4611686018427387904"],
  int64: ["0", "255", "-255", "4611686018427387904"],
  count: ["0", "1", "5", "-1", "12"],
  rune: ["65", "97", "48", "32", "233", "26085"],
  byte: ["65", "97", "48", "32", "0"],
  float: ["0.0", "1.0", "-1.0", "2.5", "-2.5", "0.1", "1e16", "123456789.125", "-0.001"],
  bool: ["True", "False"],
  bytes: ["b''", "b'abc'", "b'\\x00\\x7f z'"],
  "list[int]": ["[]", "[3, 1, 2]", "[-5, 5, 0, 5]"],
  "list[str]": ["[]", "['b', 'a', '\u00e9']", "['', ' ']"],
  "list[float]": ["[]", "[2.5, -1.0, 0.1]"],
  "list[T]": ["[]", "[3, 1, 2]", "[7, 7, -1]"],
  "dict[str, int]": ["{'b': 2, 'a': 1}"],
  "datetime.date": ["datetime.date(2024, 2, 29)", "datetime.date(1999, 12, 31)"],
  "datetime.datetime": ["datetime.datetime(2024, 2, 29, 23, 59, 58, 250000)", "datetime.datetime(1999, 12, 31)"],
  "datetime.timedelta": ["datetime.timedelta(hours=30, seconds=5)", "datetime.timedelta(days=-1, minutes=1)"],
  "pathlib.Path": ["pathlib.Path('a/b.tar.gz')", "pathlib.Path('/no/such')"],
  "pathlib.PurePath": ["pathlib.PurePath('a/b.tar.gz')", "pathlib.PurePath('/x')"],
  "pathlib.PurePosixPath": ["pathlib.PurePosixPath('a/b.tar.gz')", "pathlib.PurePosixPath('/x')"],
  "hashlib._Hash": ["hashlib.sha256(b'x')"],
};

/** Values to draw from for a type; empty where only the row's own examples will do. */
export function pool(type: string | undefined): readonly string[] {
  return type === undefined ? [] : (pools[type] ?? []);
}
