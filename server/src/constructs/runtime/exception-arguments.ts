import { defineHelper, type HelperDefinition } from "../../lowering/helper.ts";

/** What exceptions were made with, for programs that ask for it. */
const helpers: readonly HelperDefinition[] = [
  defineHelper({
    name: "withArguments",
    language: "go",
    source: `// argumentsError is an error that keeps what it was made with.
type argumentsError struct {
	error
	arguments []any
}

// As finds the error itself.
func (e *argumentsError) As(target any) bool {
	return errors.As(e.error, target)
}

// plain gives the error itself.
func (e *argumentsError) plain() error {
	return e.error
}

// withArguments gives err, which was made with these arguments.
func withArguments(err error, arguments ...any) error {
	return &argumentsError{err, arguments}
}`,
    imports: ["errors"],
  }),
  defineHelper({
    name: "exceptionArguments",
    language: "go",
    source: `// exceptionArguments gives what err was made with: its message, unless it was made otherwise.
func exceptionArguments(err error) []any {
	if own, ok := err.(*argumentsError); ok {
		return own.arguments
	}
	if wrapped, ok := err.(interface{ plain() error }); ok {
		return exceptionArguments(wrapped.plain())
	}
	if err.Error() == "" {
		return []any{}
	}
	return []any{err.Error()}
}`,
    uses: ["withArguments"],
  }),
  defineHelper({
    name: "reprException",
    language: "go",
    source: `// reprException writes err as Python's repr does.
func reprException(err error) string {
	parts := []string{}
	for _, argument := range exceptionArguments(err) {
		parts = append(parts, reprAny(argument))
	}
	return exceptionName(err) + "(" + strings.Join(parts, ", ") + ")"
}`,
    uses: ["exceptionArguments", "exceptionName", "reprAny"],
    imports: ["strings"],
  }),
];

export default helpers;
