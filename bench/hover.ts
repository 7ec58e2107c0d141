// How fast the built server answers over the protocol, on files of 10,000 lines in both languages: hovers at many places, the same
// right after a keystroke inside a function, and the translation of the whole file right after one.
//
//   npx tsx bench/hover.ts [LINES]
import { performance } from "node:perf_hooks";
import { change, ServerProcess } from "../test/server/connection.ts";
import { serverBundle } from "../test/editors/support/project.ts";
import { goFile, pythonFile } from "./files.ts";

const lines = Number(process.argv[2] ?? 10_000);
const hovers = 400;
const keystrokes = 60;

for (const [language, text] of [
  ["python", pythonFile(lines)],
  ["go", goFile(lines)],
] as const) {
  const uri = `file:///bench/large.${language === "python" ? "py" : "go"}`;
  const source = text.split("\n");
  const places = source.flatMap((line, number) => (/\S/.test(line) ? [[number, line.search(/\S/)] as const] : []));
  const place = (index: number) => places[(index * 7_919) % places.length]!;
  const typed = source.flatMap((line, number) => (/^\s+total \+?=/.test(line) ? [number] : []));

  const start = performance.now();
  const server = new ServerProcess(serverBundle);
  await server.initialize();
  await server.open(uri, language, text);
  await server.hover(uri, ...place(0));
  console.log(
    `${language}, ${source.length} lines: cold start to first hover ${(performance.now() - start).toFixed(0)} ms`,
  );

  let answers = 0;
  const warm = await times(hovers, async (index) => {
    if ((await server.hover(uri, ...place(index))) !== null) answers++;
  });
  report(`hover (${answers} of ${hovers} had something to say)`, warm);

  let version = 1;
  const type = async (index: number): Promise<number> => {
    const line = typed[(index * 31) % typed.length]!;
    await server.change(uri, ++version, [change([line, source[line]!.length], [line, source[line]!.length], " ")]);
    return line;
  };
  report(
    "hover after a keystroke",
    await times(keystrokes, async (index) => {
      const line = await type(index);
      await server.hover(uri, line, source[line]!.search(/\S/));
    }),
  );
  report(
    "translation after a keystroke",
    await times(keystrokes, async (index) => {
      await type(index);
      await server.translate(uri);
    }),
  );
  await server.stop();
}

async function times(count: number, action: (index: number) => Promise<void>): Promise<number[]> {
  const durations: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await action(index);
    durations.push(performance.now() - start);
  }
  return durations.sort((left, right) => left - right);
}

function report(what: string, durations: readonly number[]): void {
  const at = (share: number) =>
    durations[Math.min(durations.length - 1, Math.floor(durations.length * share))]!.toFixed(1);
  console.log(`  ${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}
