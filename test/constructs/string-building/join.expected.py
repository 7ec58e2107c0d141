from io import StringIO


def table(rows: list[list[str]]) -> str:
    b = StringIO()
    for row in rows:
        for i, cell in enumerate(row):
            if i > 0:
                b.write(" | ")
            b.write(cell)
        b.write("\n")
    return b.getvalue()


def main() -> None:
    print(table([["a", "b"], ["c", "d"]]), end="")


if __name__ == "__main__":
    main()
