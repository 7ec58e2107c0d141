import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "deadline_exceeded",
  language: "python",
  source: `# What a context says whose time was up.
deadline_exceeded = TimeoutError("context deadline exceeded")
`,
});
