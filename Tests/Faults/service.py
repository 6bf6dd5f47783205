"""The service as the fault tests drive it: started on a file, asked over HTTP, never hung on."""
import http.client, json, os, re, signal, sqlite3, subprocess, tempfile, threading, time


class Service:
    """`dealtracker serve` on a free port; `prefix` is what runs it (strace, say), `user` who."""

    def __init__(self, binary, file, prefix=(), user=None, wait=20):
        self.log = tempfile.NamedTemporaryFile("w+", suffix=".log")
        self.process = subprocess.Popen(
            [*prefix, binary, "serve", "--port", "0", "--database", file], stdout=subprocess.DEVNULL, stderr=self.log,
            start_new_session=True, preexec_fn=(lambda: os.setuid(user)) if user else None)
        self.port = None
        end = time.monotonic() + wait
        while self.port is None and time.monotonic() < end and self.process.poll() is None:
            found = re.search(r"address=[0-9.]+:(\d+)", self.text())
            self.port = int(found.group(1)) if found else None
            time.sleep(0.01)

    def text(self):
        with open(self.log.name) as file:
            return file.read()

    @property
    def runs(self):
        return self.port is not None and self.process.poll() is None

    def ask(self, method, target, body=None, kind="text/plain", timeout=30):
        """Status, fields and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, target, body, {"content-type": kind} if body is not None else {})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def post(self, number):
        """Posts an article of its own; its status, fields and id."""
        status, fields, body = self.ask("POST", "/articles", article(number))
        return status, fields, json.loads(body).get("id") if status < 300 else None

    def stop(self, how=signal.SIGTERM):
        """Ends it; its exit code, negative for a signal."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, how)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise AssertionError("the service did not stop")


class Load(threading.Thread):
    """Posts articles until it is told to stop; what was acknowledged, with the moment."""

    def __init__(self, service, first):
        super().__init__(daemon=True)
        self.service, self.number, self.over, self.acknowledged, self.others = service, first, threading.Event(), [], []

    def run(self):
        while not self.over.is_set():
            status, _, name = self.service.post(self.number)
            (self.acknowledged if status == 201 else self.others).append((time.monotonic(), name, status))
            self.number += 1


def article(number):
    """A text that tells of a deal, different for each number."""
    return (f"Orion Labs signs contract with Oracle, notice {number}\n\nOrion Labs has signed a ${100 + number} million "
            f"contract with Oracle for cloud computing capacity. Reference {number}. " + "The site is in Texas. " * 40).encode()


def check(file):
    """What SQLite's own checks say of a file; `ok` for a sound one."""
    database = sqlite3.connect(file)
    try:
        return database.execute("PRAGMA integrity_check").fetchone()[0], len(database.execute("PRAGMA foreign_key_check").fetchall())
    finally:
        database.close()


def articles(file):
    """The ids of the articles in a file."""
    database = sqlite3.connect(file)
    try:
        return {row[0] for row in database.execute("SELECT id FROM article")}
    finally:
        database.close()
