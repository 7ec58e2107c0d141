/** Whether two trees, or parts of them, are written alike in every respect, places in the text of their unit included. */
export function isSameTree(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left))
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((part, position) => isSameTree(part, right[position]))
    );
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => isSameTree((left as Fields)[name], (right as Fields)[name]))
  );
}

type Fields = Readonly<Record<string, unknown>>;
