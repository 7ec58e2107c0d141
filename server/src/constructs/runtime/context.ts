import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Context",
  language: "python",
  source: `class Context:
    """Tells what works for it, and for contexts made from it, when to stop; carries values on the way."""

    def __init__(self, parent: Context | None = None, key: Any = None, item: Any = None) -> None:
        self.parent = parent
        self.key = key
        self.item = item
        self.deadline: datetime.datetime | None = parent.deadline if parent else None
        self.done: Channel[None] = Channel()
        self.error: Exception | None = None
        self.cause: Exception | None = None
        self.children: list[Context] = []
        if parent is not None:
            parent.children.append(self)
            if parent.error is not None:
                self.stop(parent.error, parent.cause)

    def stop(self, error: Exception, cause: Exception | None = None) -> None:
        if self.error is None:
            self.error, self.cause = error, cause or error
            self.done.close()
            for child in self.children:
                child.stop(error, cause)

    def cancel(self, cause: Exception | None = None) -> None:
        self.stop(canceled, cause)

    def err(self) -> Exception | None:
        if self.deadline is not None and datetime.datetime.now().astimezone() >= self.deadline:
            self.stop(deadline_exceeded)
        return self.error

    def value(self, key: Any) -> Any:
        if self.parent is None:
            return None
        return self.item if key == self.key else self.parent.value(key)
`,
  uses: ["Channel", "canceled", "deadline_exceeded"],
  imports: ["import datetime", "from typing import Any"],
});
