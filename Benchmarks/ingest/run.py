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
sys.path.insert(0, os.path.join(HERE, "../support"))
from load import Load  # noqa: E402
from machine import BINARY, Stolen, pinned, processor_seconds  # noqa: E402
from servers import Service  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--seconds", type=int, default=4)
parser.add_argument("--articles", type=int, default=40_000)
parser.add_argument("--binary", default=BINARY)
parser.add_argument("--keep", help="a folder to leave the last file in")
options = parser.parse_args()
PORT = 18096


def post(store, lines, target, status):
    """Articles a second, and the processor seconds of each, of a new service on a file."""
    service = Service.measured(options.binary, store, PORT)
    try:
        used = processor_seconds(service.pid)
        load = Load(PORT, "", options.seconds, script=os.path.join(HERE, "post.lua"), arguments=(lines, 0, target, status))
        return load.rate, (processor_seconds(service.pid) - used) / load.count
    finally:
        service.stop()


def main():
    kept = {"durable": [], "dry": [], "floor": [], "ratio": []}
    with tempfile.TemporaryDirectory() as folder:
        lines, floor = f"{folder}/articles.ndjson", f"{folder}/floor"
        with open(lines, "w") as file:
            subprocess.run([sys.executable, os.path.join(HERE, "articles.py"), str(options.articles)], check=True, stdout=file)
        subprocess.run(["cc", "-O2", os.path.join(HERE, "floor.c"), "-o", floor, "-lsqlite3"], check=True)
        for number in range(options.rounds):
            store = f"{options.keep or folder}/{number}.sqlite"
            stolen = Stolen()
            durable, durable_cost = post(store, lines, "/articles", 201)
            dry, dry_cost = post(f"{folder}/dry{number}.sqlite", lines, "/articles?dry_run=true", 200)
            output = subprocess.run(
                pinned("0", [floor, store, f"{folder}/floor.sqlite", "600", "50"]), check=True, capture_output=True, text=True).stdout
            plain = float(re.search(r": ([\d.]+) articles/s", output).group(1))
            own = 1 / durable - 1 / dry
            for name, value in (("durable", durable), ("dry", dry), ("floor", plain), ("ratio", own * plain)):
                kept[name].append(value)
            print(f"round {number + 1}: stored {durable:.0f}/s ({durable_cost * 1e6:.0f} us of processor each), dry runs "
                  f"{dry:.0f}/s ({dry_cost * 1e6:.0f} us), C {plain:.0f}/s; the store's own time {own * 1e6:.0f} us against "
                  f"{1e6 / plain:.0f} us: {own * plain:.2f} times  steal {stolen}", flush=True)
            time.sleep(0.5)
    medians = {name: statistics.median(values) for name, values in kept.items()}
    print(f"median: stored {medians['durable']:.0f}/s, dry runs {medians['dry']:.0f}/s, C {medians['floor']:.0f}/s, "
          f"the store takes {medians['ratio']:.2f} times as long as C")
    sys.exit(1 if medians["ratio"] > 2 else 0)


main()
