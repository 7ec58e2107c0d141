import argparse


def main() -> None:
    parser = argparse.ArgumentParser(prog="fetch", description="Fetches pages.")
    parser.add_argument("url")
    parser.add_argument("others", nargs="*", help="more of them")
    parser.add_argument("--workers", "-w", type=int, default=4)
    parser.add_argument("--ratio", type=float, default=0.5)
    parser.add_argument("--port", type=int, choices=[80, 443], required=True)
    parser.add_argument("--header", "-H", action="append", default=[])
    parser.add_argument("--size", type=int, action="append")
    parser.add_argument("--user")
    parser.add_argument("--no-cache", action="store_false", dest="cache")
    parser.add_argument("--mode", action="store_const", const="fast", default="safe")
    parser.add_argument("--version", action="version", version="fetch 1.0")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true")
    group.add_argument("--table", action="store_true")
    args = parser.parse_args(
        ["http://x", "--port=443", "-w8", "-H", "a: 1", "-Hb:2", "--size", "3", "--no-cache", "--json"]
    )
    print(args.url, args.others, args.workers, args.ratio, args.port)
    print(args.header, args.size, args.user, args.cache, args.mode, args.json, args.table)


if __name__ == "__main__":
    main()
