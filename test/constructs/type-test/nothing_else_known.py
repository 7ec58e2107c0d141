def shout(value):
    if isinstance(value, str):
        return value.upper()
    return "none"


def shifted(x):
    if isinstance(x, str):
        x = int(x)
    return x + 1


def flat(items):
    out = []
    for item in items:
        if isinstance(item, list):
            out.extend(flat(item))
        else:
            out.append(item)
    return out
