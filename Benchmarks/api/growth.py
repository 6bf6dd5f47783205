#!/usr/bin/env python3
"""Compares one question over a small and a large file: what p99 does when the store grows a hundredfold.

    Benchmarks/api/growth.py [--files FOLDER] [--small N] [--large N] [--rounds N] [--seconds S] [--binary FILE]

Both files hold a party with 200 deals. They are made where they are missing (a million deals take some minutes and a few
gigabytes) and kept in FOLDER. Answers are not kept, so that each question goes to the file; four connections, so that the
wait is that of the question and not of a queue. Exit status 1 when the median p99 of the large file is more than twice that
of the small one.
"""
import argparse, os, statistics, sys, time
from service import PACKAGE, Service, get, steal, wrk

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--files", default=os.path.join(PACKAGE, ".build/growth"))
parser.add_argument("--small", type=int, default=10_000)
parser.add_argument("--large", type=int, default=1_000_000)
parser.add_argument("--rounds", type=int, default=7)
parser.add_argument("--seconds", type=int, default=3)
parser.add_argument("--binary", default=os.path.join(PACKAGE, ".build/release/dealtracker"))
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
        service = Service(options.binary, file + ".part", PORTS[count], core=None)
        rate = service.fill(count, count // 100, 10_000 if count > 100_000 else 1000, marked=200, core=None)
        service.stop()
        os.rename(file + ".part", file)
        print(f"{count} deals added at {rate:.0f}/s, {os.path.getsize(file) / 1e6:.0f} MB", flush=True)
    return file


def main():
    files = {count: filled(count) for count in PORTS}
    if options.only_fill:
        return
    services = [
        Service(options.binary, file, PORTS[count], DEALTRACKER_STORE_KEPT_ANSWERS="0") for count, file in files.items()]
    worst = 0
    try:
        for name, question in QUESTIONS.items():
            tails = {count: [] for count in PORTS}
            for number in range(options.rounds):
                for count, port in PORTS.items():
                    if number == 0:
                        get(port, question)
                    stolen = steal()
                    rate, median, tail = wrk(port, question, options.seconds, connections=4)
                    stolen = [b - a for a, b in zip(stolen, steal())]
                    tails[count].append(tail)
                    print(f"{name}: {count:8} deals  {rate:7.0f}/s  p50 {median:.3f} ms  p99 {tail:.3f} ms  "
                          f"steal {100 * stolen[0] / max(1, stolen[1]):.1f} %", flush=True)
                    time.sleep(0.3)
            small, large = (statistics.median(tails[count]) for count in PORTS)
            worst = max(worst, large / small)
            print(f"{name}: median p99 {small:.3f} ms and {large:.3f} ms, ratio {large / small:.2f}", flush=True)
    finally:
        for service in services:
            service.stop()
    sys.exit(1 if worst > 2 else 0)


main()
