import type { Language } from "../server/src/base/language.ts";
import { serverBundle } from "../test/editors/support/project.ts";
import { change, ServerProcess } from "../test/server/connection.ts";
import { goFile, pythonFile } from "./files.ts";
import { mixedPythonFile } from "./mixed.ts";
import { memoryOf, processorTimeOf, times, type Report } from "./measures.ts";

const warmHovers = 400;
const keystrokes = 100;
const edits = 10_000;

/** A large file that is open in a server of its own, and a hand that types in it. */
class Session {
  readonly server = new ServerProcess(serverBundle);
  readonly uri: string;
  readonly lines: readonly string[];
  readonly #language: Language;
  readonly #places: readonly (readonly [line: number, character: number])[];
  readonly #typed: readonly number[];
  #version = 1;

  constructor(language: Language, text: string) {
    this.#language = language;
    this.uri = uriOf(language, "large");
    this.lines = text.split("\n");
    this.#places = this.lines.flatMap((line, number) =>
      /\S/.test(line) ? [[number, line.search(/\S/)] as const] : [],
    );
    this.#typed = this.lines.flatMap((line, number) => (/^\s+\w+ \+?= [\w .+*]+$/.test(line) ? [number] : []));
  }

  async start(): Promise<void> {
    await this.server.initialize();
    await this.server.open(this.uri, this.#language, this.lines.join("\n"));
  }

  hover(index: number) {
    const [line, character] = this.#places[(index * 7_919) % this.#places.length]!;
    return this.server.hover(this.uri, line, character);
  }

  /** Types a blank behind a statement inside a function, and takes it back the next time. Gives the line. */
  async type(index: number): Promise<number> {
    const line = this.#typed[((index >> 1) * 31) % this.#typed.length]!;
    const end = this.lines[line]!.length;
    const edit = index % 2 === 0 ? change([line, end], [line, end], " ") : change([line, end], [line, end + 1], "");
    await this.server.change(this.uri, ++this.#version, [edit]);
    return line;
  }

  async typeAndHover(index: number): Promise<void> {
    const line = await this.type(index);
    if ((await this.server.hover(this.uri, line, this.lines[line]!.search(/\S/))) === null)
      throw new Error(`nothing was said about line ${line + 1} after a keystroke`);
  }
}

/** Hovers at many places, the same right after a keystroke inside a function, and the translation right after one. */
export function measureHovers(language: Language, lines: number, report: Report): Promise<void> {
  return measureHoversIn(language, textOf(language, lines), `${language}, ${lines} lines`, report);
}

/** The same in a file of varied programs, some of them without annotations. What is said there is not the same at each place. */
export function measureMixedHovers(lines: number, report: Report): Promise<void> {
  return measureHoversIn("python", mixedPythonFile(lines), `python, ${lines} mixed lines`, report);
}

async function measureHoversIn(language: Language, text: string, title: string, report: Report): Promise<void> {
  console.log(title);
  const start = performance.now();
  const session = new Session(language, text);
  const processId = session.server.process.pid!;
  await session.start();
  await session.hover(0);
  report.add("cold start to first hover", performance.now() - start, "ms", 400, 2_500);
  const used = processorTimeOf(processId);
  if (used !== undefined) report.add("cold start to first hover, processor time", used, "ms");
  let answers = 0;
  const warm = await times(warmHovers, async (index) => {
    if ((await session.hover(index)) !== null) answers++;
  });
  report.addTimes(`hover (${answers} of ${warmHovers} had something to say)`, warm, { p50: 1, p99: 8 });
  const before = processorTimeOf(processId);
  report.addTimes("hover after a keystroke", await times(keystrokes, (index) => session.typeAndHover(index)), {
    p99: 16,
  });
  const after = processorTimeOf(processId);
  if (before !== undefined && after !== undefined)
    report.add("hover after a keystroke, processor time", (after - before) / keystrokes, "ms");
  await session.server.stop();
}

/** The translation of the whole file right after a keystroke, as the live view asks for it. */
export async function measureView(language: Language, lines: number, report: Report): Promise<void> {
  console.log(`${language}, ${lines} lines, live view`);
  const session = new Session(language, textOf(language, lines));
  await session.start();
  await session.server.translate(session.uri);
  const durations = await times(keystrokes, async (index) => {
    await session.type(index);
    await session.server.translate(session.uri);
  });
  report.addTimes("translation after a keystroke", durations, { p99: 50 });
  await session.server.stop();
}

/** What a server holds with ten large files open, each a program of its own, all of them hovered in. */
export async function measureMemory(lines: number, report: Report): Promise<void> {
  console.log(`ten files of ${lines} lines`);
  const server = new ServerProcess(serverBundle);
  await server.initialize();
  for (let index = 0; index < 10; index++) {
    const language = index % 2 === 0 ? "python" : "go";
    const uri = uriOf(language, `folder${index}/large`);
    await server.open(uri, language, textOf(language, lines));
    await server.hover(uri, 5, 4);
  }
  const memory = memoryOf(server.process.pid!);
  if (memory !== undefined) report.add("memory", memory, "MB", 200, 800);
  await server.stop();
}

/** How memory grows while somebody types: what is held after all edits, relative to what is held after a fifth of them. */
export async function measureGrowth(language: Language, lines: number, report: Report): Promise<void> {
  console.log(`${language}, ${lines} lines, ${edits} edits`);
  const session = new Session(language, textOf(language, lines));
  await session.start();
  let early: number | undefined;
  for (let index = 0; index < edits; index++) {
    if (index % 10 === 0) await session.typeAndHover(index);
    else await session.type(index);
    if (index === edits / 5) early = memoryOf(session.server.process.pid!);
  }
  const late = memoryOf(session.server.process.pid!);
  if (early !== undefined && late !== undefined) report.add("growth of memory", late / early, "times", 1.2);
  await session.server.stop();
}

function uriOf(language: Language, name: string): string {
  return `file:///bench/${name}.${language === "python" ? "py" : "go"}`;
}

function textOf(language: Language, lines: number): string {
  return language === "python" ? pythonFile(lines) : goFile(lines);
}
