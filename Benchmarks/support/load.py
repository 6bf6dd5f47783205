"""Load on a server: what wrk says of it."""
import re, subprocess, sys
from machine import pinned, program


class Load:
    """A run of wrk; any failure ends the measurement."""

    def __init__(self, port, target, seconds, connections=64, script=None, arguments=(), core="1"):
        command = [program("wrk"), "-t1", f"-c{connections}", f"-d{seconds}", "--latency"]
        command += ["-s", script] if script else []
        command += [f"http://127.0.0.1:{port}{target}"] + (["--", *map(str, arguments)] if arguments else [])
        result = subprocess.run(pinned(core, command), check=True, capture_output=True, text=True)
        if "Non-2xx" in result.stdout or "Socket errors" in result.stdout or result.stderr:
            sys.exit(result.stdout + result.stderr[:2000])
        waits = {share: float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
                 for share, value, unit in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s)", result.stdout)}
        count, seconds = re.search(r"(\d+) requests in ([\d.]+)s", result.stdout).groups()
        self.count = int(count)
        """Answers."""
        self.rate = self.count / float(seconds)
        """Answers a second."""
        self.median, self.tail = waits["50"], waits["99"]
        """The waits of 50 and 99 of 100, in milliseconds."""

    def __str__(self):
        return f"{self.rate:9.0f}/s  p50 {self.median:.3f} ms  p99 {self.tail:.3f} ms"
