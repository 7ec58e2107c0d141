import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "err_syntax",
  language: "python",
  source: `err_syntax = ValueError("invalid syntax")
`,
});
