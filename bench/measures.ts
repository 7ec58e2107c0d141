import { existsSync, readFileSync } from "node:fs";

/** One figure, with what it is to be at most (or, for rates, at least). */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "MB" | "lines/s" | "times";
  readonly target?: number;
  /** What it must not fall behind while the target is not reached yet. */
  readonly bound?: number;
}

/** Prints a figure, and keeps it for the comparison with its target. */
export class Report {
  readonly measures: Measure[] = [];

  add(name: string, value: number, unit: Measure["unit"], target?: number, bound?: number): void {
    const measure: Measure = {
      name,
      value,
      unit,
      ...(target !== undefined && { target }),
      ...(bound !== undefined && { bound }),
    };
    this.measures.push(measure);
    const shown = value >= 100 ? value.toFixed(0) : value.toFixed(1);
    console.log(`  ${name}: ${shown} ${unit}${target === undefined ? "" : ` (target ${target})`}`);
  }

  /** The two figures that tell how long something takes, from the durations of many repetitions. */
  addTimes(
    name: string,
    durations: readonly number[],
    targets: { readonly p50?: number; readonly p99?: number },
  ): void {
    const sorted = [...durations].sort((left, right) => left - right);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    this.add(`${name}, p50`, at(0.5), "ms", targets.p50);
    this.add(`${name}, p99`, at(0.99), "ms", targets.p99);
  }

  /** The figures that miss their target. */
  missed(): readonly Measure[] {
    return this.measures.filter(({ value, unit, target }) => target !== undefined && isWorse(value, unit, target));
  }

  /** The figures that are worse by more than the factor than the bound set for them, or than the target. */
  failed(factor: number): readonly Measure[] {
    return this.measures.filter(({ value, unit, target, bound = target }) => {
      if (bound === undefined) return false;
      return isWorse(value, unit, unit === "lines/s" ? bound / factor : bound * factor);
    });
  }
}

function isWorse(value: number, unit: Measure["unit"], limit: number): boolean {
  return unit === "lines/s" ? value < limit : value > limit;
}

/** The durations of so many runs of an action, in milliseconds. */
export async function times(count: number, action: (index: number) => Promise<void>): Promise<number[]> {
  const durations: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await action(index);
    durations.push(performance.now() - start);
  }
  return durations;
}

/** The memory that a process holds, in megabytes; undefined where the system does not tell. */
export function memoryOf(processId: number): number | undefined {
  const path = `/proc/${processId}/status`;
  const match = existsSync(path) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(path, "utf8")) : null;
  return match ? Number(match[1]) / 1024 : undefined;
}

/** The time that a process has used its processors, in milliseconds; undefined where the system does not tell. */
export function processorTimeOf(processId: number): number | undefined {
  const path = `/proc/${processId}/stat`;
  if (!existsSync(path)) return undefined;
  const fields = readFileSync(path, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
