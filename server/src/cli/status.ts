/** The exit statuses of a run, as the manual states them. */
export const exitStatus = {
  /** Everything was translated without marks. */
  clean: 0,
  /** Something carries a mark: it is to be done by hand. */
  marked: 3,
  /** Something could not be read or written, or gave nothing. */
  failed: 1,
  /** The command was not called as it must be. */
  usage: 2,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

const fromBestToWorst: readonly ExitStatus[] = [
  exitStatus.clean,
  exitStatus.marked,
  exitStatus.failed,
  exitStatus.usage,
];

/** The worse of two statuses, which is what a run that met both ends with. */
export function worse(left: ExitStatus, right: ExitStatus): ExitStatus {
  return fromBestToWorst.indexOf(left) < fromBestToWorst.indexOf(right) ? right : left;
}

/** Thrown when the command was not called as it must be; the message says how to. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
