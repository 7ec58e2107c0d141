import type { Pattern } from "../translator/api.ts";

const goPackages: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ..."bufio bytes cmp context errors flag fmt io iter log maps math os regexp slices sort strconv strings sync time".split(
      " ",
    ),
    ..."container/heap container/list encoding/csv encoding/json log/slog math/big math/rand net/http net/url".split(
      " ",
    ),
    ..."os/exec os/signal path/filepath sync/atomic testing unicode unicode/utf8".split(" "),
    ..."golang.org/x/sync/errgroup golang.org/x/sync/semaphore".split(" "),
  ].map((path) => [path.slice(path.lastIndexOf("/") + 1), path]),
);

const pythonModules = new Set(
  "abc asyncio bisect collections concurrent contextlib copy csv dataclasses datetime enum functools heapq io itertools json logging math operator os pathlib queue random re signal sqlite3 subprocess sys tempfile threading time typing unittest urllib weakref".split(
    " ",
  ),
);

const pythonNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    abc: "ABC abstractmethod",
    collections: "Counter OrderedDict defaultdict deque",
    "collections.abc": "AsyncIterator Awaitable Callable Generator Iterable Iterator Mapping Sequence",
    "concurrent.futures": "ProcessPoolExecutor ThreadPoolExecutor as_completed",
    contextlib: "ExitStack asynccontextmanager closing contextmanager suppress",
    dataclasses: "dataclass field replace",
    datetime: "datetime timedelta timezone",
    enum: "Enum Flag IntEnum StrEnum auto",
    functools: "cache cached_property lru_cache partial reduce wraps",
    pathlib: "Path",
    typing: "Any Generic NamedTuple NewType Protocol Self TypeVar TypedDict assert_never",
  }).flatMap(([module, names]) => names.split(" ").map((name) => [name, module])),
);

/** What the code of a pattern needs that it does not import itself: import paths of Go, statements of Python. Sorted. */
export function patternImports({ language, body }: Pick<Pattern, "language" | "body">): readonly string[] {
  const code = plainText(body.join("\n"));
  if (language === "go") {
    if (/^package\s/m.test(code)) return [];
    const names = [...code.matchAll(/(?<![\w.)\]])([a-z]\w*)\.[A-Z]/g)].map((match) => match[1]!);
    return sorted(names.flatMap((name) => goPackages[name] ?? []).filter((path) => !code.includes(`"${path}"`)));
  }
  const modules = [...code.matchAll(/(?<![\w.])([a-z]\w*)\.(?=\w)/g)]
    .map((match) => match[1]!)
    .filter(
      (name) =>
        pythonModules.has(name) &&
        !new RegExp(`^\\s*import ${name}|\\b${name}\\b\\s*(=|:=|,|\\))|\\bas ${name}\\b`, "m").test(code),
    )
    .map((name) => `import ${name}`);
  const names = [...code.matchAll(/(?<![\w.])([A-Za-z]\w*)(?!\w)/g)]
    .map((match) => match[1]!)
    .filter((name) => pythonNames[name] !== undefined && !new RegExp(`import .*\\b${name}\\b`).test(code))
    .map((name) => `from ${pythonNames[name]} import ${name}`);
  return sorted([...modules, ...names]);
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** The text of a snippet with its placeholders in the place of its tab stops. */
export function plainText(snippet: string): string {
  let text = snippet;
  for (let before = ""; before !== text;) {
    before = text;
    text = text
      .replace(/\$\{\d+:((?:[^{}$\\]|\\.)*)\}/g, "$1")
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
      .replace(/\$\{\d+\}|(?<!\\)\$\d+/g, "");
  }
  return text.replace(/\\([$}\\])/g, "$1");
}
