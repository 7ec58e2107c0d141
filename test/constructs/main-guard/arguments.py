import sys


def main() -> None:
    if len(sys.argv) < 2:
        print("usage: greet NAME", file=sys.stderr)
        sys.exit(2)
    print(f"hello, {sys.argv[1]}")


if __name__ == "__main__":
    main()
