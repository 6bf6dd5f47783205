#!/usr/bin/env python3
"""Measures durable ingest: articles posted over 64 connections, beside C that writes the same rows in groups of 50.

    Benchmarks/ingest/run.py [--rounds N] [--seconds S] [--binary FILE]

The service has one core for its loop and its writer; the load has the other. A round posts articles that are stored, then
the same articles as dry runs: what is left of a stored article's time when that of a dry run (HTTP, extraction) is taken
off is the store's. floor.c then writes the rows of that file into the same schema, on the same core. Exit status 1 when
the store takes more than twice the time of C.
"""
import argparse, os, re, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../api"))
from service import PACKAGE, Service, pinned, processor_seconds, steal  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--seconds", type=int, default=4)
parser.add_argument("--articles", type=int, default=40_000)
parser.add_argument("--binary", default=os.path.join(PACKAGE, ".build/release/dealtracker"))
parser.add_argument("--keep", help="a folder to leave the last file in")
options = parser.parse_args()
PORT = 18096


def post(service, lines, target, status):
    """Articles a second, and the processor seconds of each."""
    command = ["wrk", "-t1", "-c64", f"-d{options.seconds}", "-s", os.path.join(HERE, "post.lua"),
               f"http://127.0.0.1:{PORT}", "--", lines, "0", target, str(status)]
    used = processor_seconds(service.process.pid)
    result = subprocess.run(pinned("1", command), check=True, capture_output=True, text=True)
    used = processor_seconds(service.process.pid) - used
    if result.stderr:
        sys.exit(result.stderr[:1000])
    count, seconds = re.search(r"(\d+) requests in ([\d.]+)s", result.stdout).groups()
    return int(count) / float(seconds), used / int(count)


def main():
    kept = {"durable": [], "dry": [], "floor": [], "ratio": []}
    with tempfile.TemporaryDirectory() as folder:
        lines, floor = f"{folder}/articles.ndjson", f"{folder}/floor"
        with open(lines, "w") as file:
            subprocess.run([sys.executable, os.path.join(HERE, "articles.py"), str(options.articles)], check=True, stdout=file)
        subprocess.run(["cc", "-O2", os.path.join(HERE, "floor.c"), "-o", floor, "-lsqlite3"], check=True)
        for number in range(options.rounds):
            store = f"{options.keep or folder}/{number}.sqlite"
            stolen = steal()
            service = Service(options.binary, store, PORT)
            durable, durable_cost = post(service, lines, "/articles", 201)
            service.stop()
            fresh = Service(options.binary, f"{folder}/dry{number}.sqlite", PORT)
            dry, dry_cost = post(fresh, lines, "/articles?dry_run=true", 200)
            fresh.stop()
            output = subprocess.run(
                pinned("0", [floor, store, f"{folder}/floor.sqlite", "600", "50"]), check=True, capture_output=True, text=True).stdout
            plain = float(re.search(r": ([\d.]+) articles/s", output).group(1))
            own = 1 / durable - 1 / dry
            stolen = [b - a for a, b in zip(stolen, steal())]
            for name, value in (("durable", durable), ("dry", dry), ("floor", plain), ("ratio", own * plain)):
                kept[name].append(value)
            print(f"round {number + 1}: stored {durable:.0f}/s ({durable_cost * 1e6:.0f} us of processor each), dry runs "
                  f"{dry:.0f}/s ({dry_cost * 1e6:.0f} us), C {plain:.0f}/s; the store's own time {own * 1e6:.0f} us against "
                  f"{1e6 / plain:.0f} us: {own * plain:.2f} times  steal {100 * stolen[0] / max(1, stolen[1]):.1f} %", flush=True)
            time.sleep(0.5)
    medians = {name: statistics.median(values) for name, values in kept.items()}
    print(f"median: stored {medians['durable']:.0f}/s, dry runs {medians['dry']:.0f}/s, C {medians['floor']:.0f}/s, "
          f"the store takes {medians['ratio']:.2f} times as long as C")
    sys.exit(1 if medians["ratio"] > 2 else 0)


main()
