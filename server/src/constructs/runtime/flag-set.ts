import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "FlagSet",
  language: "python",
  source: `class FlagSet:
    """Reads options and arguments as Go's package flag does."""

    def __init__(self, name: str, exits: bool) -> None:
        self.name = name
        self.exits = exits
        self.flags: dict[str, tuple[Ref[Any], Any, str]] = {}
        self.given: set[str] = set()
        self.rest: list[str] = []

    def bind(self, ref: Ref[Any], name: str, default: Any, usage: str) -> None:
        """Define an option whose value is stored elsewhere."""
        ref.value = default
        self.flags[name] = (ref, default, usage)

    def define(self, name: str, default: Any, usage: str) -> Ref[Any]:
        """Define an option and give what holds its value."""
        ref: Ref[Any] = Ref(default)
        self.bind(ref, name, default, usage)
        return ref

    def call(self, name: str, usage: str, function: Callable[[str], object], takes: bool = True) -> None:
        """Define an option that calls a function."""
        self.flags[name] = (Ref(function), function if takes else True, usage)

    def usage(self) -> None:
        """Show the options."""
        print(f"Usage of {self.name}:", file=sys.stderr)
        for name, (_, default, usage) in sorted(self.flags.items()):
            print(f"  -{name}\\n    \\t{usage} (default {default})", file=sys.stderr)

    def parse(self, arguments: list[str]) -> None:
        """Read options up to the first other argument."""
        try:
            self.read(list(arguments))
        except ValueError as error:
            if str(error) != "flag: help requested":
                print(error, file=sys.stderr)
            self.usage()
            if self.exits:
                sys.exit(0 if str(error) == "flag: help requested" else 2)
            raise

    def read(self, rest: list[str]) -> None:
        """Read the options one after the other."""
        self.rest = rest
        while rest and len(rest[0]) > 1 and rest[0].startswith("-"):
            word = rest.pop(0)
            if word == "--":
                return
            name, given, text = word.removeprefix("-").removeprefix("-").partition("=")
            if name in ("", "-") or name.startswith("-"):
                raise ValueError(f"bad flag syntax: {word}")
            if name not in self.flags:
                raise ValueError("flag: help requested" if name in ("h", "help") else f"flag provided but not defined: -{name}")
            ref, default, _ = self.flags[name]
            if default is True or default is False:
                text = text if given else "true"
            elif not given:
                if not rest:
                    raise ValueError(f"flag needs an argument: -{name}")
                text = rest.pop(0)
            self.given.add(name)
            if callable(ref.value):
                try:
                    error = ref.value(text)
                except Exception as raised:
                    error = raised
                if error is not None:
                    raise ValueError(f'invalid value "{text}" for flag -{name}: {error}')
            else:
                self.store(ref, default, name, text)

    def store(self, ref: Ref[Any], default: Any, name: str, text: str) -> None:
        """Store the value that a text stands for."""
        try:
            if isinstance(default, bool):
                if text not in "1 t T TRUE true True 0 f F FALSE false False".split():
                    raise ValueError("parse error")
                ref.value = text[0] in "1tT"
            elif isinstance(default, int):
                digits = re.sub(r"^([+-]?0)(?=\\d)", r"\\1o", text)
                ref.value = int(digits, 0)
            elif isinstance(default, datetime.timedelta):
                ref.value = parse_duration(text)
            else:
                ref.value = type(default)(text)
        except ValueError:
            kind, of = ("boolean ", "") if isinstance(default, bool) else ("", "flag ")
            raise ValueError(f'invalid {kind}value "{text}" for {of}-{name}: parse error') from None
`,
  uses: ["Ref", "parse_duration"],
  imports: [
    "import re",
    "import sys",
    "from collections.abc import Callable",
    "import datetime",
    "from typing import Any",
  ],
});
