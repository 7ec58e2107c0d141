// How fast the built server and command are, and how much memory the server holds, against the targets.
//
//   npm run bench -- [--lines N] [--only hovers|mixed|view|memory|growth|tree] [--check [FACTOR]]
//
// With --check it fails where a figure is worse by more than the factor (4 when left out: the machines of CI are slow and shared) than its target
// or, where that is not reached yet, than the bound set for it.
import { parseArgs } from "node:util";
import { Report } from "./measures.ts";
import { measureGrowth, measureHovers, measureMemory, measureMixedHovers, measureView } from "./server.ts";
import { measureTree } from "./tree.ts";

const { values, positionals } = parseArgs({
  options: {
    lines: { type: "string", default: "10000" },
    only: { type: "string" },
    check: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const lines = Number(values.lines);
const factor = Number(positionals[0] ?? 4);
const report = new Report();
const languages = ["python", "go"] as const;
const wants = (group: string): boolean => values.only === undefined || values.only === group;

if (wants("hovers")) for (const language of languages) await measureHovers(language, lines, report);
if (wants("mixed")) for (const size of [Math.min(lines, 1_000), lines]) await measureMixedHovers(size, report);
if (wants("view")) for (const language of languages) await measureView(language, Math.min(lines, 1_000), report);
if (wants("memory")) await measureMemory(lines, report);
if (wants("growth")) for (const language of languages) await measureGrowth(language, Math.min(lines, 1_000), report);
if (wants("tree")) for (const language of languages) measureTree(language, 40, report);

for (const { name, value, unit, target } of report.missed())
  console.log(`missed: ${name} is ${value.toFixed(1)} ${unit}, the target ${target}`);
const failed = values.check ? report.failed(factor) : [];
for (const { name, value, unit, bound } of failed)
  console.error(`failed: ${name} is ${value.toFixed(1)} ${unit}${bound === undefined ? "" : `, the bound ${bound}`}`);
if (failed.length > 0) process.exitCode = 1;
