import argparse
from pathlib import Path


def positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{value} is not positive")
    return value


def show_tags(args: argparse.Namespace) -> int:
    print("tags", ",".join(args.tags), args.sort, args.limit)
    return len(args.tags)


def add_entry(args: argparse.Namespace) -> int:
    print("add", args.title, args.amount, args.path, args.note)
    return args.amount


def run(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Keeps entries.")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    commands = parser.add_subparsers(dest="command", required=True)
    # What there is.
    tags = commands.add_parser("tags", help="show the tags")
    tags.add_argument("tags", nargs="*")
    tags.add_argument("--sort", action="store_true")
    tags.add_argument("--limit", type=positive)
    tags.set_defaults(func=show_tags)
    # What is new.
    add = commands.add_parser("add")
    add.add_argument("title")
    add.add_argument("amount", type=int)
    add.add_argument("path", type=Path)
    add.add_argument("--note", default="none")
    add.set_defaults(func=add_entry)
    args = parser.parse_args(argv)
    if args.quiet and args.verbose:
        parser.error("either quiet or verbose")
    if args.verbose > 5:
        parser.print_help()
    print(args.command, args.verbose, args.format)
    return args.func(args)


def copy(argv: list[str]) -> None:
    parts = argv[:1]
    print(parts)


def main() -> None:
    print(run(["-vv", "tags", "b", "a", "--limit=3", "--sort"]))
    print(run(["--format", "json", "-v", "add", "lunch", "12", "food/x.txt", "--note", "two of us"]))
    print(run(["--quiet", "tags"]))
    copy(["a"])


main()
