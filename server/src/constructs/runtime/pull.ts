import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "pull",
  language: "python",
  source: `def pull(values: Iterator[Any], *zeros: Any) -> tuple[Callable[[], tuple[Any, ...]], Callable[[], None]]:
    """Make functions that give the next value, and that end the iterator."""

    def next_value() -> tuple[Any, ...]:
        for value in values:
            return (*value, True) if len(zeros) > 1 else (value, True)
        return (*zeros, False)

    def stop() -> None:
        nonlocal values
        close = getattr(values, "close", None)
        values = iter(())
        if close is not None:
            close()

    values = iter(values)
    return next_value, stop
`,
  imports: ["from collections.abc import Callable, Iterator", "from typing import Any"],
});
