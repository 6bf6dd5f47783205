#!/usr/bin/env python3
"""Measures our HTTP server beside nginx: the same bytes, one loop against one worker, alternating rounds.

    Benchmarks/http/run.py [--rounds N] [--seconds S] [--only NAME,…]

Server on core 0, load on core 1. Prints each round's rates and the machine's steal, then medians and the ratio. New
connections are compared by the processor time that they take: it is ab that is busy all the time, not the servers. Needs
nginx, wrk and ab (apache2-utils). Exit status 1 when a ratio is below 1.0.
"""
import argparse, os, re, resource, socket, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../support"))
from load import Load  # noqa: E402
from machine import Stolen, await_port, end, pinned, processor_seconds, program, resident  # noqa: E402
from servers import nginx, serving  # noqa: E402

OURS, NGINX = 18080, 18081
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--seconds", type=int, default=3)
parser.add_argument("--connections", type=int, default=64)
parser.add_argument("--idle", type=int, default=10000)
parser.add_argument("--file-cache", action="store_true", help="let nginx keep its files open (open_file_cache), which it does not by default")
parser.add_argument("--only", default="1k,20k,connect,idle", help="which of 1k, 20k, connect, idle")
parser.add_argument("--only-build", action="store_true", help="build the server and stop")
options = parser.parse_args()


def build():
    """Builds the little server of this folder in release and returns the binary."""
    scratch = os.path.join(HERE, "Server", ".build")
    command = ["swift", "build", "-c", "release", "--package-path", os.path.join(HERE, "Server"), "--scratch-path", scratch]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return os.path.join(scratch, "release", "bench-server")


def throughput(port, path):
    """Requests per second and in all."""
    load = Load(port, f"/{path}", options.seconds, options.connections)
    return load.rate, load.count


def connections(port, _):
    """The same, with a connection for each request."""
    count = 8000 * options.seconds
    command = [program("ab"), "-q", "-n", str(count), "-c", "32", f"http://127.0.0.1:{port}/1k"]
    output = subprocess.run(pinned("1", command), check=True, capture_output=True, text=True).stdout
    if not re.search(r"Failed requests:\s+0\b", output):
        sys.exit(output)
    return float(re.search(r"Requests per second:\s+([\d.]+)", output).group(1)), count


def idle_memory(pid, port):
    """Kilobytes that the idle connections add, each of which has had one answer."""
    before, held = resident(pid), []
    for index in range(options.idle):
        connection = socket.socket()
        connection.bind((f"127.0.0.{1 + index // 20000}", 0))
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /1k HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection.recv(4096)
        held.append(connection)
    added = resident(pid) - before
    for connection in held:
        connection.close()
    return added


def compare(name, servers, measure):
    """Alternating rounds; the ratio of the median rates. The processor time per request is steadier than a rate on a
    machine that others use."""
    rates, costs = {server: [] for server in servers}, {server: [] for server in servers}
    for number in range(options.rounds):
        for server, (port, pid) in servers.items():
            stolen, used = Stolen(), processor_seconds(pid)
            rate, count = measure(port, name)
            rates[server].append(rate)
            costs[server].append((processor_seconds(pid) - used) / count * 1e6)
            print(f"{name:8} round {number + 1} {server:5} {rate:10.0f}/s  {costs[server][-1]:5.2f} us of processor each"
                  f"  steal {stolen}", flush=True)
            time.sleep(0.5)
    ours, other = (statistics.median(rates[server]) for server in ("ours", "nginx"))
    cost = statistics.median(costs["nginx"]) / statistics.median(costs["ours"])
    print(f"{name:8} median ours {ours:.0f}/s, nginx {other:.0f}/s, ratio {ours / other:.2f};"
          f" by processor time {cost:.2f}", flush=True)
    return cost if measure is connections else ours / other


def measured(servers):
    """The ratios of what was asked for."""
    wanted, ratios = options.only.split(","), []
    for name, measure in (("1k", throughput), ("20k", throughput), ("connect", connections)):
        if name in wanted:
            ratios.append(compare(name, servers, measure))
    if "idle" in wanted:
        for name, (port, pid) in servers.items():
            added = idle_memory(pid, port)
            print(f"idle     {name:5} {options.idle} connections add {added} KB, {1024 * added / options.idle:.0f} bytes each")
    return ratios


def main():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 30000), hard))
    binary = build()
    if options.only_build:
        return
    folder, block = serving(NGINX, {"1k": b"x" * 1024, "20k": b"x" * 20480})
    cache = "open_file_cache max=10; " if options.file_cache else ""
    with folder, nginx(cache + block, NGINX, "0") as other:
        ours = subprocess.Popen(pinned("0", [binary, str(OURS)]), start_new_session=True)
        try:
            await_port(OURS)
            ratios = measured({"ours": (OURS, ours.pid), "nginx": (NGINX, other.pid)})
        finally:
            end(ours)
    sys.exit(1 if any(ratio < 1 for ratio in ratios) else 0)


main()
