import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "join_errors",
  language: "python",
  source: `class JoinedError(Exception):
    """Several errors as one, whose text has a line for each."""

    def __init__(self, errors: list[Exception]) -> None:
        super().__init__("\\n".join(map(str, errors)))
        self.exceptions = errors

    def unwrap(self) -> list[Exception]:
        return self.exceptions


def join_errors(*errors: Exception | None) -> Exception | None:
    """Makes one error of several; those that are None are left out."""
    present = [error for error in errors if error is not None]
    return JoinedError(present) if present else None
`,
});
