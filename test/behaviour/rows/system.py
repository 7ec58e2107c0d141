import gc
import os
import platform
import socket
import subprocess
import sys


def machine() -> None:
    print(os.getpid() > 0, os.getppid() >= 0, os.getuid() >= 0, os.getgid() >= 0, (os.cpu_count() or 1) > 0)
    count = os.cpu_count()
    print(count is not None and count > 0, len(sys.executable) > 0, len(platform.node()) > 0)
    print(socket.gethostname() == platform.node(), sys.platform, os.name, sys.byteorder, platform.system())
    print(sys.maxsize, sys.getdefaultencoding(), len(sys.argv))
    first, second = object(), object()
    print(first is second, first is first)
    gc.collect()


def names() -> None:
    print(os.environ.setdefault("INTERLINEAR_ROW", "three"), os.environ.setdefault("INTERLINEAR_NEW", "four"))
    print(os.getenv("INTERLINEAR_NEW"), os.environ.get("INTERLINEAR_NONE", "x"), os.environ["INTERLINEAR_NEW"])


def programs() -> None:
    done = subprocess.run(["sh", "-c", "echo out; echo err >&2; exit 3"], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr)
    done = subprocess.run(["echo", "a b"], text=True, capture_output=True)
    print(done.returncode, done.stdout)
    done = subprocess.run(["false"], capture_output=True, text=True, check=False)
    print(done.returncode, done.stdout)
    subprocess.run(["true"])
    subprocess.run(["true"], check=True)
    subprocess.check_call(["true"])
    try:
        subprocess.run(["false"], check=True)
    except subprocess.CalledProcessError:
        print("run failed")
    try:
        subprocess.check_call(["false"])
    except subprocess.CalledProcessError:
        print("call failed")
    try:
        subprocess.check_output(["false"])
    except subprocess.CalledProcessError:
        print("no output")


def streams(quiet: bool) -> None:
    out = sys.stderr if quiet else sys.stdout
    out.write("chosen\n")
    out.flush()
    sys.stdout.write("written\n")
    sys.stderr.write("aside\n")
    print("aside", file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()


machine()
names()
programs()
streams(True)
streams(False)

loud = subprocess.run(["tr", "a-z", "A-Z"], input="shout", capture_output=True, text=True)
print(loud.stdout, loud.returncode)
