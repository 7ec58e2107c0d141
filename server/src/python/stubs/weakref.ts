/** Signatures of Python's `weakref`. */
export default `
def ref[T](value: T, callback: Any = ...) -> Callable[[], T | None]: ...
`;
