"""Fills the file of a running service with made-up deals."""
import json, os, signal, subprocess, sys, time
from machine import pinned, program
from servers import get

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fill.lua")


def fill(port, count, customers, providers, marked=0, core="1"):
    """Adds deals by hand, 64 at a time, as fast as they become durable; deals a second."""
    command = [program("wrk"), "-t1", "-c64", "-d3600", "-s", SCRIPT, f"http://127.0.0.1:{port}", "--",
               str(count), str(customers), str(providers), str(marked)]
    start = time.monotonic()
    load = subprocess.Popen(pinned(core, command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        while load.poll() is None and json.loads(get(port, "/deals?limit=1&fields=id"))["count"] < count:
            time.sleep(0.05 if count < 100_000 else 1)
        elapsed = time.monotonic() - start
    finally:
        load.send_signal(signal.SIGINT)
        errors = load.communicate()[1]
    if errors:
        sys.exit(errors[:2000])
    return count / elapsed
