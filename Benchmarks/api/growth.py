#!/usr/bin/env python3
"""Compares one question over a small and a large file: what p99 does when the store grows a hundredfold.

    Benchmarks/api/growth.py [--files FOLDER] [--small N] [--large N] [--rounds N] [--seconds S] [--binary FILE]

Both files hold a party with 200 deals. They are made where they are missing (a million deals take some minutes and a few
gigabytes) and kept in FOLDER. Answers are not kept, so that each question goes to the file; four connections, so that the
wait is that of the question and not of a queue. Exit status 1 when the median p99 of the large file is more than twice that
of the small one.
"""
import argparse, os, statistics, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
from fill import fill  # noqa: E402
from load import Load  # noqa: E402
from machine import BINARY, PACKAGE, Stolen  # noqa: E402
from servers import Service, get  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--files", default=os.path.join(PACKAGE, ".build/growth"))
parser.add_argument("--small", type=int, default=10_000)
parser.add_argument("--large", type=int, default=1_000_000)
parser.add_argument("--rounds", type=int, default=7)
parser.add_argument("--seconds", type=int, default=3)
parser.add_argument("--binary", default=BINARY)
parser.add_argument("--only-fill", action="store_true", help="make the files and stop")
options = parser.parse_args()
PORTS = {options.small: 18094, options.large: 18095}
QUESTIONS = {
    "page of 50": "/deals?party=Marked%20Party",
    "page of 20, types": "/deals?party=Marked%20Party&limit=20&type=compute&type=power",
    "by value, binding": "/deals?party=Marked%20Party&limit=20&sort=-value&binding=true",
}


def filled(count):
    """The file with that many deals; half made, it has another name."""
    file = f"{options.files}/{count}.sqlite"
    if not os.path.exists(file):
        os.makedirs(options.files, exist_ok=True)
        for rest in (".part", ".part-wal", ".part-shm"):
            if os.path.exists(file + rest):
                os.remove(file + rest)
        service = Service(file + ".part", PORTS[count], options.binary)
        rate = fill(PORTS[count], count, count // 100, 10_000 if count > 100_000 else 1000, marked=200, core=None)
        service.stop()
        os.rename(file + ".part", file)
        print(f"{count} deals added at {rate:.0f}/s, {os.path.getsize(file) / 1e6:.0f} MB", flush=True)
    return file


def ratio(name, question):
    """How much longer one question in a hundred waits for the large file than for the small one."""
    tails = {count: [] for count in PORTS}
    for number in range(options.rounds):
        for count, port in PORTS.items():
            if number == 0:
                get(port, question)
            stolen, load = Stolen(), Load(port, question, options.seconds, connections=4)
            tails[count].append(load.tail)
            print(f"{name}: {count:8} deals  {load}  steal {stolen}", flush=True)
            time.sleep(0.3)
    small, large = (statistics.median(tails[count]) for count in PORTS)
    print(f"{name}: median p99 {small:.3f} ms and {large:.3f} ms, ratio {large / small:.2f}", flush=True)
    return large / small


def main():
    files = {count: filled(count) for count in PORTS}
    if options.only_fill:
        return
    services = [Service.measured(options.binary, file, PORTS[count], DEALTRACKER_STORE_KEPT_ANSWERS="0")
                for count, file in files.items()]
    try:
        worst = max(ratio(name, question) for name, question in QUESTIONS.items())
    finally:
        for service in services:
            service.stop()
    sys.exit(1 if worst > 2 else 0)


main()
