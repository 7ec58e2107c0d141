def count_lines(path: str) -> int:
    with open(path) as file:
        count = 0
        for line in file:
            if line.strip():
                count += 1
        return count
