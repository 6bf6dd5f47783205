"""The machine that measurements run on, and the processes on it."""
import contextlib, os, shutil, signal, socket, sys, time

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.path.join(PACKAGE, ".build", "release", "dealtracker")

# Whoever ends a measurement ends what it has started as well.
signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))


def program(name):
    """The path of a program; a missing one ends the run."""
    for path in (shutil.which(name), f"/usr/sbin/{name}"):
        if path and os.path.exists(path):
            return path
    sys.exit(f"{name} is not installed")


def pinned(core, command):
    """The command on one core; as it is where `core` is None."""
    return ["taskset", "-c", core, *command] if core is not None else list(command)


def await_port(port):
    for _ in range(1000):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    sys.exit(f"nothing listens on port {port}")


def end(process):
    """Stops a process that was started in a group of its own, with all that it started, and waits for them."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + 30
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
            while time.monotonic() < deadline:
                process.poll()
                os.killpg(process.pid, 0)
                time.sleep(0.02)


class Stolen:
    """How much of the machine its host gives to others, in percent, from now on."""

    def __init__(self):
        self.start = self.ticks()

    @staticmethod
    def ticks():
        with open("/proc/stat") as file:
            values = [int(value) for value in file.readline().split()[1:]]
        return values[7], sum(values[:8])

    def __str__(self):
        stolen, total = (after - before for after, before in zip(self.ticks(), self.start))
        return f"{100 * stolen / max(1, total):.1f} %"


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        values = file.read().rsplit(")", 1)[1].split()
    return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")


def sockets(pid):
    """The open sockets of a process. Its other descriptors are files, and memory that holds repeated contents."""
    folder, count = f"/proc/{pid}/fd", 0
    for name in os.listdir(folder):
        with contextlib.suppress(OSError):
            count += os.readlink(os.path.join(folder, name)).startswith("socket:")
    return count


def resident(pid):
    """Kilobytes."""
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
