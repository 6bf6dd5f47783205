#!/usr/bin/env python3
"""Lets system calls of the built binary fail, by strace, while good requests come in: it goes on and serves all others.

    Benchmarks/http/check_faults.py

Every fault hits some calls in a row, or every so many. Exit status 1 when more requests failed than faults were injected
on their connections, or when a good request fails once the faults are over.
"""
import os, socket, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
from machine import program  # noqa: E402
from servers import dealtracker  # noqa: E402

PORT = 18320
BODY = b"Beta Labs rents 20 megawatts from Alpha Cloud."
GET = b"GET /deals HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
POST = (b"POST /articles?dry_run=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nConnection: close\r\n"
        b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY)
# The call, the fault, which calls of each thread it hits, and how many requests it may cost each of them. A close that fails
# is not among them: strace leaves the descriptor open, which the kernel never does.
FAULTS = [
    ("accept4", "EMFILE", "20..25", 6), ("accept4", "ENFILE", "20+7", 40), ("accept4", "ECONNABORTED", "20+3", 0),
    ("accept4", "EINTR", "20+2", 0), ("recvfrom", "ECONNRESET", "40..45", 6), ("recvfrom", "EAGAIN", "40+3", 0),
    ("recvfrom", "EINTR", "40+3", 0), ("sendto", "ECONNRESET", "40..45", 6), ("sendto", "EAGAIN", "40+3", 0),
    ("sendto", "EINTR", "40+2", 0), ("epoll_wait", "EINTR", "40+2", 0), ("epoll_ctl", "ENOMEM", "20..23", 4),
    ("shutdown", "ENOTCONN", "1+1", 0),
]
REQUESTS, THREADS = 200, len(os.sched_getaffinity(0))


def good(request):
    """Whether the request is answered 200 and whole."""
    try:
        with socket.create_connection(("127.0.0.1", PORT), 10) as connection:
            connection.sendall(request)
            answer = b""
            while part := connection.recv(65536):
                answer += part
    except OSError:
        return False
    head, _, body = answer.partition(b"\r\n\r\n")
    length = next((int(line[16:]) for line in head.split(b"\r\n") if line.startswith(b"content-length: ")), None)
    return head.startswith(b"HTTP/1.1 200 ") and len(body) == length


def check(call, error, when, allowed):
    prefix = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}")
    with dealtracker(PORT, *prefix) as process:
        failed = sum(not good(POST if number % 4 == 0 else GET) for number in range(REQUESTS))
        # Only faults that never end may still hit.
        late = 0 if "+" in when and allowed else sum(not good(GET) for _ in range(20))
        alive = process.poll() is None
    isRight = alive and failed <= allowed * THREADS and late == 0
    print(f"{call:10} {error:12} at {when:7} {failed:3} of {REQUESTS} failed, {allowed * THREADS} may; {late} of 20 afterwards; "
          f"{'right' if isRight else 'WRONG'}", flush=True)
    return isRight


def main():
    program("strace")
    sys.exit(0 if all([check(*fault) for fault in FAULTS]) else 1)


main()
