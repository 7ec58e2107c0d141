import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "standardInput",
  language: "go",
  source: `// standardInput is read by lines.
var standardInput = bufio.NewReader(os.Stdin)
`,
  imports: ["bufio", "os"],
});
