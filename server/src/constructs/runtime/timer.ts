import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Timer",
  language: "python",
  source: `class Timer:
    """Sends the time through a channel, or calls a function, when so much time has passed."""

    def __init__(self, delay: datetime.timedelta, function: Callable[[], Any] | None = None) -> None:
        self.channel: Channel[datetime.datetime] = Channel(1)
        self.function = function
        self.handle: asyncio.TimerHandle | None = None
        self.reset(delay)

    def reset(self, delay: datetime.timedelta) -> bool:
        was_active = self.stop()
        self.handle = asyncio.get_running_loop().call_later(delay.total_seconds(), self.fire)
        return was_active

    def fire(self) -> None:
        self.handle = None
        if self.function is None:
            self.channel.try_send(datetime.datetime.now().astimezone())
        else:
            start_function(self.function)

    def stop(self) -> bool:
        was_active = self.handle is not None
        if self.handle is not None:
            self.handle.cancel()
            self.handle = None
        self.channel.items.clear()
        return was_active
`,
  uses: ["Channel", "start_function"],
  imports: ["import asyncio", "import datetime", "from collections.abc import Callable", "from typing import Any"],
});
