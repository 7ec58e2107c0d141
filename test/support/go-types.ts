import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The files of one package, by name. */
export interface GoTexts {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What go/types says about a package. */
export interface GoTypesAnswer {
  readonly name: string;
  readonly errors: readonly string[];
  /** The types of expressions, with offsets in UTF-16 code units. */
  readonly types?: readonly {
    readonly file: string;
    readonly start: number;
    readonly end: number;
    readonly type: string;
  }[];
}

const environment = { ...process.env, CGO_ENABLED: "0" };
const most = 1 << 30;

function run(folder: string, args: readonly string[], input: string): string {
  const cwd = fileURLToPath(new URL(folder, import.meta.url));
  const { status, stdout, stderr } = spawnSync("go", args, {
    cwd,
    input,
    encoding: "utf8",
    maxBuffer: most,
    env: environment,
  });
  if (status !== 0) throw new Error(stderr.slice(0, 2000));
  return stdout;
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** Checks all the packages with go/types, in one process. */
export function goTypes(packages: readonly GoTexts[], types: boolean): GoTypesAnswer[] {
  const output = run("go-types/", ["run", "."], packages.map((each) => JSON.stringify({ ...each, types })).join("\n"));
  return lines(output).map((line) => JSON.parse(line) as GoTypesAnswer);
}

/** The sources of packages of the standard library, as they are built without cgo. */
export function standardPackages(paths: readonly string[]): GoTexts[] {
  const output = run(
    "go-types/",
    ["list", "-f", "{{.ImportPath}}\t{{.Dir}}\t{{range .GoFiles}}{{.}} {{end}}", ...paths],
    "",
  );
  return lines(output).map((line) => {
    const [name = "", folder = "", names = ""] = line.split("\t");
    const files = names.trim().split(" ");
    return { name, files: Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")])) };
  });
}

/** The stubs of the whole standard library, internal packages included. */
export function standardStubs(): Record<string, string> {
  const paths = run("go-types/", ["list", "-export", "-f", "{{if .Export}}{{.ImportPath}}{{end}}", "std"], "");
  const stubbed = lines(paths).filter((path) => !path.startsWith("vendor/"));
  return JSON.parse(run("../../scripts/go-stubs/", ["run", "."], stubbed.join("\n"))) as Record<string, string>;
}
