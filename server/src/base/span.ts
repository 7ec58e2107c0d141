/** A half-open range of UTF-16 code units, relative to the start of the unit (top-level declaration) it lies in. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const emptySpan: Span = { start: 0, end: 0 };

/** Whether `inner` lies wholly inside `outer`; equal spans count. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two ranges share at least one code unit. */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/** The smallest range that holds both. */
export function cover(left: Span, right: Span): Span {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
}
