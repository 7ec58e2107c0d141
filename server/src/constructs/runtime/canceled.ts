import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "canceled",
  language: "python",
  source: `# What a context says that was cancelled.
canceled = RuntimeError("context canceled")
`,
});
