import type { Language } from "../base/language.ts";
import type { HelperDefinition } from "./helper.ts";
import { camelCase, snakeCase } from "./names.ts";

/** What the name of a stub stands for in the source, such as `app.store.fetch`, and how it is used. */
export interface StubRequest {
  readonly path: string;
  readonly role: "function" | "value";
}

const prefix = "stub ";

/** The key under which a lowered unit asks for a stub, among the names of helpers. */
export function stubKey({ path, role }: StubRequest): string {
  return `${prefix}${role} ${path}`;
}

/** The name by which lowered code refers to a stub. */
export function stubName({ path }: StubRequest, language: Language): string {
  const words = path.split(/[./]+/).filter((word) => /^\w+$/.test(word));
  return language === "go" ? camelCase(words.at(-1) ?? "missing") : words.slice(-2).map(snakeCase).join("_");
}

/** The declaration that a key asks for; undefined for other names. */
export function stubDefinition(key: string, language: Language): HelperDefinition | undefined {
  const match = /^stub (function|value) (.*)$/.exec(key);
  if (!match) return undefined;
  const request: StubRequest = { role: match[1] as StubRequest["role"], path: match[2]! };
  return language === "go" ? goStub(request) : pythonStub(request);
}

function goStub(request: StubRequest): HelperDefinition {
  const name = stubName(request, "go");
  const comment = `// ${name} stands for ${request.path}, which is not part of this translation.\n`;
  const source =
    request.role === "value"
      ? `${comment}var ${name} any`
      : `${comment}func ${name}(arguments ...any) any {\n\tpanic(${JSON.stringify(`${request.path} is not part of this translation`)})\n}`;
  return { name, language: "go", source };
}

function pythonStub(request: StubRequest): HelperDefinition {
  const name = stubName(request, "python");
  const source =
    request.role === "value"
      ? `${name}: Any = None`
      : `def ${name}(*arguments: Any, **keywords: Any) -> Any:\n` +
        `    """Stands for ${request.path}, which is not part of this translation."""\n` +
        `    raise NotImplementedError(${JSON.stringify(`${request.path} is not part of this translation`)})`;
  return { name, language: "python", imports: ["from typing import Any"], source };
}
