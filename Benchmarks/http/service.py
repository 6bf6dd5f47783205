"""Starts what the checks of this folder need: the built binary on a store of its own, nginx in front of something."""
import contextlib, os, shutil, signal, socket, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.path.join(ROOT, ".build", "release", "dealtracker")


def await_port(port):
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"nothing listens on port {port}")


def end(process):
    """Stops a process that was started here in a group of its own, with all that it started, and waits for them."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + 30
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
            while time.monotonic() < deadline:
                process.poll()
                os.killpg(process.pid, 0)
                time.sleep(0.02)


@contextlib.contextmanager
def dealtracker(port, *prefix):
    """The service on a port; `prefix` is a command that runs it, such as prlimit."""
    if not os.path.exists(BINARY):
        sys.exit("build the service first: make release")
    with tempfile.TemporaryDirectory() as folder:
        command = [*prefix, BINARY, "serve", "--port", str(port), "--database", os.path.join(folder, "deals.sqlite")]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            await_port(port)
            yield process
        finally:
            end(process)


@contextlib.contextmanager
def nginx(servers):
    """nginx with one worker and these server blocks."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    if not os.path.exists(program):
        sys.exit("nginx is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "nginx.conf")
        temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in
                             ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(path, "w") as file:
            file.write(f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log; user root;\n"
                       "events { worker_connections 4096; }\n"
                       f"http {{ access_log off; {temporary} {servers} }}\n")
        process = subprocess.Popen([program, "-c", path, "-e", f"{folder}/error.log"], stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        try:
            yield process
        finally:
            end(process)


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
