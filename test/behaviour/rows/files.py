import os
import shutil
import tempfile


def reading(path: str) -> None:
    with open(path) as file:
        print(file.read())
    with open(path, encoding="utf-8") as file:
        print(file.read())
    with open(path, encoding="utf-8", newline="") as file:
        print(file.read())
    with open(path, newline="") as file:
        print(file.read())
    with open(path, "r") as file:
        print(file.read())
    with open(path, "r", encoding="utf-8") as file:
        print(file.read())
    with open(path, "r", encoding="utf-8", newline="") as file:
        print(file.read())
    with open(path, "r", newline="") as file:
        print(file.read())
    with open(path, mode="rt") as file:
        print(file.read())
    with open(path, mode="rt", encoding="utf-8") as file:
        print(file.read())
    with open(path, mode="rt", encoding="utf-8", newline="") as file:
        print(file.read())
    with open(path, mode="rt", newline="") as file:
        print(file.read())


def writing_w(path: str, n: int) -> None:
    with open(path + "0", "w") as file:
        file.write(f"w{n} é\n")
    with open(path + "1", "w", encoding="utf-8") as file:
        file.write(f"w{n} é\n")
    with open(path + "2", "w", encoding="utf-8", newline="") as file:
        file.write(f"w{n} é\n")
    with open(path + "3", "w", newline="") as file:
        file.write(f"w{n} é\n")


def writing_wt(path: str, n: int) -> None:
    with open(path + "0", "wt") as file:
        file.write(f"wt{n} é\n")
    with open(path + "1", "wt", encoding="utf-8") as file:
        file.write(f"wt{n} é\n")
    with open(path + "2", "wt", encoding="utf-8", newline="") as file:
        file.write(f"wt{n} é\n")
    with open(path + "3", "wt", newline="") as file:
        file.write(f"wt{n} é\n")


def writing_a(path: str, n: int) -> None:
    with open(path + "0", "a") as file:
        file.write(f"a{n} é\n")
    with open(path + "1", "a", encoding="utf-8") as file:
        file.write(f"a{n} é\n")
    with open(path + "2", "a", encoding="utf-8", newline="") as file:
        file.write(f"a{n} é\n")
    with open(path + "3", "a", newline="") as file:
        file.write(f"a{n} é\n")


def writing_x(path: str, n: int) -> None:
    with open(path + "0", "x") as file:
        file.write(f"x{n} é\n")
    with open(path + "1", "x", encoding="utf-8") as file:
        file.write(f"x{n} é\n")
    with open(path + "2", "x", encoding="utf-8", newline="") as file:
        file.write(f"x{n} é\n")
    with open(path + "3", "x", newline="") as file:
        file.write(f"x{n} é\n")


def contents(folder: str) -> None:
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            with open(path) as file:
                print(name, file.readlines())


def lines(path: str) -> None:
    file = open(path, "w")
    file.writelines(["one\n", "two\n", "three"])
    file.flush()
    print(file.name == path)
    file.close()
    with open(path) as again:
        print(again.readlines())
    os.truncate(path, 5)
    with open(path) as again:
        print(again.read().splitlines())


def changes(folder: str) -> None:
    first, second = os.path.join(folder, "first"), os.path.join(folder, "second")
    with open(first, "w") as file:
        file.write("text")
    os.rename(first, second)
    os.replace(second, first)
    shutil.move(first, second)
    shutil.copy(second, first)
    shutil.copyfile(second, os.path.join(folder, "third"))
    shutil.copy2(second, os.path.join(folder, "fourth"))
    os.symlink(first, os.path.join(folder, "link"))
    os.link(first, os.path.join(folder, "hard"))
    print(os.readlink(os.path.join(folder, "link")) == first)
    os.chmod(first, 0o600)
    os.unlink(os.path.join(folder, "third"))
    os.remove(os.path.join(folder, "fourth"))
    print(sorted(os.listdir(folder)))
    os.makedirs(os.path.join(folder, "a", "b"))
    os.makedirs(os.path.join(folder, "a"), exist_ok=True)
    shutil.copy(first, os.path.join(folder, "a"))
    shutil.copytree(os.path.join(folder, "a"), os.path.join(folder, "c"))
    print(sorted(os.listdir(os.path.join(folder, "c"))))
    shutil.rmtree(os.path.join(folder, "a"))
    os.rmdir(os.path.join(folder, "c", "b"))
    before = os.getcwd()
    os.chdir(folder)
    print(sorted(os.listdir()), os.path.basename(os.getcwd()) == os.path.basename(folder))
    os.chdir(before)


def failures(folder: str) -> None:
    missing = os.path.join(folder, "missing", "x")
    try:
        os.remove(missing)
    except FileNotFoundError:
        print("nothing to remove")
    try:
        os.makedirs(folder)
    except FileExistsError:
        print("exists")
    try:
        os.rename(missing, folder)
    except FileNotFoundError:
        print("nothing to rename")
    try:
        with open(folder + "/new", "x") as file:
            file.write("1")
        with open(folder + "/new", "x") as file:
            file.write("2")
    except FileExistsError:
        print("exists already")
    try:
        shutil.copyfile(missing, folder + "/copy")
    except FileNotFoundError:
        print("nothing to copy")
    try:
        os.listdir(missing)
    except OSError:
        print("no folder")


folder = tempfile.mkdtemp()
print(os.path.basename(tempfile.mkdtemp(prefix="rows"))[:4])
path = os.path.join(folder, "greeting")
with open(path, "w", encoding="utf-8") as out:
    out.write("héllo\nwörld\n")
reading(path)
writing_w(os.path.join(folder, "w"), 1)
writing_w(os.path.join(folder, "w"), 2)
writing_wt(os.path.join(folder, "wt"), 1)
writing_a(os.path.join(folder, "a"), 1)
writing_a(os.path.join(folder, "a"), 2)
writing_x(os.path.join(folder, "x"), 1)
contents(folder)
lines(path)
shutil.rmtree(folder)
os.mkdir(folder)
changes(folder)
failures(folder)
shutil.rmtree(folder)
print(os.path.exists(folder))
