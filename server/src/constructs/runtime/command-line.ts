import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "command_line",
  language: "python",
  source: `command_line = FlagSet(sys.argv[0], exits=True)
`,
  uses: ["FlagSet"],
  imports: ["import sys"],
});
