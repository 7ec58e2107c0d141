def status_text(code: int) -> str:
    if code < 300:
        return "ok"
    elif code == 404:
        return "not found"
    elif code >= 500:
        return "server error"
    else:
        return "client error"
