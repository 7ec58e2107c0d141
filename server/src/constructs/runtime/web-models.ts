import { defineHelper } from "../../lowering/helper.ts";

const inputProblem = defineHelper({
  name: "inputProblem",
  language: "go",
  source: `// inputProblem says what is wrong with one part of an input, and where it is.
type inputProblem struct {
	Type string \`json:"type"\`
	Loc  []any  \`json:"loc"\`
	Msg  string \`json:"msg"\`
}

// inputProblems is all that is wrong with an input.
type inputProblems []inputProblem

func (p inputProblems) Error() string {
	lines := []string{fmt.Sprintf("%d validation errors", len(p))}
	for _, problem := range p {
		lines = append(lines, fmt.Sprintf("%v: %s", problem.Loc, problem.Msg))
	}
	return strings.Join(lines, "\\n")
}

// problemsOf gives what is wrong with the input that the error is about, below a place.
func problemsOf(err error, place ...any) inputProblems {
	var known inputProblems
	if errors.As(err, &known) {
		var below inputProblems
		for _, problem := range known {
			problem.Loc = append(slices.Clone(place), problem.Loc...)
			below = append(below, problem)
		}
		return below
	}
	var failed validator.ValidationErrors
	if errors.As(err, &failed) {
		var below inputProblems
		for _, field := range failed {
			at := slices.Clone(place)
			if field.Field() != "" {
				at = append(at, field.Field())
			}
			below = append(below, inputProblem{field.Tag(), at, fmt.Sprintf("Input should satisfy %s %s", field.Tag(), field.Param())})
		}
		return below
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		at := slices.Clone(place)
		if wrong.Field != "" {
			at = append(at, wrong.Field)
		}
		return inputProblems{{wrong.Type.String() + "_type", at, "Input should be a valid " + wrong.Type.String()}}
	}
	return inputProblems{{"value_error", place, "Value error, " + err.Error()}}
}`,
  imports: ["encoding/json", "errors", "fmt", "slices", "strings", "github.com/go-playground/validator/v10"],
});

const modelRules = defineHelper({
  name: "modelRules",
  language: "go",
  source: `// modelRules tests values against the tags of their fields, which it calls as JSON does.
var modelRules = func() *validator.Validate {
	rules := validator.New()
	rules.SetTagName("binding")
	rules.RegisterTagNameFunc(func(field reflect.StructField) string {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		return name
	})
	return rules
}()`,
  imports: ["reflect", "strings", "github.com/go-playground/validator/v10"],
});

const checkModel = defineHelper({
  name: "checkModel",
  language: "go",
  source: `// checkModel tests the fields of a struct against their tags.
func checkModel(model any) error {
	if err := modelRules.Struct(model); err != nil {
		return problemsOf(err)
	}
	return nil
}`,
  uses: ["inputProblem", "modelRules"],
});

const decodeModel = defineHelper({
  name: "decodeModel",
  language: "go",
  source: `// decodeModel reads a JSON object into a struct. The required keys must be there, and only fields tagged omitnil may be null.
func decodeModel(data []byte, target any, required ...string) error {
	var given map[string]json.RawMessage
	if err := json.Unmarshal(data, &given); err != nil || given == nil {
		return inputProblems{{"model_attributes_type", nil, "Input should be a valid dictionary"}}
	}
	var problems inputProblems
	for _, key := range required {
		if _, ok := given[key]; !ok {
			problems = append(problems, inputProblem{"missing", []any{key}, "Field required"})
		}
	}
	kind := reflect.TypeOf(target).Elem()
	for i := range kind.NumField() {
		field := kind.Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		value, ok := given[key]
		if !ok {
			continue
		}
		if string(value) == "null" {
			if !strings.HasPrefix(field.Tag.Get("binding"), "omitnil") && field.Type.Kind() != reflect.Interface {
				problems = append(problems, inputProblem{"null", []any{key}, "Input should not be null"})
			}
			continue
		}
		if err := json.Unmarshal(value, reflect.ValueOf(target).Elem().Field(i).Addr().Interface()); err != nil {
			problems = append(problems, problemsOf(err, key)...)
		}
	}
	if problems != nil {
		return problems
	}
	return nil
}`,
  uses: ["inputProblem"],
  imports: ["encoding/json", "reflect", "strings"],
});

export default [inputProblem, modelRules, checkModel, decodeModel];
