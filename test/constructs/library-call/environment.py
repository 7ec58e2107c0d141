import os


def address() -> str:
    host = os.environ.get("HOST", "localhost")
    port = os.environ.get("PORT", "8080")
    return f"{host}:{port}"
