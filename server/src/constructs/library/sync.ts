import { defineLibrary, toPython, type LibraryRow } from "../../lowering/library/row.ts";

const numbers = ["Int32", "Int64", "Uint32", "Uint64"];

/** The types of package sync/atomic, and the functions that do the same to a variable. */
const atomics: readonly LibraryRow[] = [...numbers, "Bool", "Value", "Pointer"].flatMap((name) => {
  const a = { a: `atomic.${name}` };
  return [
    ...(numbers.includes(name) ? [toPython("$a.add($d)", "$a.Add($d)", a)] : []),
    toPython("$a.value", "$a.Load()", a),
    toPython("$a.store($v)", "$a.Store($v)", a),
    toPython("$a.swap($v)", "$a.Swap($v)", a),
    toPython("$a.compare_and_swap($o, $v)", "$a.CompareAndSwap($o, $v)", a),
  ];
});
const functions: readonly LibraryRow[] = numbers.flatMap((name) => [
  toPython("@add_to($p, $d)", `atomic.Add${name}($p, $d)`),
  toPython("$x", `atomic.Load${name}(&$x)`),
  toPython("$p.value", `atomic.Load${name}($p)`),
  toPython("@store_in($p, $v)", `atomic.Store${name}($p, $v)`),
  toPython("@compare_and_store($p, $o, $v)", `atomic.CompareAndSwap${name}($p, $o, $v)`),
]);

const m = { m: "sync.Map" };
const once = {
  code: "once-panics",
  severity: "note",
  message: "Go keeps the panic of a function that fails and raises it each time; Python calls the function again.",
} as const;

export default defineLibrary({
  id: "sync",
  title: "Shared state: functools.cache, dict / packages sync, sync/atomic, errgroup and semaphore",
  rows: [
    toPython("functools.cache($f)", "sync.OnceFunc($f)", {}, [], { caveats: [once] }),
    toPython("functools.cache($f)", "sync.OnceValue($f)", {}, [], { caveats: [once] }),
    toPython("functools.cache($f)", "sync.OnceValues($f)", {}, [], { caveats: [once] }),
    toPython("$m.update({$k: $v})", "$m.Store($k, $v)", m),
    toPython("($m.get($k), $k in $m)", "$m.Load($k)", m),
    toPython("@load_or_store($m, $k, $v)", "$m.LoadOrStore($k, $v)", m),
    toPython("($k in $m, $m.pop($k, None))[::-1]", "$m.LoadAndDelete($k)", m),
    toPython("$m.pop($k, None)", "$m.Delete($k)", { ...m, result: "None" }),
    toPython("$m.clear()", "$m.Clear()", m),
    toPython("all($f(key, value) for key, value in list($m.items()))", "$m.Range($f)", { ...m, result: "None" }),
    toPython("$p.get()", "$p.Get()", { p: "sync.Pool" }),
    toPython("$p.put($x)", "$p.Put($x)", { p: "sync.Pool" }),
    toPython("@Condition($l)", "sync.NewCond($l)"),
    toPython("$c.lock", "$c.L", { c: "sync.Cond" }),
    ...atomics,
    ...functions,
    toPython("@grouped($c)", "errgroup.WithContext($c)"),
    toPython("$g.set_limit($n)", "$g.SetLimit($n)", { g: "errgroup.Group" }),
    toPython("@Weighted($n)", "semaphore.NewWeighted($n)"),
    toPython("$s.release($n)", "$s.Release($n)", { s: "semaphore.Weighted" }),
    toPython("$s.try_acquire($n)", "$s.TryAcquire($n)", { s: "semaphore.Weighted" }),
    toPython("@Ticker($d)", "time.NewTicker($d)"),
    toPython("@Ticker($d).channel", "time.Tick($d)"),
    toPython("$t.channel", "$t.C", { t: "time.Ticker" }),
    toPython("$t.stop()", "$t.Stop()", { t: "time.Ticker" }),
    toPython("$t.reset($d)", "$t.Reset($d)", { t: "time.Ticker" }),
    toPython("@Timer($d)", "time.NewTimer($d)"),
    toPython("@Timer($d, $f)", "time.AfterFunc($d, $f)", {}, [], { starts: ["f"] }),
    toPython("$t.channel", "$t.C", { t: "time.Timer" }),
    toPython("$t.stop()", "$t.Stop()", { t: "time.Timer" }),
    toPython("$t.reset($d)", "$t.Reset($d)", { t: "time.Timer" }),
  ],
  types: [
    ...[...numbers, "Bool", "Value", "Pointer"].map(
      (name) => ({ python: "helper.Atomic", go: `atomic.${name}`, only: "go-to-python" }) as const,
    ),
    { python: "helper.Weighted", go: "semaphore.Weighted", only: "go-to-python" },
    { python: "helper.Ticker", go: "time.Ticker", only: "go-to-python" },
    { python: "helper.Timer", go: "time.Timer", only: "go-to-python" },
  ],
  programs: [],
});
