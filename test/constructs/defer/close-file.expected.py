def count_lines(path: str) -> int:
    """Counts the lines of a file that are not blank."""
    with open(path, encoding="utf-8") as file:
        count = 0
        for line in file:
            if line.strip() != "":
                count += 1
        return count
