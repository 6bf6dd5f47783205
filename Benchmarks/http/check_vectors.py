#!/usr/bin/env python3
"""Sends raw requests, right and wrong, to the built binary: directly, and through nginx.

    Benchmarks/http/check_vectors.py VECTORS.PY

VECTORS.PY is a script that takes HOST PORT PATH, --post-path, --strict, --json FILE. Directly, all must be right but for
requests without content, which the service answers 422 and stays in step. Through nginx it is nginx that parses: no more
may go wrong than with nginx before a backend that answers 200 to everything.
"""
import json, os, subprocess, sys, tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
from servers import dealtracker, nginx  # noqa: E402

OURS, BEFORE_OURS, PLAIN, BEFORE_PLAIN = 18300, 18301, 18302, 18303
# nginx drops a request whose sender has half-closed its connection while the answer is under way, unless told not to.
PROXY = ("proxy_http_version 1.1; proxy_set_header Connection ''; proxy_set_header Host $http_host; "
         "proxy_ignore_client_abort on;")


def front(port, back):
    return (f"upstream back{port} {{ server 127.0.0.1:{back}; keepalive 16; }} server {{ listen 127.0.0.1:{port}; "
            f"location / {{ proxy_pass http://back{port}; {PROXY} }} }}")


def failures(script, port, post_path, label):
    """The ids that went wrong, with what was answered."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "results.json")
        output = subprocess.run([sys.executable, script, "127.0.0.1", str(port), "/healthz", "--post-path", post_path,
                                 "--strict", "--json", path], capture_output=True, text=True).stdout
        print(f"{label}: {output.strip().splitlines()[-1]}", flush=True)
        with open(path) as file:
            results = json.load(file)["results"]
    return ({result["id"]: f"{result['got']}: {result['why']}" for result in results if result["verdict"] == "fail"},
            sum(result["smuggled"] for result in results))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    script, post = sys.argv[1], "/articles?dry_run=true"
    plain = f"server {{ listen 127.0.0.1:{PLAIN}; location / {{ return 200 'ok'; }} }}"
    servers = front(BEFORE_OURS, OURS) + front(BEFORE_PLAIN, PLAIN) + plain
    with dealtracker(OURS), nginx(servers, BEFORE_PLAIN):
        direct, smuggled = failures(script, OURS, post, "direct")
        ours, _ = failures(script, BEFORE_OURS, post, "nginx before us")
        others, _ = failures(script, BEFORE_PLAIN, "/", "nginx before a plain 200")
    wrong = {id: why for id, why in direct.items() if not why.startswith("422")}
    more = {id: why for id, why in ours.items() if id not in others and not why.startswith("422")}
    for name, found in (("direct", wrong), ("through nginx and not before a plain 200", more)):
        for id, why in found.items():
            print(f"wrong {name}: {id}: {why}")
    print(f"direct: {len(wrong)} wrong, {len(direct) - len(wrong)} without content answered 422, {smuggled} out of step; "
          f"through nginx: {len(ours)} wrong, {len(others)} before a plain 200")
    sys.exit(1 if wrong or smuggled or len(ours) > len(others) else 0)


main()
