import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "withCause",
  language: "go",
  source: `// causedError is an error that keeps the error that led to it; its message is its own.
type causedError struct {
	error
	cause error
}

// As finds the error itself, without the one that caused it.
func (e *causedError) As(target any) bool {
	return errors.As(e.error, target)
}

// Unwrap gives the cause.
func (e *causedError) Unwrap() error {
	return e.cause
}

// plain gives the error itself.
func (e *causedError) plain() error {
	return e.error
}

// withCause gives err, which was caused by cause.
func withCause(err, cause error) error {
	return &causedError{err, cause}
}`,
  imports: ["errors"],
});
