import tempfile
import os


def rows(names):
    for name in names:
        try:
            print("open", name)
            if name == "skip":
                continue
            if name == "stop":
                return
            for n in range(2):
                yield f"{name}{n}"
        finally:
            print("close", name)


def parse(lines):
    for line in lines:
        try:
            yield int(line)
        except ValueError:
            print("bad", line)


def safe(lines):
    for line in lines:
        try:
            value = int(line)
        except ValueError:
            yield -1
        else:
            yield value


class Res:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *args):
        print("exit")


def held(n):
    for i in range(n):
        with Res():
            yield i


def read_lines(path):
    with open(path) as f:
        for line in f:
            yield line.strip()


def strict(values):
    for v in values:
        with Res():
            if v < 0:
                raise ValueError(f"negative {v}")
            yield v


print(list(rows(["a", "skip", "b", "stop", "c"])))
for r in rows(["x", "y"]):
    print(r)
    if r == "x1":
        break
print(list(parse(["1", "x", "2"])), list(safe(["3", "z"])))
for h in held(3):
    if h == 1:
        break
print(list(held(2)))
path = os.path.join(tempfile.mkdtemp(), "f.txt")
with open(path, "w") as f:
    f.write("one\ntwo\n")
print(list(read_lines(path)))
try:
    for v in strict([1, -2, 3]):
        print(v)
except ValueError as e:
    print(e)
