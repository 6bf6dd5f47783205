"""The servers that measurements start: the built service on a file, and nginx."""
import contextlib, http.client, os, subprocess, sys, tempfile
from machine import BINARY, await_port, end, pinned, program


class Service:
    """`dealtracker serve` on a file and a port; `prefix` is a command that runs it, such as prlimit, `settings` are variables
    of its environment."""

    def __init__(self, file, port, binary=BINARY, core=None, prefix=(), **settings):
        if not os.path.exists(binary):
            sys.exit("build the service first: make release")
        command = [*prefix, binary, "serve", "--port", str(port), "--database", file]
        environment = dict(os.environ, DEALTRACKER_LOG_LEVEL="error", **settings)
        self.port = port
        self.process = subprocess.Popen(
            pinned(core, command), env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
        await_port(port)

    @classmethod
    def measured(cls, binary, file, port, **settings):
        """With one event loop, on core 0."""
        return cls(file, port, binary, "0", DEALTRACKER_SERVER_LOOPS="1", **settings)

    @property
    def pid(self):
        return self.process.pid

    def stop(self):
        end(self.process)


@contextlib.contextmanager
def dealtracker(port, *prefix):
    """The process of the built service on a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        service = Service(os.path.join(folder, "deals.sqlite"), port, prefix=prefix)
        try:
            yield service.process
        finally:
            service.stop()


@contextlib.contextmanager
def nginx(servers, port, core=None, connections=20000):
    """The one process of nginx with these server blocks, the first of which listens on `port`; it keeps no log, sends files
    by sendfile, and ends a connection after 100,000 requests, as the service does."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "nginx.conf")
        temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in
                             ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(path, "w") as file:
            file.write(
                f"daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
                f"worker_rlimit_nofile {connections + 1000}; events {{ worker_connections {connections}; }}\n"
                "http { access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_timeout 75;\n"
                f"  keepalive_requests 100000; {temporary}\n  {servers} }}\n")
        process = subprocess.Popen(
            pinned(core, [program("nginx"), "-c", path, "-e", f"{folder}/error.log"]), stderr=subprocess.DEVNULL,
            start_new_session=True)
        try:
            await_port(port)
            yield process
        finally:
            end(process)


def serving(port, files):
    """A folder of files by name, and the server block of nginx that serves it."""
    folder = tempfile.TemporaryDirectory()
    os.chmod(folder.name, 0o755)
    for name, content in files.items():
        with open(os.path.join(folder.name, name), "wb") as file:
            file.write(content)
    return folder, f"server {{ listen 127.0.0.1:{port} backlog=1024; root {folder.name}; default_type application/json; }}"


def get(port, target):
    """The body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request("GET", target)
    body = connection.getresponse().read()
    connection.close()
    return body
