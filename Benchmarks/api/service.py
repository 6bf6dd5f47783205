"""What the measurements of the service share: starting it on a file of its own, filling the file, and driving it."""
import http.client, json, os, re, signal, socket, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(os.path.dirname(HERE))


class Service:
    """`dealtracker serve` on a core and a port, with one event loop."""

    def __init__(self, binary, file, port, core="0", loops=1, **settings):
        environment = dict(os.environ, DEALTRACKER_SERVER_LOOPS=str(loops), DEALTRACKER_LOG_LEVEL="error", **settings)
        command = [binary, "serve", "--port", str(port), "--database", file]
        self.port = port
        self.process = subprocess.Popen(pinned(core, command), env=environment)
        await_port(port)

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def fill(self, count, customers, providers, marked=0, core="1"):
        """Adds deals by hand, 64 at a time, as fast as they become durable."""
        command = ["wrk", "-t1", "-c64", "-d3600", "-s", os.path.join(HERE, "fill.lua"), f"http://127.0.0.1:{self.port}",
                   "--", str(count), str(customers), str(providers), str(marked)]
        start = time.monotonic()
        load = subprocess.Popen(pinned(core, command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while load.poll() is None and json.loads(get(self.port, "/deals?limit=1&fields=id"))["count"] < count:
            time.sleep(0.05)
        elapsed = time.monotonic() - start
        load.send_signal(signal.SIGINT)
        errors = load.communicate()[1]
        if errors:
            sys.exit(errors[:2000])
        return count / elapsed


def get(port, target):
    """The body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", target)
    body = connection.getresponse().read()
    connection.close()
    return body


def pinned(core, command):
    return ["taskset", "-c", core] + command if core is not None else command


def await_port(port):
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    sys.exit(f"nothing listens on port {port}")


def steal():
    """Stolen and all ticks of the machine: what its host gave to others."""
    with open("/proc/stat") as file:
        values = [int(value) for value in file.readline().split()[1:]]
    return values[7], sum(values[:8])


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        values = file.read().rsplit(")", 1)[1].split()
    return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")


def wrk(port, target, seconds, connections=64, script=None, core="1"):
    """Requests a second, and the wait of 50 and 99 of 100 in milliseconds; any failure ends the run."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency"]
    command += ["-s", script] if script else []
    output = subprocess.run(
        pinned(core, command + [f"http://127.0.0.1:{port}{target}"]), check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        sys.exit(output)
    waits = {}
    for share, value, unit in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s)", output):
        waits[share] = float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), waits.get("50"), waits.get("99")
