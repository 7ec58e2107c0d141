/** Thrown when an invariant of the program itself does not hold: always a defect of Interlinear, never of the user's code. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** For the default branch of a switch over a closed union: the compiler proves that it cannot be reached. */
export function unreachable(value: never): never {
  throw new InvariantError(`unreachable: ${JSON.stringify(value)}`);
}

/** Throws an InvariantError with `message` unless `condition` holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
