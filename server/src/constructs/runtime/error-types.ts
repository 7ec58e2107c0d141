import { defineHelper, type HelperDefinition } from "../../lowering/helper.ts";

/** What each of Python's exceptions is about, for the documentation of the type that stands for it. */
const meanings: Readonly<Record<string, string>> = {
  ArithmeticError: "reports a calculation that cannot be done",
  AssertionError: "reports a condition that should have held",
  AttributeError: "reports an attribute that is missing",
  BufferError: "reports an operation on a buffer that cannot be done",
  CancelledError: "reports that a task was cancelled",
  ConnectionError: "reports a connection that failed",
  Empty: "reports a queue that has no items",
  EOFError: "reports input that ended early",
  FileExistsError: "reports a file that is there already",
  FileNotFoundError: "reports a file that is not there",
  Full: "reports a queue that has no room",
  IndexError: "reports an index that is out of range",
  CalledProcessError: "reports a program that failed",
  JSONDecodeError: "reports a text that is no JSON",
  KeyError: "reports a key that is missing",
  LookupError: "reports a key or index that is not there",
  NotImplementedError: "reports something that is not implemented",
  OSError: "reports a failure of the operating system",
  OverflowError: "reports a result that is too large",
  PermissionError: "reports an operation that is not allowed",
  QueueEmpty: "reports a queue that has no items",
  QueueFull: "reports a queue that has no room",
  RuntimeError: "reports a failure while running",
  StopIteration: "reports that there are no more elements",
  TimeoutError: "reports something that took too long",
  TypeError: "reports a value of the wrong type",
  UnicodeDecodeError: "reports bytes that are no text",
  ValueError: "reports a value that cannot be used",
  WebSocketDisconnect: "reports that the other side has closed a connection",
  ZeroDivisionError: "reports a division by zero",
};

/** One small error type for each of Python's exceptions that programs tell apart. */
const errorTypes: readonly HelperDefinition[] = Object.entries(meanings).map(([name, meaning]) =>
  defineHelper({
    name,
    language: "go",
    source: `// ${name} ${meaning}.
type ${name} struct {
	Message string
}

func (e *${name}) Error() string {
	return e.Message
}`,
  }),
);

export default errorTypes;
