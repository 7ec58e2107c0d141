import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "err_range",
  language: "python",
  source: `err_range = ValueError("value out of range")
`,
});
