def port_of(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 8080
