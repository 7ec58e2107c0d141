"""Reads settings from text in sections, with defaults and checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TEXT = """
# the public server
[server]
host = shop.example.com
port = 8443
debug = no

[limits]
requests = 100
timeout = 2.5
"""


class SettingsError(Exception):
    """The text is not well-formed, or a value is not what it should be."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line


@dataclass(frozen=True)
class Setting:
    line: int
    name: str
    value: str


def settings(text: str) -> Iterator[Setting]:
    """Yields the settings, each named by its section and its own name."""
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            continue
        name, separator, value = line.partition("=")
        if not separator:
            raise SettingsError(number, f"expected name = value, found {line!r}")
        yield Setting(number, f"{section}.{name.strip()}", value.strip())


def as_bool(setting: Setting) -> bool:
    value = setting.value.lower()
    if value in ("yes", "true", "on"):
        return True
    if value in ("no", "false", "off"):
        return False
    raise SettingsError(setting.line, f"{setting.name} is yes or no, not {setting.value}")


def as_int(setting: Setting) -> int:
    try:
        return int(setting.value)
    except ValueError:
        raise SettingsError(setting.line, f"{setting.name} must be a number") from None


def load(text: str) -> dict[str, Setting]:
    return {setting.name: setting for setting in settings(text)}


def main() -> None:
    loaded = load(TEXT)
    for name in sorted(loaded):
        setting = loaded[name]
        print(f"{setting.line:>3} {name} = {setting.value}")
    port = as_int(loaded["server.port"])
    print("port", port + 1, "debug", as_bool(loaded["server.debug"]))
    print("timeout", float(loaded["limits.timeout"].value) * 2)

    for broken in ["[server]\nport", "[server]\nport = high", "a = 1\nb = maybe"]:
        try:
            for setting in settings(broken):
                if setting.name.endswith("port"):
                    as_int(setting)
                elif setting.name.endswith("b"):
                    as_bool(setting)
        except SettingsError as error:
            print("error:", error)


if __name__ == "__main__":
    main()
