from urllib.parse import parse_qs, urlparse, urlsplit


def show(url: str) -> None:
    whole = urlparse(url)
    print(whole.scheme, whole.netloc, whole.path, whole.query, whole.fragment, whole.geturl())
    split = urlsplit(url)
    print(split.scheme, split.netloc, split.path, split.query, split.fragment, split.geturl())


def query(text: str) -> None:
    found = parse_qs(text)
    for name in sorted(found):
        print(name, found[name])


show("https://example.org:80/a%20b/c?x=1&y=a+b#top")
show("/only/path")
query("a=1&b=x+y&a=%C3%A9")
query("")
