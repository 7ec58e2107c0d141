import { readFile } from "node:fs/promises";
import { loadAssets } from "../assets.ts";
import { createTranslator } from "../translator/index.ts";
import type { Translator } from "../translator/api.ts";
import { installed } from "./assets.ts";

/** The translator, on the assets of this installation. */
export async function loadTranslator(): Promise<Translator> {
  return createTranslator(await loadAssets((path) => readFile(installed(path))));
}
