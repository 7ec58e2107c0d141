/** What tells a unit from another without its place. */
interface UnitText {
  readonly text: string;
  readonly blankBefore: boolean;
}

/** How many units are the same at the beginning and at the end of two states of a text. What was known of them goes on; between lies the edit. */
export function sameEnds(before: readonly UnitText[], after: readonly UnitText[]): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head]!, after[head]!)) head++;
  let tail = 0;
  while (tail < most - head && isSame(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail++;
  return { head, tail };
}

function isSame(left: UnitText, right: UnitText): boolean {
  return left.text === right.text && left.blankBefore === right.blankBefore;
}
