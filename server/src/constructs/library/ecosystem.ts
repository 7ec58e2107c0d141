import { defineLibrary } from "../../lowering/library/row.ts";

/** A package, by the name people use, the path of its import, and its home. */
export interface EcosystemPackage {
  readonly name: string;
  readonly path: string;
  readonly url: string;
}

/** What each language uses for one purpose, where the counterpart is a choice of packages and not a call. */
export interface Counterpart {
  readonly topic: string;
  readonly python: readonly EcosystemPackage[];
  readonly go: readonly EcosystemPackage[];
  /** One sentence on what is different. */
  readonly difference: string;
}

type Listed = readonly [name: string, path: string, url: string];

function counterpart(topic: string, difference: string, python: readonly Listed[], go: readonly Listed[]): Counterpart {
  const packages = (list: readonly Listed[]): readonly EcosystemPackage[] =>
    list.map(([name, path, url]) => ({ name, path, url }));
  return { topic, difference, python: packages(python), go: packages(go) };
}

const pkg = (path: string): string => `https://pkg.go.dev/${path}`;
const docs = (module: string): string => `https://docs.python.org/3/library/${module}.html`;
const listed = (name: string, path: string): Listed => [name, path, pkg(path)];

/** Purposes, in the order in which a service meets them. */
export const counterparts: readonly Counterpart[] = [
  counterpart(
    "Packages and versions",
    "A Go module names its dependencies in `go.mod` and is built without an environment to activate; Python resolves into a virtual environment.",
    [
      ["pip", "pip", "https://pip.pypa.io/"],
      ["Poetry", "poetry", "https://python-poetry.org/docs/"],
      ["Pipenv", "pipenv", "https://pipenv.pypa.io/"],
      ["setuptools", "setuptools", "https://setuptools.pypa.io/"],
    ],
    [["go mod", "golang.org/x/mod", "https://go.dev/ref/mod"]],
  ),
  counterpart(
    "Web framework",
    "Go's routers call a handler with request and response and leave validation to struct tags; FastAPI and Django do it from types and models, in frameworks that bring much more along.",
    [
      ["FastAPI", "fastapi", "https://fastapi.tiangolo.com/"],
      ["Django", "django", "https://docs.djangoproject.com/"],
      ["Flask", "flask", "https://flask.palletsprojects.com/"],
      ["Starlette", "starlette", "https://www.starlette.io/"],
    ],
    [
      listed("Gin", "github.com/gin-gonic/gin"),
      listed("Echo", "github.com/labstack/echo/v4"),
      listed("Fiber", "github.com/gofiber/fiber/v2"),
      listed("Chi", "github.com/go-chi/chi/v5"),
    ],
  ),
  counterpart(
    "Validation of data",
    "Pydantic parses and converts while it makes an object; Go decodes into a struct first and then checks its `validate` tags.",
    [
      ["Pydantic", "pydantic", "https://docs.pydantic.dev/"],
      ["marshmallow", "marshmallow", "https://marshmallow.readthedocs.io/"],
    ],
    [listed("validator", "github.com/go-playground/validator/v10")],
  ),
  counterpart(
    "Object-relational mapping",
    "SQLAlchemy and Django's ORM track objects and write changes by themselves; in Go each query is a call, and Ent generates its code from a schema.",
    [
      ["SQLAlchemy", "sqlalchemy", "https://docs.sqlalchemy.org/"],
      ["Django ORM", "django.db", "https://docs.djangoproject.com/en/stable/topics/db/"],
    ],
    [listed("GORM", "gorm.io/gorm"), listed("sqlx", "github.com/jmoiron/sqlx"), listed("Ent", "entgo.io/ent")],
  ),
  counterpart(
    "Tests",
    "Go's tests are functions in `_test.go` files that report failures and go on; tables of cases and subtests take the place of fixtures and parameters.",
    [
      ["pytest", "pytest", "https://docs.pytest.org/"],
      ["unittest", "unittest", docs("unittest")],
    ],
    [listed("testing", "testing"), listed("testify", "github.com/stretchr/testify")],
  ),
  counterpart(
    "HTTP client",
    "A Go response's body is a stream that must be closed, and a status that is no success is no error; `requests` reads the body at once.",
    [
      ["requests", "requests", "https://requests.readthedocs.io/"],
      ["HTTPX", "httpx", "https://www.python-httpx.org/"],
      ["aiohttp", "aiohttp", "https://docs.aiohttp.org/"],
      ["urllib.request", "urllib.request", docs("urllib.request")],
    ],
    [listed("net/http", "net/http")],
  ),
  counterpart(
    "JSON",
    "Go decodes into structs by their tags, and unknown members are dropped; Python gives dicts and lists.",
    [
      ["json", "json", docs("json")],
      ["orjson", "orjson", "https://github.com/ijl/orjson"],
    ],
    [listed("encoding/json", "encoding/json")],
  ),
  counterpart(
    "Command line",
    "`flag` knows `-name value` alone, without short forms and required arguments; Cobra has subcommands and help as argparse, Click and Typer do.",
    [
      ["argparse", "argparse", docs("argparse")],
      ["Click", "click", "https://click.palletsprojects.com/"],
      ["Typer", "typer", "https://typer.tiangolo.com/"],
    ],
    [listed("flag", "flag"), listed("Cobra", "github.com/spf13/cobra")],
  ),
  counterpart(
    "Logging",
    "slog writes a message with keys and values and has no tree of loggers; levels and handlers are set where a logger is made.",
    [
      ["logging", "logging", docs("logging")],
      ["structlog", "structlog", "https://www.structlog.org/"],
      ["Loguru", "loguru", "https://loguru.readthedocs.io/"],
    ],
    [listed("log/slog", "log/slog"), listed("zerolog", "github.com/rs/zerolog"), listed("zap", "go.uber.org/zap")],
  ),
  counterpart(
    "Configuration",
    "Both read the environment into a typed object; Viper also merges files and flags, with keys that are looked up at run time.",
    [
      ["pydantic-settings", "pydantic_settings", "https://docs.pydantic.dev/latest/concepts/pydantic_settings/"],
      ["python-dotenv", "dotenv", "https://github.com/theskumar/python-dotenv"],
      ["configparser", "configparser", docs("configparser")],
    ],
    [listed("Viper", "github.com/spf13/viper"), listed("envconfig", "github.com/kelseyhightower/envconfig")],
  ),
  counterpart(
    "Task queue",
    "Celery calls decorated functions by name in worker processes; Asynq and Machinery register handlers in a Go binary that runs many at once in goroutines.",
    [
      ["Celery", "celery", "https://docs.celeryq.dev/"],
      ["RQ", "rq", "https://python-rq.org/"],
      ["Dramatiq", "dramatiq", "https://dramatiq.io/"],
    ],
    [listed("Asynq", "github.com/hibiken/asynq"), listed("Machinery", "github.com/RichardKnop/machinery/v2")],
  ),
  counterpart(
    "gRPC",
    "Both generate code from the same `.proto` files; a Go handler gets a context that carries deadline and cancellation.",
    [["grpcio", "grpc", "https://grpc.io/docs/languages/python/"]],
    [listed("grpc-go", "google.golang.org/grpc")],
  ),
  counterpart(
    "GraphQL",
    "gqlgen generates resolvers from a schema; Strawberry derives the schema from classes with type hints.",
    [
      ["Strawberry", "strawberry", "https://strawberry.rocks/docs"],
      ["Ariadne", "ariadne", "https://ariadnegraphql.org/docs/intro"],
      ["Graphene", "graphene", "https://docs.graphene-python.org/"],
    ],
    [listed("gqlgen", "github.com/99designs/gqlgen"), listed("graphql-go", "github.com/graphql-go/graphql")],
  ),
  counterpart(
    "WebSocket",
    "A Go connection is read in one goroutine and written in another, one writer at a time; in Python one coroutine awaits each message.",
    [
      ["websockets", "websockets", "https://websockets.readthedocs.io/"],
      ["FastAPI WebSocket", "fastapi.websockets", "https://fastapi.tiangolo.com/advanced/websockets/"],
    ],
    [
      listed("gorilla/websocket", "github.com/gorilla/websocket"),
      listed("coder/websocket", "github.com/coder/websocket"),
    ],
  ),
  counterpart(
    "Database driver",
    "`database/sql` hands out connections of a pool and gives an error for each row that is scanned; a Python driver gives cursors and raises.",
    [
      ["psycopg2", "psycopg2", "https://www.psycopg.org/docs/"],
      ["asyncpg", "asyncpg", "https://magicstack.github.io/asyncpg/"],
      ["sqlite3", "sqlite3", docs("sqlite3")],
      ["PyMySQL", "pymysql", "https://pymysql.readthedocs.io/"],
    ],
    [
      listed("database/sql", "database/sql"),
      listed("pgx", "github.com/jackc/pgx/v5"),
      listed("go-sql-driver/mysql", "github.com/go-sql-driver/mysql"),
      listed("pq", "github.com/lib/pq"),
    ],
  ),
  counterpart(
    "Redis",
    "Each command of go-redis takes a context and gives a value with an error; a missing key is the error `redis.Nil`, not None.",
    [["redis-py", "redis", "https://redis.readthedocs.io/"]],
    [listed("go-redis", "github.com/redis/go-redis/v9")],
  ),
  counterpart(
    "Kafka",
    "kafka-go reads messages with a blocking call and a context in pure Go; confluent-kafka polls a C library, aiokafka awaits.",
    [
      ["confluent-kafka", "confluent_kafka", "https://docs.confluent.io/kafka-clients/python/current/overview.html"],
      ["aiokafka", "aiokafka", "https://aiokafka.readthedocs.io/"],
    ],
    [listed("kafka-go", "github.com/segmentio/kafka-go")],
  ),
  counterpart(
    "Data and machine learning",
    "Go has tables (Gota) and numerics (Gonum) but little of Python's range; services in Go mostly call a Python service for models.",
    [
      ["pandas", "pandas", "https://pandas.pydata.org/docs/"],
      ["NumPy", "numpy", "https://numpy.org/doc/"],
      ["scikit-learn", "sklearn", "https://scikit-learn.org/stable/"],
    ],
    [listed("Gota", "github.com/go-gota/gota"), listed("Gonum", "gonum.org/v1/gonum")],
  ),
  counterpart(
    "Concurrency helpers",
    "An errgroup waits for goroutines and gives the first error, as a TaskGroup does for coroutines; goroutines run at the same time, coroutines take turns.",
    [
      ["asyncio", "asyncio", docs("asyncio")],
      ["AnyIO", "anyio", "https://anyio.readthedocs.io/"],
    ],
    [listed("errgroup", "golang.org/x/sync/errgroup"), listed("semaphore", "golang.org/x/sync/semaphore")],
  ),
  counterpart(
    "YAML",
    "Go decodes into structs by their `yaml` tags; Python gives dicts and lists.",
    [["PyYAML", "yaml", "https://pyyaml.org/wiki/PyYAMLDocumentation"]],
    [listed("yaml", "gopkg.in/yaml.v3")],
  ),
  counterpart(
    "Templates",
    "Go's templates know few functions and escape by context in `html/template`; Jinja has expressions, macros and inheritance.",
    [["Jinja", "jinja2", "https://jinja.palletsprojects.com/"]],
    [listed("html/template", "html/template"), listed("text/template", "text/template")],
  ),
];

/** The purpose that an import serves, by its path: the longest listed path that it is, or lies in. */
export function counterpartOf(language: "python" | "go", path: string): Counterpart | undefined {
  const separator = language === "python" ? "." : "/";
  let best: { readonly entry: Counterpart; readonly length: number } | undefined;
  for (const entry of counterparts) {
    for (const { path: listedPath } of entry[language]) {
      const bare = listedPath.replace(/\/v\d+$/, "");
      const isInside = path === bare || path.startsWith(`${bare}${separator}`);
      if (isInside && bare.length > (best?.length ?? 0)) best = { entry, length: bare.length };
    }
  }
  return best?.entry;
}

export default defineLibrary({
  id: "ecosystem",
  title: "Packages without rows of calls: what each language uses",
  rows: [],
});
