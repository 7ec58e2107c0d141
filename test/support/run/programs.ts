import { packagePath } from "../../../server/src/go/package-names.ts";

/** A Go example as a whole program: statements at the top level are put into `main`, and imports are added where there is no package clause. */
export function wholeGo(text: string): string {
  if (/^package \w+/m.test(text)) return text;
  const declarations: string[] = [];
  const statements: string[] = [];
  let isInside = false;
  for (const line of text.split("\n")) {
    const starts = /^(func|type|const|var|import)\b/.test(line);
    if (starts) isInside = true;
    (isInside ? declarations : statements).push(line);
    if (isInside && (/^[})]/.test(line) || (starts && !/[{(]\s*$/.test(line)))) isInside = false;
  }
  const body = statements.join("\n").trim();
  const main =
    body === "" && declarations.some((line) => /^func main\(\)/.test(line)) ? "" : `\nfunc main() {\n${body}\n}\n`;
  return `package main\n\n${importsFor(text)}\n${declarations.join("\n")}\n${main}`;
}

/** The import declaration for the packages of the standard library that the text names. */
export function importsFor(text: string): string {
  const names = new Set([...text.matchAll(/\b([a-z][a-z0-9]*)\.[A-Z]/g)].map((match) => match[1]!));
  const paths = [...names].map(packagePath).filter((path): path is string => path !== undefined);
  return paths.length === 0
    ? ""
    : `import (\n${paths
        .sort()
        .map((path) => `\t"${path}"`)
        .join("\n")}\n)\n`;
}
