#!/usr/bin/env python3
"""Measures the service's commonest question beside its peers, in alternating rounds: one loop against one worker.

    Benchmarks/api/run.py [--rounds N] [--seconds S] [--binary FILE] [--writes N] [--skip-datasette]

Server on core 0, load on core 1, 64 connections. 40,000 deals of 1,000 customers.
  repeated   `GET /deals?party=…&limit=20`, one party; nginx serves the same bytes as a static file
  parties    1,000 parties in turn, while articles are posted to the service; peer.c answers with the same bytes from the
             same file, while the same articles are posted to the same service
  datasette  the same rows from the same file by a stored query
Exit status 1 when a ratio is below its bar (1.0 and 0.75). Needs nginx, wrk, cc.
"""
import argparse, contextlib, http.client, os, statistics, subprocess, sys, tempfile, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../support"))
from fill import fill  # noqa: E402
from load import Load  # noqa: E402
from machine import BINARY, PACKAGE, Stolen, await_port, end, pinned, processor_seconds  # noqa: E402
from servers import Service, get, nginx, serving  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--seconds", type=int, default=3)
parser.add_argument("--deals", type=int, default=40_000)
parser.add_argument("--writes", type=int, default=100, help="articles a second that are posted meanwhile")
parser.add_argument("--binary", default=BINARY)
parser.add_argument("--skip-datasette", action="store_true")
options = parser.parse_args()
OURS, NGINX, PEER, DATASETTE = 18090, 18091, 18092, 18093
ONE, PARTIES = "/deals?party=Party%20919&limit=20", os.path.join(HERE, "parties.lua")


class Writer(threading.Thread):
    """Posts articles at an even rate until it is told to stop."""

    def __init__(self, articles):
        super().__init__(daemon=True)
        self.articles, self.over, self.count = articles, threading.Event(), 0

    def run(self):
        os.sched_setaffinity(threading.get_native_id(), {1})
        connection = http.client.HTTPConnection("127.0.0.1", OURS, timeout=10)
        start = time.monotonic()
        while not self.over.is_set():
            connection.request("POST", "/articles", next(self.articles), {"content-type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 201:
                sys.exit(f"an article was answered with {answer.status}")
            self.count += 1
            time.sleep(max(0, start + self.count / options.writes - time.monotonic()))
        self.rate = self.count / (time.monotonic() - start)

    def end(self):
        """Stops; articles a second."""
        self.over.set()
        self.join()
        return self.rate


def compare(name, servers, target, script=None, articles=None):
    """Alternating rounds of two servers; the ratio of their median rates."""
    rates = {server: [] for server in servers}
    for number in range(options.rounds):
        for server, (port, pid) in servers.items():
            writer = Writer(articles) if articles else None
            if writer:
                writer.start()
            stolen, used = Stolen(), processor_seconds(pid)
            load = Load(port, target, options.seconds, script=script)
            used = processor_seconds(pid) - used
            written = f"  {writer.end():.0f} articles/s" if writer else ""
            rates[server].append(load.rate)
            print(f"{name:9} round {number + 1} {server:9} {load}  {used / load.count * 1e6:.1f} us of processor each  "
                  f"steal {stolen}{written}", flush=True)
            time.sleep(0.5)
    ours, other = [statistics.median(rates[server]) for server in servers]
    print(f"{name:9} median {', '.join(f'{server} {statistics.median(rates[server]):.0f}/s' for server in servers)}, "
          f"ratio {ours / other:.2f}", flush=True)
    return ours / other


@contextlib.contextmanager
def running(command, port):
    """A process on core 0 that listens on a port."""
    process = subprocess.Popen(pinned("0", command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        await_port(port)
        yield process
    finally:
        end(process)


def datasette(folder, file):
    """The same rows by a stored query of Datasette, from a copy of the file: requests a second."""
    program = os.path.join(PACKAGE, ".build/python/bin/datasette")
    if not os.path.exists(program):
        sys.exit("datasette is not installed: scripts/python-tool datasette")
    copy = f"{folder}/copy.db"
    subprocess.run([options.binary, "backup", "--database", file, copy], check=True)
    with open(f"{folder}/metadata.yaml", "w") as text:
        text.write(
            "databases:\n  copy:\n    queries:\n      deals:\n        sql: |-\n"
            "          SELECT wire FROM list_row JOIN company_name ON company_name.key = :party\n"
            "          WHERE slot BETWEEN company_no << 43 AND (company_no << 43) + 8796093022207\n"
            "          ORDER BY slot DESC LIMIT 20\n")
    command = [program, "serve", "-i", copy, "-m", f"{folder}/metadata.yaml", "-p", str(DATASETTE)]
    with running(command, DATASETTE):
        target = "/copy/deals.json?party=party+919&_shape=arrays"
        if get(DATASETTE, target).count(b"deal_") < 20:
            sys.exit("datasette answers without the rows")
        for connections in (8, 64):
            print(f"datasette {connections} connections {Load(DATASETTE, target, options.seconds, connections)}", flush=True)


def main():
    articles = subprocess.Popen(
        [sys.executable, os.path.join(PACKAGE, "Benchmarks/ingest/articles.py"), "1000000"], stdout=subprocess.PIPE)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["cc", "-O2", os.path.join(HERE, "peer.c"), "-o", f"{folder}/peer", "-lsqlite3"], check=True)
        file = f"{folder}/deals.sqlite"
        ours = Service.measured(options.binary, file, OURS)
        try:
            rate = fill(OURS, options.deals, 1000, 1000)
            body = get(OURS, ONE)
            print(f"{options.deals} deals added at {rate:.0f}/s; answers of {len(body)} bytes", flush=True)
            files, block = serving(NGINX, {"deals": body})
            with files, nginx(block, NGINX, "0") as static:
                repeated = compare("repeated", {"ours": (OURS, ours.pid), "nginx": (NGINX, static.pid)}, ONE)
            with running([f"{folder}/peer", str(PEER), file], PEER) as peer:
                for number in range(0, 1000, 37):
                    target = f"/deals?party=Party%20{number}&limit=20"
                    if get(OURS, target) != get(PEER, target):
                        sys.exit(f"the peer answers {target} with other bytes")
                parties = compare(
                    "parties", {"ours": (OURS, ours.pid), "peer.c": (PEER, peer.pid)}, "/", PARTIES, articles.stdout)
            if not options.skip_datasette:
                datasette(folder, file)
        finally:
            articles.kill()
            ours.stop()
    sys.exit(0 if repeated >= 1.0 and parties >= 0.75 else 1)


main()
