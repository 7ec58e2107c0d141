import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Ticker",
  language: "python",
  source: `class Ticker:
    """Sends the time through a channel again and again; what is not received in time is lost."""

    def __init__(self, interval: datetime.timedelta) -> None:
        self.channel: Channel[datetime.datetime] = Channel(1)
        self.handle: asyncio.TimerHandle | None = None
        self.reset(interval)

    def reset(self, interval: datetime.timedelta) -> None:
        self.stop()
        self.interval = interval.total_seconds()
        self.due = asyncio.get_running_loop().time() + self.interval
        self.handle = asyncio.get_running_loop().call_at(self.due, self.tick)

    def tick(self) -> None:
        self.channel.try_send(datetime.datetime.now().astimezone())
        self.due += self.interval
        self.handle = asyncio.get_running_loop().call_at(self.due, self.tick)

    def stop(self) -> None:
        if self.handle is not None:
            self.handle.cancel()
`,
  uses: ["Channel"],
  imports: ["import asyncio", "import datetime"],
});
