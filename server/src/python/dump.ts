import type { Comment } from "../base/syntax-node.ts";
import type { Span } from "../base/span.ts";
import type { ConstantValue, PythonModule, PythonNode } from "./tree.ts";

/** A readable form of a node and all below it: one node a line, fields by name, spans behind an `@`, comments with their marker. */
export function dumpNode(node: PythonNode): string {
  const lines: string[] = [];
  dumpInto(lines, node, "", 0);
  return lines.join("\n");
}

/** A readable form of a file, unit by unit. Spans are relative to the unit. */
export function dumpModule(module: PythonModule): string {
  return module.units
    .map((unit) => {
      const lines = [`unit ${unit.key} @${unit.start}..${unit.start + unit.text.length}`];
      for (const statement of unit.body) dumpInto(lines, statement, "", 1);
      for (const comment of unit.inner) lines.push(indented(1, `inner ${commentText(comment)}`));
      return lines.join("\n");
    })
    .join("\n");
}

/** Fields that are shown on the node's own line or not at all. */
const hiddenFields: ReadonlySet<string> = new Set([
  "kind",
  "span",
  "origin",
  "blankBefore",
  "nameSpan",
  "argSpan",
  "attrSpan",
  "asnameSpan",
  "moduleSpan",
]);

function dumpInto(lines: string[], node: PythonNode, label: string, depth: number): void {
  const plain: string[] = [];
  const nested: [string, unknown][] = [];
  for (const [field, value] of Object.entries(node)) {
    if (hiddenFields.has(field) || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (node.kind === "Constant" && field === "value") plain.push(constantText(node.value));
    else if (typeof value !== "object" || value === null) plain.push(`${field}=${JSON.stringify(value)}`);
    else nested.push([field, value]);
  }
  lines.push(indented(depth, [label + node.kind, ...plain, spanText(node.span)].join(" ")));
  for (const [field, value] of nested) dumpValue(lines, field, value, depth + 1);
}

function dumpValue(lines: string[], label: string, value: unknown, depth: number): void {
  if (Array.isArray(value)) value.forEach((element, index) => dumpValue(lines, `${label}[${index}]`, element, depth));
  else if (typeof value !== "object" || value === null)
    lines.push(indented(depth, `${label}: ${JSON.stringify(value)}`));
  else if ("kind" in value) dumpInto(lines, value as PythonNode, `${label}: `, depth);
  else if ("block" in value) lines.push(indented(depth, `${label}: ${commentText(value as Comment)}`));
  else {
    lines.push(indented(depth, `${label}:`));
    for (const [field, part] of Object.entries(value))
      if (part !== undefined && field !== "span") dumpValue(lines, field, part, depth + 1);
  }
}

function constantText(value: ConstantValue): string {
  switch (value.type) {
    case "int":
      return `int ${value.value}`;
    case "complex":
      return `complex ${value.imaginary}j`;
    case "None":
    case "Ellipsis":
      return value.type;
    default:
      return `${value.type} ${JSON.stringify(value.value)}`;
  }
}

function commentText(comment: Comment): string {
  return `# ${comment.text}`;
}

function spanText(span: Span): string {
  return span.start === span.end ? "" : `@${span.start}..${span.end}`;
}

function indented(depth: number, text: string): string {
  return "  ".repeat(depth) + text.trimEnd();
}
