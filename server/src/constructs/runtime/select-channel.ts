import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "select",
  language: "python",
  source: `async def select(*cases: tuple[Any, ...], default: bool = False) -> tuple[int, Any, bool]:
    """Wait for one of the cases: (channel,) receives, (channel, value) sends. Where several can go on, chance decides."""
    for case in random.sample(range(len(cases)), len(cases)):
        channel, *values = cases[case]
        if channel is None:
            continue
        if values:
            if channel.try_send(values[0]):
                return case, None, True
        elif (found := channel.try_receive()) is not None:
            return case, *found
    if default:
        await asyncio.sleep(0)
        return -1, None, False
    waiter = asyncio.get_running_loop().create_future()
    for case, (channel, *values) in enumerate(cases):
        if channel is not None:
            (channel.senders if values else channel.receivers).append((waiter, case, *values))
    return await waiter
`,
  uses: ["Channel"],
  imports: ["import asyncio", "import random", "from typing import Any"],
});
