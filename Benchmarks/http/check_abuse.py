#!/usr/bin/env python3
"""Hurts the built binary: what others ask meanwhile is answered, and afterwards all is as before.

    Benchmarks/http/check_abuse.py [--abuse ABUSE.PY] [--stops N] [--only PART,…]

Parts: `abuse` (idle, silent, slow, resetting and flooding clients, each test of ABUSE.PY), `descriptors` (more connections
than descriptors allow), `stop` (SIGTERM under load, N times), `slow` (slowhttptest with 1,000 connections: heads, bodies,
readers). Exit status 1 when a good request failed, memory or sockets stayed, or a stop lost something.
"""
import argparse, os, re, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
from machine import program, resident, sockets  # noqa: E402
from prober import Prober  # noqa: E402
from servers import dealtracker  # noqa: E402

PORT, PATH, POST = 18310, "/healthz", "/articles?dry_run=true"
TESTS = ["idle=10000", "silent=5000", "slowhead=1000", "slowbody=1000", "slowread", "reset", "resetresp", "churn", "utf8", "bigbody"]
options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
options.add_argument("--abuse", default="../shared/http/abuse.py")
options.add_argument("--stops", type=int, default=20)
options.add_argument("--only", default="abuse,descriptors,stop,slow")
options = options.parse_args()
faults = []


def fault(text):
    faults.append(text)
    print("FAULT", text, flush=True)


def abuse(process, test):
    """What ABUSE.PY says of one test."""
    command = [sys.executable, options.abuse, "127.0.0.1", str(PORT), PATH, "--pid", str(process.pid), "--post-path", POST, test]
    output = subprocess.run(command, capture_output=True, text=True, timeout=300).stdout
    print(output, end="", flush=True)
    return output


def check_probes(test, output):
    failed = re.search(r"(\d+) good requests.* (\d+) failed", output)
    if not failed or int(failed[1]) < 20 or failed[2] != "0":
        fault(f"{test}: good requests failed")
    if "a good GET gets 200" not in output:
        fault(f"{test}: no answer afterwards")


def check_state(test, process, before):
    memory, more = resident(process.pid) - before[0], sockets(process.pid) - before[1]
    print(f"   {test}: {memory} KB and {more} sockets more than before", flush=True)
    if memory > 30 << 10 or more > 0:
        fault(f"{test}: {memory} KB and {more} sockets stayed")


def run_abuse():
    with dealtracker(PORT) as process:
        for test in TESTS:
            before = resident(process.pid), sockets(process.pid)
            check_probes(test, abuse(process, test))
            check_state(test, process, before)


def run_descriptors():
    for limit in (64, 256):
        with dealtracker(PORT, "prlimit", f"--nofile={limit}") as process:
            before = resident(process.pid), sockets(process.pid)
            for _ in range(5):
                output = abuse(process, "fds")
                check_probes(f"fds at {limit}", output)
                busy = re.search(r"CPU while full (\d+) %", output)
                if not busy or int(busy[1]) > 30:
                    fault(f"fds at {limit}: the loop spins")
            check_state(f"fds at {limit}", process, before)


def run_stops():
    answered = 0
    for _ in range(options.stops):
        with dealtracker(PORT) as process:
            output = abuse(process, "graceful=TERM")
        answered += int(re.search(r"(\d+) answered whole", output)[1])
        if not re.search(r"LOST .* 0 \[\]; TORN or reset 0 \[\]", output) or "keep-alive race 0;" not in output:
            fault("graceful stop: " + output.strip().splitlines()[-1])
    print(f"{options.stops} stops, {answered} requests answered whole", flush=True)


def run_slow():
    slow = program("slowhttptest")
    target = f"http://127.0.0.1:{PORT}"
    modes = {
        "heads": ["-H", "-i", "3", "-t", "GET", "-u", target + PATH],
        "bodies": ["-B", "-i", "3", "-s", "8192", "-t", "POST", "-u", target + POST, "-f", "text/plain"],
        "readers": ["-X", "-k", "5", "-n", "5", "-z", "32", "-u", target + "/openapi.json"],
        "ranges": ["-R", "-u", target + "/openapi.json"],
    }
    with dealtracker(PORT) as process:
        for name, arguments in modes.items():
            before = resident(process.pid), sockets(process.pid)
            prober = Prober(PORT)
            output = subprocess.run([slow, "-c", "1000", "-r", "200", "-p", "3", "-l", "30", *arguments],
                                    capture_output=True, text=True).stdout
            output = re.sub(r"\x1b\[[0-9;]*m", "", output)
            count, late, failures = prober.end()
            states = re.findall(r"service available: *(YES|NO)", output)
            print(f"slow {name}: available in {states.count('YES')} of {len(states)} reports; {count} good requests of others, "
                  f"99 % within {late:.1f} ms, {len(failures)} failed {failures[:2]}", flush=True)
            if failures or "NO" in states or not states:
                fault(f"slow {name}: others were not served")
            time.sleep(2)
            check_state(f"slow {name}", process, before)


PARTS = {"abuse": run_abuse, "descriptors": run_descriptors, "stop": run_stops, "slow": run_slow}
for part in options.only.split(","):
    PARTS[part]()
print(f"{len(faults)} faults")
sys.exit(1 if faults else 0)
