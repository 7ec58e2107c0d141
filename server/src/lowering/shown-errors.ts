import type * as ir from "../ir/node.ts";
import { walkAll } from "../ir/walk.ts";
import type { LibraryIndex } from "./library/index.ts";
import { isErrorType } from "./error-results.ts";

/** Whether a unit of Go shows an error, puts it into the message of another one, hands it to something that may, or takes it apart. */
export function showsErrors(declarations: readonly ir.Declaration[], library: LibraryIndex): boolean {
  let found = false;
  const look = (node: ir.Expression): void => {
    found ||= isErrorType(node.type) && node.kind !== "NoneLiteral";
  };
  walkAll(declarations, (node) => {
    if (node.kind === "Print" || node.kind === "OpenFormat") node.operands.forEach(look);
    if (node.kind === "Format") node.parts.forEach((part) => typeof part !== "string" && look(part.value));
    if (node.kind === "Convert" || node.kind === "Cast") look(node.operand);
    if (node.kind === "UnknownCall") node.arguments.forEach(({ value }) => look(value));
    if (node.kind === "ErrorAs") found = true;
    if (node.kind === "LibraryCall") {
      Object.values(node.captures).forEach(look);
      found ||= library.goSide(node.row).startsWith("strconv.Err");
    }
  });
  return found;
}
