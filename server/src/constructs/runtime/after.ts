import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "after",
  language: "python",
  source: `def after(seconds: float) -> Channel[datetime.datetime]:
    """Give a channel that gets the time when so many seconds have passed."""
    channel: Channel[datetime.datetime] = Channel(1)
    loop = asyncio.get_running_loop()
    loop.call_later(seconds, lambda: channel.try_send(datetime.datetime.now().astimezone()))
    return channel
`,
  uses: ["Channel"],
  imports: ["import asyncio", "import datetime"],
});
