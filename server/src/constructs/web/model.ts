import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { ifFailed } from "../../lowering/go/failure.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { FailureScope, GoLowerContext } from "../../lowering/lower-context.ts";
import { raisedByName } from "../../lowering/raises.ts";

export default defineConstruct({
  id: "model",
  title: "Pydantic model / struct with json and binding tags",
  summary:
    "A class derived from `BaseModel` becomes a struct whose tags name its JSON keys and state the constraints of `Field`.",
  explanation:
    "A Pydantic model declares its constraints, reads them when the class is made, and raises one `ValidationError` with everything that is wrong as soon as an object would be invalid. Go has no hook " +
    "in construction: a struct is filled first and tested afterwards, by a package that reads tags through reflection, and a zero value is all that tells a key that was left out. So the struct reads itself " +
    "(`UnmarshalJSON`) where fields have defaults or must be there although zero is a good value, and what `field_validator` does is a method that is called once the tags hold. Pydantic also converts " +
    '(`"12"` is an int to it) where encoding/json insists on the type.',
  references: [
    { title: "Pydantic: Fields", url: "https://docs.pydantic.dev/latest/concepts/fields/" },
    { title: "Pydantic: Validators", url: "https://docs.pydantic.dev/latest/concepts/validators/" },
    {
      title: "Gin: Model binding and validation",
      url: "https://gin-gonic.com/en/docs/binding/binding-and-validation/",
    },
    { title: "Go: package validator", url: "https://pkg.go.dev/github.com/go-playground/validator/v10" },
  ],
  lower: {
    go: {
      CheckModel: checkToGo,
    },
    // Objects of Pydantic check themselves.
    python: { CheckModel: () => [] },
  },
  caveats: [
    {
      code: "email-rules",
      severity: "caveat",
      message:
        "Pydantic also writes the domain of an address in small letters and declines names such as `x@y.test`; Go's validator looks at the form alone.",
    },
    {
      code: "lax-reading",
      severity: "note",
      message:
        'Pydantic converts what it can, such as `"12"` to an integer; Go answers such input as it answers any other wrong type.',
    },
  ],
  snippets: [
    {
      language: "python",
      prefix: "binding",
      terms: ["struct tags", "binding required", "validate tag"],
      description: "A model whose fields are checked",
      body: [
        "class ${1:Item}(BaseModel):",
        "    ${2:name}: ${3:str} = Field(min_length=${4:1}, max_length=${5:50})",
        "    ${6:price}: ${7:float} = Field(gt=${8:0})",
      ],
    },
    {
      language: "go",
      prefix: "basemodel",
      terms: ["pydantic", "BaseModel", "Field(gt=0)"],
      description: "A struct whose fields are checked",
      body: [
        "type ${1:Item} struct {",
        '\t${2:Name}  ${3:string}  `json:"${4:name}" binding:"required,max=${5:50}"`',
        '\t${6:Price} ${7:float64} `json:"${8:price}" binding:"gt=${9:0}"`',
        "}",
      ],
    },
  ],
  examples: [],
});

function checkToGo(node: ir.CheckModel, context: GoLowerContext): readonly goTree.Stmt[] {
  const outer = context.failure;
  const { field } = node;
  if (field === undefined) {
    const check = go.call(context.helper("checkModel"), context.expression(node.object));
    const error = go.ident("err");
    return [ifFailed(error, outer.propagate(error, raisedByName("ValidationError")), go.define("err", check))];
  }
  const placed: FailureScope = {
    propagate: (error, raised) => {
      context.helper("inputProblem");
      return outer.propagate(go.call("problemsOf", error, go.string(field.key)), raised);
    },
  };
  const value = context.withFailure(placed, () => context.expression(field.value));
  return [go.assign(context.expression(field.target), value)];
}
