import type { Asked } from "./servers.ts";

/* What examples/web/jobs.py is asked, in this order. */

const asked = (method: string, path: string, more: Partial<Asked> = {}): Asked => ({
  title: `${method} ${path}`,
  method,
  path,
  ...more,
});
const outcomes = ["fine", "made", "later", "input", "entity", "content", "crash", "busy", "none", "retired"];

export const jobs: readonly Asked[] = [
  asked("POST", "/jobs", { body: { kind: "print" } }),
  asked("POST", "/jobs", { body: { kind: "x" }, places: true }),
  asked("PUT", "/jobs/2", { body: { kind: "print", size: 9 } }),
  asked("PUT", "/jobs/2", { body: { kind: "print" } }),
  asked("PUT", "/jobs/3", { body: { kind: "print" } }),
  asked("POST", "/jobs", { body: { kind: "print" } }),
  asked("GET", "/jobs/2"),
  asked("GET", "/jobs/9"),
  asked("DELETE", "/jobs/2"),
  asked("DELETE", "/jobs/2"),
  ...outcomes.map((name) => asked("GET", `/outcomes/${name}`)),
  asked("GET", "/outcomes/fine"),
];
