import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "systemError",
  language: "go",
  source: `// systemError gives an error of the operating system the class and the message that it has in Python.
func systemError(err error) error {
	message := err.Error()
	var place *fs.PathError
	var number syscall.Errno
	if errors.As(err, &place) && errors.As(err, &number) {
		text := number.Error()
		message = fmt.Sprintf("[Errno %d] %s: %s", int(number), strings.ToUpper(text[:1])+text[1:], reprString(place.Path))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &FileNotFoundError{message}
	case errors.Is(err, fs.ErrExist):
		return &FileExistsError{message}
	case errors.Is(err, fs.ErrPermission):
		return &PermissionError{message}
	}
	return &OSError{message}
}
`,
  uses: ["OSError", "FileNotFoundError", "FileExistsError", "PermissionError", "reprString"],
  imports: ["errors", "fmt", "io/fs", "syscall", "strings"],
});
