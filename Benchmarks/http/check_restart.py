#!/usr/bin/env python3
"""Replaces the built binary under load: a supervisor that holds the listening socket starts the next process, then stops the
one before. Nobody is refused.

    Benchmarks/http/check_restart.py [--restarts N]

wrk asks on 32 connections throughout. Exit status 1 when it saw a socket error or an answer that is not 2xx.
"""
import argparse, os, re, socket, subprocess, sys, tempfile, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
from machine import BINARY, end, program  # noqa: E402

PORT = 18330
options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
options.add_argument("--restarts", type=int, default=10)
options = options.parse_args()


def start(listener, folder):
    """The service on the socket, as systemd would start it: descriptor 3, LISTEN_FDS and LISTEN_PID."""
    command = f'exec 3<&{listener.fileno()}; LISTEN_FDS=1 LISTEN_PID=$$ exec "$0" serve --database "$1"'
    process = subprocess.Popen(["/bin/sh", "-c", command, BINARY, os.path.join(folder, "deals.sqlite")],
                               pass_fds=[listener.fileno()], stderr=subprocess.PIPE, text=True, start_new_session=True)
    for line in process.stderr:
        if "listening" in line:
            return process
    sys.exit("the service did not start")


def main():
    seconds = options.restarts + 2
    with socket.create_server(("127.0.0.1", PORT), backlog=1024) as listener, tempfile.TemporaryDirectory() as folder:
        running = start(listener, folder)
        load = subprocess.Popen([program("wrk"), "-t1", "-c32", f"-d{seconds}", f"http://127.0.0.1:{PORT}/healthz"],
                                stdout=subprocess.PIPE, text=True)
        for _ in range(options.restarts):
            time.sleep(0.5)
            following = start(listener, folder)
            running.terminate()
            if running.wait(20) != 0:
                print(f"the process before ended with {running.returncode}")
            running = following
        output = load.communicate()[0]
        end(running)
    total = re.search(r"(\d+) requests in", output)
    errors = [line.strip() for line in output.splitlines() if "Non-2xx" in line or "Socket errors" in line]
    print(f"{options.restarts} restarts, {total[1]} requests answered; {errors or 'no error'}")
    sys.exit(1 if errors else 0)


main()
