import { both, defineLibrary, toGo, toPython } from "../../lowering/library/row.ts";

const none = { result: "None" };
const s = { s: "str" };
const k = { k: "str" };
const fails = { fails: ["OSError"] };
const platform = {
  caveats: [
    {
      code: "platform-name",
      severity: "note",
      message: "Windows is `win32` or `Windows` in Python and `windows` in Go.",
    },
  ],
} as const;
const processError = { fails: ["CalledProcessError"] };

export default defineLibrary({
  id: "system",
  title: "The process and the machine: sys, os, platform, subprocess / packages os, os/exec and runtime",
  rows: [
    toGo("object()", "any(new(byte))"),
    toGo("sys.maxsize", "math.MaxInt", {}, [{}]),
    both("sys.argv", "os.Args"),
    toPython("sys.exit($code)", "os.Exit($code)", { code: "int", ...none }),
    toGo("sys.exit()", "os.Exit(0)", none),
    toGo("sys.exit($code)", "os.Exit($code)", { code: "int", ...none }),
    toGo("sys.exit($s)", "@exitWith($s)", { s: "str", ...none }),
    toGo("exit($s)", "@exitWith($s)", { s: "str", ...none }),
    toGo("exit()", "os.Exit(0)", none),
    toGo("exit($code)", "os.Exit($code)", { code: "int", ...none }),
    toGo("quit()", "os.Exit(0)", none),
    toGo("os._exit($code)", "os.Exit($code)", { code: "int", ...none }, [], {
      notRun: "It would end the process that the programs of the tests share.",
    }),
    toGo("input()", '@readLine("")', {}, [], { fails: ["EOFError"], message: '"EOF when reading a line"' }),
    toGo("input($s)", "@readLine($s)", s, [], { fails: ["EOFError"], message: '"EOF when reading a line"' }),
    toGo("sys.stdin.readline()", "@readText()"),
    toGo("sys.platform", "runtime.GOOS", {}, [{}], platform),
    toGo("sys.byteorder", '"little"', {}, [{}], {
      caveats: [{ code: "byte-order", severity: "note", message: "The machines that Go programs mostly run on." }],
    }),
    toGo("sys.executable", "os.Executable()", {}, [], fails),
    toGo("sys.getdefaultencoding()", '"utf-8"', {}, [{}]),
    toGo("os.name", '"posix"', {}, [{}], platform),
    toGo("platform.system()", "@titleCase(runtime.GOOS)", {}, [{}], platform),
    toGo("platform.node()", "os.Hostname()", {}, [], fails),
    both("socket.gethostname()", "os.Hostname()", {}, [], fails),
    both("os.getpid()", "os.Getpid()"),
    both("os.getppid()", "os.Getppid()"),
    both("os.getuid()", "os.Getuid()"),
    both("os.getgid()", "os.Getgid()"),
    both("os.cpu_count()", "runtime.NumCPU()", {}, [], { only: "go-to-python" }),
    toGo("os.cpu_count()", "@ptr(runtime.NumCPU())"),
    toGo("os.environ.get($k, $d)", "@environment($k, $d)", { ...k, d: "str" }, [{ k: "'NO_SUCH_NAME'", d: "'x'" }], {
      undrawn: true,
    }),
    toGo("os.environ.get($k)", "@lookupEnvironment($k)", k, [{ k: "'NO_SUCH_NAME'" }], { undrawn: true }),
    toGo("os.getenv($k)", "@lookupEnvironment($k)", k, [{ k: "'NO_SUCH_NAME'" }], { undrawn: true }),
    toGo("os.getenv($k, $d)", "@environment($k, $d)", { ...k, d: "str" }, [{ k: "'NO_SUCH_NAME'", d: "'x'" }], {
      undrawn: true,
    }),
    toGo("os.environ[$k]", "@requireEnvironment($k)", k, [{ k: "'NO_SUCH_NAME'" }], {
      fails: ["KeyError"],
      message: "@reprString($k)",
      undrawn: true,
    }),
    toGo("os.environ.setdefault($k, $v)", "@defaultEnvironment($k, $v)", { ...k, v: "str" }),
    toPython("os.environ.get($k, '')", "os.Getenv($k)", k, [{ k: "'NO_SUCH_NAME'" }], { undrawn: true }),
    toPython("os.environ.update({$k: $v})", "os.Setenv($k, $v)", { ...k, v: "str", ...none }, [], fails),
    toPython("os.environ.pop($k, None)", "os.Unsetenv($k)", { ...k, ...none }, [], fails),
    toPython("@look_up_environment($k)", "os.LookupEnv($k)", k),
    toPython("[f'{name}={value}' for name, value in os.environ.items()]", "os.Environ()"),
    toPython("os.path.expandvars($s)", "os.ExpandEnv($s)", s, [{ s: "'x'" }], { undrawn: true }),
    toGo("os.path.exists($p)", "@fileExists($p)", { p: "str" }, [{ p: "'/no/such/file'" }, { p: "'/'" }]),
    toPython("sys.platform", "runtime.GOOS", {}, [{}], platform),
    toPython("platform.python_version()", "runtime.Version()"),
    toGo("sys.stdin", "@standardInput"),
    toGo("sys.stderr", "os.Stderr"),
    toGo("sys.stdout", "os.Stdout"),
    toPython("threading.active_count()", "runtime.NumGoroutine()"),
    toPython("gc.collect()", "runtime.GC()", none),
    toGo("gc.collect()", "runtime.GC()", none),
    toGo("subprocess.run($a)", "@runProgram($a)", { a: "list[str]", ...none }),
    toGo("subprocess.run($a, check=True)", "@runProgram($a)", { a: "list[str]", ...none }, [], processError),
    toGo("subprocess.check_call($a)", "@runProgram($a)", { a: "list[str]", ...none }, [], processError),
    toGo(
      "subprocess.check_output($a, text=True)",
      "@programOutput($a)",
      { a: "list[str]" },
      [{ a: "['echo', 'x']" }],
      processError,
    ),
    toGo(
      "subprocess.check_output($a)",
      "exec.Command($a[0], $a[1:]...).Output()",
      { a: "list[str]" },
      [{ a: "['echo', 'x']" }],
      processError,
    ),
    ...["check_output($a, universal_newlines=True)", "run($a, capture_output=True, text=True, check=True).stdout"].map(
      (call) =>
        toGo(`subprocess.${call}`, "@programOutput($a)", { a: "list[str]" }, [{ a: "['echo', 'x']" }], processError),
    ),
    toGo("subprocess.run($a, capture_output=True, text=True)", "@completed($a)", { a: "list[str]" }),
    toGo("subprocess.run($a, capture_output=True, text=True, check=False)", "@completed($a)", { a: "list[str]" }),
    toGo("subprocess.run($a, input=$i, capture_output=True, text=True)", "@completedWith($a, $i)", {
      a: "list[str]",
      i: "str",
    }),
    ...["stdout", "stderr"].map((name) => toGo(`$c.${name}`, `$c.${name}`, { c: "subprocess.CompletedProcess" })),
    toGo("$c.returncode", "$c.code", { c: "subprocess.CompletedProcess" }),
    toPython("subprocess.run([$a...], check=True)", "exec.Command($a...).Run()", none, [], processError),
    toPython("subprocess.check_output([$a...])", "exec.Command($a...).Output()", { result: "bytes" }, [], processError),
    toPython("@program_path($s)", "exec.LookPath($s)", s, [], fails),
  ],
  types: [{ python: "subprocess.CompletedProcess", go: ".completedProgram", only: "python-to-go" }],
  programs: [
    {
      title: "Running a program",
      python: `import subprocess\nimport sys\n\n\ndef show(words: list[str]) -> None:\n    done = subprocess.run(["echo", *words], capture_output=True, text=True)\n    print(done.returncode, done.stdout.strip())\n\n\nshow(["a", "b"])\nif len(sys.argv) > 5:\n    sys.exit("too many")\nsys.stdout.write("done\\n")\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"os"\n\t"os/exec"\n\t"strings"\n)\n\nfunc show(words []string) {\n\tout, err := exec.Command("echo", words...).Output()\n\tif err != nil {\n\t\treturn\n\t}\n\tfmt.Println(0, strings.TrimSpace(string(out)))\n}\n\nfunc main() {\n\tshow([]string{"a", "b"})\n\tif len(os.Args) > 5 {\n\t\tos.Exit(1)\n\t}\n\tfmt.Println("done")\n}\n`,
      from: ["python"],
    },
  ],
});
