import { defineHelper } from "../../lowering/helper.ts";

const gin = "github.com/gin-gonic/gin";

const newWebApp = defineHelper({
  name: "newWebApp",
  language: "go",
  source: `// newWebApp makes an application that answers unknown paths and failures as its clients expect.
func newWebApp() *gin.Engine {
	app := gin.New()
	app.HandleMethodNotAllowed = true
	app.Use(gin.CustomRecovery(func(c *gin.Context, _ any) {
		c.String(http.StatusInternalServerError, "Internal Server Error")
	}))
	app.NoRoute(func(c *gin.Context) {
		c.JSON(http.StatusNotFound, gin.H{"detail": "Not Found"})
	})
	app.NoMethod(func(c *gin.Context) {
		c.JSON(http.StatusMethodNotAllowed, gin.H{"detail": "Method Not Allowed"})
	})
	return app
}`,
  imports: ["net/http", gin],
});

const answerError = defineHelper({
  name: "answerError",
  language: "go",
  source: `// errorHandlers answer requests that failed, each for errors that it knows.
var errorHandlers []func(c *gin.Context, err error) bool

// onError adds one of the errorHandlers.
func onError(handler func(c *gin.Context, err error) bool) {
	errorHandlers = append(errorHandlers, handler)
}

// answerError answers a request that failed.
func answerError(c *gin.Context, err error) {
	for _, handler := range errorHandlers {
		if handler(c, err) {
			return
		}
	}
	var answer *HTTPException
	if !errors.As(err, &answer) {
		log.Println(err)
		c.String(http.StatusInternalServerError, "Internal Server Error")
		c.Abort()
		return
	}
	for name, value := range answer.Headers {
		c.Header(name, value)
	}
	c.AbortWithStatusJSON(answer.StatusCode, gin.H{"detail": answer.Detail})
}`,
  uses: ["HTTPException"],
  imports: ["errors", "log", "net/http", gin],
});

const newJSONResponse = defineHelper({
  name: "newJSONResponse",
  language: "go",
  source: `// jsonResponse is an answer with JSON as its body.
type jsonResponse struct {
	Status  int
	Content any
}

func newJSONResponse(status int, content any) *jsonResponse {
	return &jsonResponse{status, content}
}

// Write answers a request with it.
func (r *jsonResponse) Write(c *gin.Context) {
	c.AbortWithStatusJSON(r.Status, r.Content)
}`,
  imports: [gin],
});

const newRequestInputs = defineHelper({
  name: "newRequestInputs",
  language: "go",
  source: `// requestInputs reads what a request brings and collects what is wrong with it.
type requestInputs struct {
	c        *gin.Context
	problems inputProblems
}

func newRequestInputs(c *gin.Context) *requestInputs {
	return &requestInputs{c: c}
}

// values gives what the request has under a name.
func (in *requestInputs) values(source, name string) []string {
	switch source {
	case "path":
		return []string{strings.TrimPrefix(in.c.Param(name), "/")}
	case "header":
		return in.c.Request.Header.Values(name)
	}
	return in.c.QueryArray(name)
}

// rejected answers the request if there was something wrong with it.
func (in *requestInputs) rejected() bool {
	if in.problems == nil {
		return false
	}
	in.c.AbortWithStatusJSON(http.StatusUnprocessableEntity, gin.H{"detail": in.problems})
	return true
}`,
  uses: ["inputProblem"],
  imports: ["net/http", "strings", gin],
});

const parseInput = defineHelper({
  name: "parseInput",
  language: "go",
  source: `// parseInput reads a value from the text that a request has for it.
func parseInput[T any](in *requestInputs, source, name, text, rules string) T {
	var value T
	var err error
	target := reflect.ValueOf(&value).Elem()
	kind := target.Kind().String()
	switch target.Kind() {
	case reflect.Int:
		var number int64
		number, err = strconv.ParseInt(strings.TrimSpace(text), 10, 64)
		target.SetInt(number)
	case reflect.Float64:
		var number float64
		number, err = strconv.ParseFloat(strings.TrimSpace(text), 64)
		target.SetFloat(number)
	case reflect.Bool:
		switch strings.ToLower(text) {
		case "1", "true", "t", "yes", "y", "on":
			target.SetBool(true)
		case "0", "false", "f", "no", "n", "off":
		default:
			err = errors.New(text)
		}
	default:
		target.SetString(text)
	}
	if err != nil {
		in.problems = append(in.problems, inputProblem{kind + "_parsing", []any{source, name}, "Input should be a valid " + kind})
	} else if err := modelRules.Var(value, rules); err != nil {
		in.problems = append(in.problems, problemsOf(err, source, name)...)
	}
	return value
}`,
  uses: ["newRequestInputs", "modelRules"],
  imports: ["errors", "reflect", "strconv", "strings"],
});

const requiredInput = defineHelper({
  name: "requiredInput",
  language: "go",
  source: `// requiredInput reads a value that a request must bring.
func requiredInput[T any](in *requestInputs, source, name, rules string) T {
	values := in.values(source, name)
	if len(values) == 0 {
		in.problems = append(in.problems, inputProblem{"missing", []any{source, name}, "Field required"})
		var none T
		return none
	}
	return parseInput[T](in, source, name, values[len(values)-1], rules)
}`,
  uses: ["parseInput"],
});

const inputOr = defineHelper({
  name: "inputOr",
  language: "go",
  source: `// inputOr reads a value that a request may leave out.
func inputOr[T any](in *requestInputs, source, name string, fallback T, rules string) T {
	values := in.values(source, name)
	if len(values) == 0 {
		return fallback
	}
	return parseInput[T](in, source, name, values[len(values)-1], rules)
}`,
  uses: ["parseInput"],
});

const optionalInput = defineHelper({
  name: "optionalInput",
  language: "go",
  source: `// optionalInput reads a value that a request may leave out, which is nil then.
func optionalInput[T any](in *requestInputs, source, name, rules string) *T {
	values := in.values(source, name)
	if len(values) == 0 {
		return nil
	}
	value := parseInput[T](in, source, name, values[len(values)-1], rules)
	return &value
}`,
  uses: ["parseInput"],
});

const listInput = defineHelper({
  name: "listInput",
  language: "go",
  source: `// listInput reads all values that a request has under a name.
func listInput[T any](in *requestInputs, source, name string) []T {
	list := []T{}
	for _, text := range in.values(source, name) {
		list = append(list, parseInput[T](in, source, name, text, ""))
	}
	return list
}`,
  uses: ["parseInput"],
});

const bodyInput = defineHelper({
  name: "bodyInput",
  language: "go",
  source: `// bodyInput reads the JSON that a request has as its body.
func bodyInput[T any](in *requestInputs) T {
	var value T
	data, err := in.c.GetRawData()
	switch {
	case err != nil || len(data) == 0:
		in.problems = append(in.problems, inputProblem{"missing", []any{"body"}, "Field required"})
	case !json.Valid(data):
		in.problems = append(in.problems, inputProblem{"json_invalid", []any{"body"}, "JSON decode error"})
	case string(data) == "null":
		in.problems = append(in.problems, inputProblem{"missing", []any{"body"}, "Field required"})
	default:
		if err := json.Unmarshal(data, &value); err != nil {
			in.problems = append(in.problems, problemsOf(err, "body")...)
		}
	}
	return value
}`,
  uses: ["newRequestInputs"],
  imports: ["encoding/json"],
});

const shownAs = defineHelper({
  name: "shownAs",
  language: "go",
  source: `// shownAs gives what a model shows of a value.
func shownAs[T any](value any) (T, error) {
	var shown T
	data, err := json.Marshal(value)
	if err == nil {
		err = json.Unmarshal(data, &shown)
	}
	return shown, err
}`,
  imports: ["encoding/json"],
});

const oneAtATime = defineHelper({
  name: "oneAtATime",
  language: "go",
  source: `// turn is held by the handler that runs.
var turn sync.Mutex

// oneAtATime has requests wait for each other, since they share what the program holds.
func oneAtATime() gin.HandlerFunc {
	return func(c *gin.Context) {
		if body, err := c.GetRawData(); err == nil {
			c.Request.Body = io.NopCloser(bytes.NewReader(body))
		}
		turn.Lock()
		defer turn.Unlock()
		c.Next()
	}
}`,
  imports: ["bytes", "io", "sync", gin],
});

const allowOrigins = defineHelper({
  name: "allowOrigins",
  language: "go",
  source: `// allowOrigins lets pages of other origins call the application, as the CORS protocol has it.
func allowOrigins(origins, methods, headers []string, credentials bool) gin.HandlerFunc {
	all, anyHeader := slices.Contains(origins, "*"), slices.Contains(headers, "*")
	if slices.Contains(methods, "*") {
		methods = []string{"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY"}
	}
	return func(c *gin.Context) {
		origin := c.GetHeader("Origin")
		if origin == "" {
			return
		}
		allowed := all || slices.Contains(origins, origin)
		if all && !credentials {
			c.Header("Access-Control-Allow-Origin", "*")
		} else if allowed {
			c.Header("Access-Control-Allow-Origin", origin)
			c.Header("Vary", "Origin")
		}
		if credentials {
			c.Header("Access-Control-Allow-Credentials", "true")
		}
		asked := c.GetHeader("Access-Control-Request-Method")
		if c.Request.Method != http.MethodOptions || asked == "" {
			return
		}
		wanted := c.GetHeader("Access-Control-Request-Headers")
		var refused []string
		if !allowed {
			refused = append(refused, "origin")
		}
		if !slices.Contains(methods, asked) {
			refused = append(refused, "method")
		}
		for name := range strings.SplitSeq(wanted, ",") {
			name = strings.TrimSpace(name)
			simple := slices.Contains([]string{"", "accept", "accept-language", "content-language", "content-type"}, strings.ToLower(name))
			if !simple && !anyHeader && !slices.ContainsFunc(headers, func(known string) bool {
				return strings.EqualFold(known, name)
			}) {
				refused = append(refused, "headers")
				break
			}
		}
		c.Header("Access-Control-Allow-Methods", strings.Join(methods, ", "))
		c.Header("Access-Control-Max-Age", "600")
		if wanted != "" && anyHeader {
			c.Header("Access-Control-Allow-Headers", wanted)
		} else if len(headers) > 0 {
			c.Header("Access-Control-Allow-Headers", strings.Join(headers, ", "))
		}
		if refused != nil {
			c.String(http.StatusBadRequest, "Disallowed CORS "+strings.Join(refused, ", "))
		} else {
			c.String(http.StatusOK, "OK")
		}
		c.Abort()
	}
}`,
  imports: ["net/http", "slices", "strings", gin],
});

export default [
  newWebApp,
  answerError,
  newJSONResponse,
  newRequestInputs,
  parseInput,
  requiredInput,
  inputOr,
  optionalInput,
  listInput,
  bodyInput,
  shownAs,
  oneAtATime,
  allowOrigins,
];
