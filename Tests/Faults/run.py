#!/usr/bin/env python3
"""Takes from the built service what it stands on, and looks at what it answers.

    Tests/Faults/run.py [--binary FILE] [--seeds N] [CASE …]

Cases: full, fsync, order, readonly, locked, corrupt, backup; all of them by default. Needs root (a small file system of its
own, another user) and strace. Traffic to loopback only. Exit status 1 when a case fails.
"""
import argparse, json, os, random, re, shutil, signal, sqlite3, subprocess, sys, tempfile, time
from service import Load, Service, article, articles, check

HERE = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--binary", default=os.path.join(HERE, "../../.build/release/dealtracker"))
parser.add_argument("--seeds", type=int, default=200, help="damaged files")
parser.add_argument("cases", nargs="*")
options = parser.parse_args()
READS = ["/deals", "/deals?party=Oracle", "/deals?q=texas", "/companies", "/articles?limit=5", "/deals.ndjson", "/readyz"]


def expect(condition, words):
    if not condition:
        raise AssertionError(words)


def full(folder):
    """A full disk: 507, reads stay 200, and writes are taken at once when there is space again."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], check=True)
    try:
        service, stored, number = Service(options.binary, f"{folder}/deals.sqlite"), [], 0
        while number < 5000:
            status, _, name = service.post(number)
            number += 1
            if status != 201:
                break
            stored.append(name)
        expect(status == 507, f"article {number} was answered with {status}")
        for target in READS:
            answer = service.ask("GET", target)
            expect(answer[0] == 200, f"{target} was answered with {answer[0]} on the full disk")
        expect(service.post(number + 1)[0] == 507, "a second write is refused as well")
        expect(service.ask("GET", f"/articles/{stored[-1]}")[0] == 200, "the last article is there")
        subprocess.run(["mount", "-o", "remount,size=64m", folder], check=True)
        status, _, name = service.post(number)
        expect(status == 201, f"with space again a write was answered with {status}")
        expect(service.stop() == 0, "it stopped by itself")
        expect(check(f"{folder}/deals.sqlite") == ("ok", 0), "the file is not sound")
        expect(articles(f"{folder}/deals.sqlite") == {*stored, name}, "articles are missing or too many")
        return f"507 at article {number}, reads 200, 201 when space returned, {len(stored) + 1} articles in a sound file"
    finally:
        subprocess.run(["umount", "-l", folder])


def fsync(folder):
    """Failing fsyncs: every answer is a durable 201 or a 5xx, for failures at every place of the first forty writes."""
    refused = acknowledged = 0
    for first in range(3, 43, 4):
        file = f"{folder}/{first}.sqlite"
        inject = f"inject=fdatasync,fsync:error=EIO:when={first}..{first + 2}"
        service = Service(options.binary, file, ["strace", "-f", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e", inject])
        if not service.runs:
            # A failure while the file is made is told, with its exit code.
            expect(service.stop() in (65, 70, 74), "it did not start, and not by itself")
            continue
        kept = []
        for number in range(30):
            status, _, name = service.post(number)
            expect(status == 201 or status >= 500, f"a write was answered with {status}")
            if status == 201:
                kept.append(name)
            else:
                refused += 1
            expect(service.ask("GET", "/deals")[0] == 200, "a read failed")
        expect(service.process.poll() is None, "it ended")
        service.stop(signal.SIGKILL)
        expect(set(kept) <= articles(file), "an acknowledged article is missing")
        expect(check(file) == ("ok", 0), "the file is not sound")
        acknowledged += len(kept)
    expect(refused > 0, "no fsync failed")
    return f"{acknowledged} acknowledged and all there, {refused} refused with 5xx, no exit"


def order(folder):
    """Power loss: no 201 leaves before the log that holds its article is on disk."""
    log = f"{folder}/calls"
    calls = "trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg"
    service = Service(options.binary, f"{folder}/deals.sqlite", ["strace", "-f", "-y", "-s", "24", "-o", log, "-e", calls])
    for number in range(200):
        expect(service.post(number)[0] == 201, "a write was refused")
    service.stop()
    unsynced, answers, early, syncs = 0, 0, 0, 0
    # A call that another thread interrupts in the log ends in a line of its own, without the file: by thread.
    pending = {}
    for line in open(log, errors="replace"):
        thread = line.split(None, 1)[0]
        if "<unfinished ...>" in line:
            pending[thread] = line
            if "pwrite64(" in line and "-wal>" in line:
                unsynced += 1
            continue
        if "resumed>" in line:
            started = pending.pop(thread, "")
            line = started if "pwrite64(" not in started else ""
        if "pwrite64(" in line and "-wal>" in line:
            unsynced += 1
        elif ("fdatasync(" in line or "fsync(" in line) and "-wal>" in line:
            unsynced, syncs = 0, syncs + 1
        elif "HTTP/1.1 201" in line:
            answers += 1
            early += unsynced > 0
    expect(answers == 200, f"{answers} answers were seen")
    expect(early == 0, f"{early} answers left before the log was on disk")
    return f"{answers} answers, each behind the fdatasync of the log ({syncs} in all)"


def readonly(folder):
    """A file that cannot be written: it starts, reads are 200, writes 503 with the cause."""
    file, binary = f"{folder}/deals.sqlite", f"{folder}/dealtracker"
    shutil.copy(options.binary, binary)
    service = Service(binary, file)
    name = service.post(1)[2]
    service.stop()
    for path in os.listdir(folder):
        os.chmod(f"{folder}/{path}", 0o555 if path == "dealtracker" else 0o444)
    os.chmod(folder, 0o555)
    service = Service(binary, file, user=65534)
    expect(service.runs, f"it did not start: {service.text()[-300:]}")
    for target in [*READS, f"/articles/{name}"]:
        status = service.ask("GET", target)[0]
        expect(status == 200, f"{target} was answered with {status}")
    status, _, body = service.ask("POST", "/articles", article(2))
    expect(status == 503, f"a write was answered with {status}")
    expect(b"cannot be written" in body, f"the cause is missing: {body!r}")
    expect(service.stop() == 0, "it stopped by itself")
    return "starts, reads 200, writes 503 with the cause"


def locked(folder):
    """A file that another process holds: reads go on, writes wait and get 503 with Retry-After, then go through."""
    file = f"{folder}/deals.sqlite"
    service = Service(options.binary, file)
    expect(service.post(1)[0] == 201, "the first write")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    load = Load(service, 2)
    load.start()
    slowest = 0
    while not load.others and time.monotonic() - start < 20:
        for target in READS:
            began = time.monotonic()
            expect(service.ask("GET", target)[0] == 200, f"{target} while the file is held")
            slowest = max(slowest, time.monotonic() - began)
    waited = time.monotonic() - start
    load.over.set()
    load.join(20)
    status, fields, _ = service.ask("POST", "/articles", article(9000))
    expect(status == 503 and fields.get("retry-after"), f"a write was answered with {status} {fields}")
    other.execute("ROLLBACK")
    other.close()
    expect(service.post(9001)[0] == 201, "a write when the file is free again")
    expect(service.stop() == 0, "it stopped by itself")
    return f"503 with Retry-After after {waited:.1f} s, reads within {slowest * 1000:.0f} ms, 201 when it was free"


def corrupt(folder):
    """Damaged files: never a crash or a hang; a sound answer, an error, or a start that says why not."""
    whole = f"{folder}/whole.sqlite"
    service = Service(options.binary, whole)
    for number in range(60):
        service.post(number)
    right = {target: service.ask("GET", target)[2] for target in READS[:-1]}
    service.stop()
    refused = failed = sound = differing = 0
    for seed in range(options.seeds):
        chance, file = random.Random(seed), f"{folder}/{seed}.sqlite"
        shutil.copy(whole, file)
        with open(file, "r+b") as damaged:
            size = os.path.getsize(file)
            if seed % 10 == 0:
                damaged.truncate(chance.randrange(size))
            for _ in range(chance.choice([1, 4, 32])):
                damaged.seek(chance.randrange(100 if seed % 7 == 0 else size))
                damaged.write(bytes(chance.randrange(256) for _ in range(chance.choice([1, 8, 200]))))
        service = Service(options.binary, file)
        if not service.runs:
            code = service.stop()
            expect(code in (65, 70, 74), f"seed {seed}: it did not start, with exit code {code}: {service.text()[-300:]}")
            refused += 1
        else:
            statuses = {}
            for target in right:
                status, _, body = service.ask("GET", target)
                statuses[target] = status
                expect(status in (200, 500), f"seed {seed}: {target} was answered with {status}")
                if status == 200 and target.endswith("ndjson"):
                    for line in body.splitlines():
                        json.loads(line)
                elif status == 200:
                    json.loads(body)
                differing += status == 200 and body != right[target]
            expect(service.post(seed)[0] in (201, 200, 500, 503), f"seed {seed}: a write")
            code = service.stop()
            expect(code == 0, f"seed {seed}: it ended with {code}: {service.text()[-300:]}")
            failed += 500 in statuses.values()
            sound += set(statuses.values()) == {200}
        os.remove(file)
        for rest in (file + "-wal", file + "-shm"):
            if os.path.exists(rest):
                os.remove(rest)
    return (f"{options.seeds} files: {refused} refused at the start, {failed} with answers of 500, {sound} served in full "
            f"({differing} answers with damaged text, which only checksums could tell), no crash")


def backup(folder):
    """Backups at full load: each is sound and holds all that was acknowledged before it began."""
    file = f"{folder}/deals.sqlite"
    service = Service(options.binary, file)
    loads = [Load(service, 1_000_000 * index) for index in range(4)]
    for load in loads:
        load.start()
    time.sleep(0.5)
    total = 0
    for number in range(20):
        began = time.monotonic()
        subprocess.run([options.binary, "backup", "--database", file, f"{folder}/copy{number}"], check=True)
        before = {name for load in loads for moment, name, _ in list(load.acknowledged) if moment < began}
        copy = f"{folder}/copy{number}"
        expect(check(copy) == ("ok", 0), "a backup is not sound")
        missing = before - articles(copy)
        expect(not missing, f"backup {number} lacks {len(missing)} articles")
        total = len(before)
    for load in loads:
        load.over.set()
        load.join(20)
        expect(not load.others, f"writes were refused: {load.others[:3]}")
    expect(service.stop() == 0, "it stopped by itself")
    return f"20 backups under load, sound, nothing missing of up to {total} acknowledged"


def main():
    cases, failures = {case.__name__: case for case in (full, fsync, order, readonly, locked, corrupt, backup)}, 0
    for name in options.cases or cases:
        folder = tempfile.mkdtemp(prefix="faults-")
        os.chmod(folder, 0o755)
        start = time.monotonic()
        try:
            print(f"{name}: {cases[name](folder)} ({time.monotonic() - start:.0f} s)", flush=True)
        except AssertionError as error:
            failures += 1
            print(f"{name}: FAILED: {error}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failures else 0)


main()
