#!/usr/bin/env python3
"""Sends the same broken requests to our HTTP server and to others, and tells where we alone take one.

    Benchmarks/http/differential.py [--cases N] [--seed S] [--vectors FILE]

Requests from Tests/Fuzz/Seeds/connection.txt (and, with --vectors, from a file of raw requests in base64) are mutated:
bytes deleted, put in or replaced, lines doubled, swapped or dropped. Each goes to our server, to node, to uvicorn with
httptools and to gunicorn, with a good request behind it; every server answers with what it understood. A request counts
as unexplained when we take it and no other does, or when no other reads the same method, target and content. Needs node;
uvicorn, httptools and gunicorn are taken from PyPI into .build-differential. Exit status 1 when anything is unexplained.
"""
import argparse, asyncio, base64, collections, json, os, random, re, socket, subprocess, sys, time, venv

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PEERS = os.path.join(HERE, "peers")
PORTS = {"ours": 18090, "node": 18091, "uvicorn": 18092, "gunicorn": 18093}
SENTINEL = b"GET /sentinel HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
SPECIAL = [b"\r", b"\n", b"\r\n", b"\0", b":", b" ", b"\t", b";", b",", b"=", b'"', b"0", b"1", b"5", b"a", b"F", b"x", b"%", b"@",
           b"/", b"\x7f", b"\x80", b"\x0b", b"-", b"+", b"chunked", b"close", b"Content-Length: 5\r\n",
           b"Transfer-Encoding: chunked\r\n", b"Host: h\r\n", b" HTTP/1.0", b"0\r\n\r\n"]
options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
options.add_argument("--cases", type=int, default=5000)
options.add_argument("--seed", type=int, default=None)
options.add_argument("--vectors")
options.add_argument("--show", type=int, default=20, help="how many unexplained cases are printed")
options = options.parse_args()


def build_ours():
    package = os.path.join(HERE, "Server")
    scratch = os.path.join(package, ".build")
    subprocess.run(["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch],
                   check=True, stdout=sys.stderr)
    return os.path.join(scratch, "release", "bench-server")


def python_peers():
    """The folder of uvicorn and gunicorn, installed on the first call."""
    folder = os.path.join(ROOT, ".build-differential")
    programs = os.path.join(folder, "bin")
    if not os.path.exists(os.path.join(programs, "gunicorn")):
        venv.create(folder, with_pip=True)
        subprocess.run([os.path.join(programs, "pip"), "install", "-q", "uvicorn", "httptools", "gunicorn"], check=True)
    return programs


def start():
    programs = python_peers()
    commands = {
        "ours": [build_ours(), str(PORTS["ours"]), "echo"],
        "node": ["node", os.path.join(PEERS, "echo.js"), str(PORTS["node"])],
        "uvicorn": [os.path.join(programs, "uvicorn"), "--app-dir", PEERS, "--http", "httptools", "--port",
                    str(PORTS["uvicorn"]), "--log-level", "critical", "echo:asgi"],
        "gunicorn": [os.path.join(programs, "gunicorn"), "--chdir", PEERS, "--worker-class", "gthread", "--threads", "32",
                     "--bind", f"127.0.0.1:{PORTS['gunicorn']}", "--log-level", "critical", "echo:wsgi"],
    }
    servers = {name: subprocess.Popen(command, stderr=subprocess.DEVNULL) for name, command in commands.items()}
    for name, port in PORTS.items():
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        else:
            sys.exit(f"{name} does not listen")
    return servers


def seeds():
    found = []
    with open(os.path.join(ROOT, "Tests/Fuzz/Seeds/connection.txt"), "rb") as file:
        for line in file.read().splitlines():
            raw = line.decode("latin-1").encode("latin-1").decode("unicode_escape").encode("latin-1")
            found.append(raw[1:])
    if options.vectors:
        with open(options.vectors) as file:
            for vector in json.load(file):
                if "fill" in vector or vector.get("half_close"):
                    continue
                found.append(base64.b64decode(vector["raw_base64"]).replace(b"{{PATH}}", b"/x"))
    return [seed for seed in found if len(seed) < 4000 and not seed.startswith((b"CONNECT", b"HEAD"))]


def mutated(raw, chance):
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at, kind = chance.randrange(len(raw) + 1), chance.randrange(7)
        if kind == 0:
            raw = raw[:at] + raw[at + 1:]
        elif kind in (1, 2):
            raw = raw[:at] + chance.choice(SPECIAL) + raw[at:]
        elif kind == 3:
            raw = raw[:at] + chance.choice(SPECIAL) + raw[at + 1:]
        else:
            lines = raw.split(b"\r\n")
            one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
            if kind == 4:
                lines.insert(one, lines[two])
            elif kind == 5:
                lines[one], lines[two] = lines[two], lines[one]
            else:
                del lines[one]
            raw = b"\r\n".join(lines)
    return raw


async def exchange(port, raw, is_slow=False):
    """All bytes that a server answers, until it closes or is silent for a while."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    data, pieces = b"", [bytes([byte]) for byte in raw] + [SENTINEL] if is_slow else [raw + SENTINEL]

    async def send():
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(0.002)

    sending = asyncio.create_task(send())
    try:
        while part := await asyncio.wait_for(reader.read(65536), 0.7):
            data += part
    except (asyncio.TimeoutError, OSError):
        pass
    finally:
        sending.cancel()
        writer.close()
    return data


def understood(data):
    """What the 200 answers say, in order, up to the first that is none."""
    requests = []
    while match := re.match(rb"HTTP/1\.[01] (\d+)[^\r\n]*\r\n", data):
        head, _, rest = data.partition(b"\r\n\r\n")
        code = int(match[1])
        if code < 200:
            data = rest
            continue
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        if code != 200 or not length or len(rest) < int(length[1]):
            break
        method, target, content = (rest[:int(length[1])].decode("latin-1").split("\n") + ["", "", ""])[:3]
        # Of a URL only the path counts, which is "/" where it is empty.
        target = re.sub(r"^(?=\?|$)", "/", re.sub(r"(?i)^https?://[^/?]*", "", target))
        requests.append((method, target, content))
        data = rest[int(length[1]):]
    return requests


def judge(found):
    """What is odd about our reading; None where another server shares it."""
    for index, request in enumerate(found["ours"]):
        others = [requests[index] for name, requests in found.items() if name != "ours" and len(requests) > index]
        if not others:
            return f"only we take request {index + 1}: {request}"
        if request not in others:
            return f"request {index + 1} is {request} to us and {others} to others"
    return None


def explained(raw):
    """Why an oddity is right, where it is."""
    if re.search(rb" HTTP/1\.[2-9]\r\n", raw):
        return "a minor version above 1 is read as 1.1 (RFC 9110 section 2.5)"
    return None


async def compare(cases):
    limit, tallies, odd = asyncio.Semaphore(24), collections.Counter(), []

    async def ask(raw, is_slow):
        answers = await asyncio.gather(*(exchange(port, raw, is_slow) for port in PORTS.values()))
        return {name: understood(data) for name, data in zip(PORTS, answers)}

    async def one(raw):
        async with limit:
            found = await ask(raw, False)
            for name, requests in found.items():
                tallies[name] += bool(requests)
            # Some forget a good request when an error comes in the same packet: byte by byte they answer it.
            oddity = judge(found) and judge(await ask(raw, True))
        if oddity:
            reason = explained(raw)
            tallies[reason or "unexplained"] += 1
            if not reason:
                odd.append((raw, oddity))

    await asyncio.gather(*(one(raw) for raw in cases))
    return tallies, odd


def main():
    seed = options.seed if options.seed is not None else random.randrange(1 << 32)
    chance, starts = random.Random(seed), seeds()
    cases = [mutated(chance.choice(starts), chance) for _ in range(options.cases)]
    servers = start()
    try:
        began = time.monotonic()
        tallies, odd = asyncio.run(compare(cases))
    finally:
        for server in servers.values():
            server.terminate()
        for server in servers.values():
            server.wait()
    for raw, oddity in odd[:options.show]:
        print(f"{raw!r}\n    {oddity}")
    unexplained = tallies.pop("unexplained", 0)
    taken = ", ".join(f"{name} {tallies.pop(name, 0)}" for name in PORTS)
    print(f"{len(cases)} cases, seed {seed}, {time.monotonic() - began:.0f} s; first request taken by: {taken}")
    for reason, count in tallies.items():
        print(f"explained: {reason}: {count}")
    print(f"unexplained: {unexplained}")
    sys.exit(1 if unexplained else 0)


main()
