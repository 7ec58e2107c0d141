import pathlib


def port(path: str) -> int:
    """Reads the port number from a file."""
    try:
        data = list(pathlib.Path(path).read_bytes())
    except Exception as err:
        raise RuntimeError(f"reading {path}: {err}") from err
    try:
        port2 = int(bytes(data).decode())
    except Exception as err:
        raise RuntimeError(f"parsing {path}: {err}") from err
    if port2 < 1 or port2 > 65535:
        raise RuntimeError(f"port {port2} is out of range")
    return port2
