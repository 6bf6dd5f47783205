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
import argparse, http.client, os, shutil, statistics, subprocess, sys, tempfile, threading, time
from service import HERE, PACKAGE, Service, await_port, get, pinned, processor_seconds, steal, wrk

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--seconds", type=int, default=3)
parser.add_argument("--deals", type=int, default=40_000)
parser.add_argument("--writes", type=int, default=100, help="articles a second that are posted meanwhile")
parser.add_argument("--binary", default=os.path.join(PACKAGE, ".build/release/dealtracker"))
parser.add_argument("--skip-datasette", action="store_true")
options = parser.parse_args()
OURS, NGINX, PEER, DATASETTE = 18090, 18091, 18092, 18093
ONE, PARTIES = "/deals?party=Party%20919&limit=20", os.path.join(HERE, "parties.lua")


def nginx_configuration(folder, body):
    os.makedirs(f"{folder}/files")
    with open(f"{folder}/files/deals", "wb") as file:
        file.write(body)
    path = f"{folder}/nginx.conf"
    with open(path, "w") as file:
        file.write(
            f"worker_processes 1; daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\n"
            "events { worker_connections 1024; }\n"
            "http { access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000;\n"
            f"  default_type application/json; server {{ listen 127.0.0.1:{NGINX}; root {folder}/files; }} }}\n")
    return path


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


def compare(name, servers, target, script=None, articles=None):
    """Alternating rounds of two servers; the ratio of their median rates."""
    rates = {server: [] for server, _, _ in servers}
    for number in range(options.rounds):
        for server, port, pid in servers:
            writer = Writer(articles) if articles else None
            if writer:
                writer.start()
            stolen, used = steal(), processor_seconds(pid)
            rate, median, tail = wrk(port, target, options.seconds, script=script)
            used, stolen = processor_seconds(pid) - used, [b - a for a, b in zip(stolen, steal())]
            if writer:
                writer.over.set()
                writer.join()
            rates[server].append(rate)
            print(f"{name:9} round {number + 1} {server:9} {rate:9.0f}/s  p50 {median:.2f} ms  p99 {tail:.2f} ms  "
                  f"{used / options.seconds * 100:.0f} % of a core  steal {100 * stolen[0] / max(1, stolen[1]):.1f} %"
                  + (f"  {writer.rate:.0f} articles/s" if writer else ""), flush=True)
            time.sleep(0.5)
    medians = [statistics.median(rates[server]) for server, _, _ in servers]
    print(f"{name:9} median {servers[0][0]} {medians[0]:.0f}/s, {servers[1][0]} {medians[1]:.0f}/s, "
          f"ratio {medians[0] / medians[1]:.2f}", flush=True)
    return medians[0] / medians[1]


def datasette(folder, file):
    """The same rows by a stored query of Datasette, from a copy of the file: requests a second."""
    python = os.path.join(PACKAGE, ".build/python/bin")
    if not os.path.exists(f"{python}/datasette"):
        print("datasette is not installed: scripts/python-tool datasette")
        return
    copy = f"{folder}/copy.db"
    subprocess.run([options.binary, "backup", "--database", file, copy], check=True)
    with open(f"{folder}/metadata.yaml", "w") as text:
        text.write(
            "databases:\n  copy:\n    queries:\n      deals:\n        sql: |-\n"
            "          SELECT wire FROM list_row JOIN company_name ON company_name.key = :party\n"
            "          WHERE slot BETWEEN company_no << 43 AND (company_no << 43) + 8796093022207\n"
            "          ORDER BY slot DESC LIMIT 20\n")
    process = subprocess.Popen(
        pinned("0", [f"{python}/datasette", "serve", "-i", copy, "-m", f"{folder}/metadata.yaml", "-p", str(DATASETTE)]),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_port(DATASETTE)
        target = "/copy/deals.json?party=party+919&_shape=arrays"
        for connections in (8, 64):
            rate, median, tail = wrk(DATASETTE, target, options.seconds, connections=connections)
            print(f"datasette {connections} connections {rate:.0f}/s  p50 {median:.1f} ms  p99 {tail:.1f} ms", flush=True)
    finally:
        process.terminate()
        process.wait()


def main():
    for tool in ("wrk", "cc", "taskset"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed")
    lines = subprocess.Popen(
        [sys.executable, os.path.join(PACKAGE, "Benchmarks/ingest/articles.py"), "1000000"], stdout=subprocess.PIPE)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        subprocess.run(["cc", "-O2", os.path.join(HERE, "peer.c"), "-o", f"{folder}/peer", "-lsqlite3"], check=True)
        file = f"{folder}/deals.sqlite"
        ours = Service(options.binary, file, OURS)
        processes = [ours.process]
        try:
            rate = ours.fill(options.deals, 1000, 1000)
            body = get(OURS, ONE)
            print(f"{options.deals} deals added at {rate:.0f}/s; answers of {len(body)} bytes", flush=True)
            for command in ([f"{folder}/peer", str(PEER), file],
                            [shutil.which("nginx") or "/usr/sbin/nginx", "-c", nginx_configuration(folder, body)]):
                processes.append(subprocess.Popen(pinned("0", command), stderr=subprocess.DEVNULL))
            await_port(NGINX), await_port(PEER)
            for number in range(0, 1000, 37):
                target = f"/deals?party=Party%20{number}&limit=20"
                if get(OURS, target) != get(PEER, target):
                    sys.exit(f"the peer answers {target} with other bytes")
            repeated = compare(
                "repeated", [("ours", OURS, ours.process.pid), ("nginx", NGINX, processes[2].pid)], ONE)
            parties = compare(
                "parties", [("ours", OURS, ours.process.pid), ("peer.c", PEER, processes[1].pid)], "/", PARTIES, lines.stdout)
            if not options.skip_datasette:
                datasette(folder, file)
        finally:
            lines.kill()
            for process in reversed(processes):
                process.terminate()
                process.wait()
    sys.exit(0 if repeated >= 1.0 and parties >= 0.75 else 1)


main()
