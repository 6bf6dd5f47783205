#!/usr/bin/env python3
"""Measures our HTTP server beside nginx: the same bytes, one loop against one worker, alternating rounds.

    Benchmarks/http/run.py [--rounds N] [--seconds S] [--only NAME,…]

Server on core 0, load on core 1. Prints each round's rates and the machine's steal, then medians and the ratio. Needs
nginx, wrk and ab (apache2-utils). Exit status 1 when a ratio is below 1.0.
"""
import argparse, os, re, resource, shutil, socket, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
OURS, NGINX = 18080, 18081
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--seconds", type=int, default=3)
parser.add_argument("--connections", type=int, default=64)
parser.add_argument("--idle", type=int, default=10000)
parser.add_argument("--file-cache", action="store_true", help="let nginx keep its files open (open_file_cache), which it does not by default")
parser.add_argument("--only", default="1k,20k,connect,idle", help="which of 1k, 20k, connect, idle")
options = parser.parse_args()


def build():
    """Builds the little server of this folder in release and returns the binary."""
    scratch = os.path.join(HERE, "Server", ".build")
    command = ["swift", "build", "-c", "release", "--package-path", os.path.join(HERE, "Server"), "--scratch-path", scratch]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return os.path.join(scratch, "release", "bench-server")


def nginx_configuration(folder):
    files = os.path.join(folder, "files")
    os.makedirs(files)
    for name, size in (("1k", 1024), ("20k", 20480)):
        with open(os.path.join(files, name), "wb") as file:
            file.write(b"x" * size)
    path = os.path.join(folder, "nginx.conf")
    with open(path, "w") as file:
        file.write(
            f"worker_processes 1; daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\n"
            "worker_rlimit_nofile 30000; events { worker_connections 20000; }\n"
            "http { access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_timeout 75;\n"
            "  keepalive_requests 100000; default_type application/octet-stream;\n"
            f"  {'open_file_cache max=10;' if options.file_cache else ''}\n"
            f"  server {{ listen 127.0.0.1:{NGINX} backlog=1024; root {files}; }} }}\n")
    return path


def await_port(port):
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"nothing listens on port {port}")


def steal():
    with open("/proc/stat") as file:
        values = [int(value) for value in file.readline().split()[1:]]
    return values[7], sum(values[:8])


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        values = file.read().rsplit(")", 1)[1].split()
    return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")


def throughput(port, path):
    """Requests per second and in all."""
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}",
               f"http://127.0.0.1:{port}/{path}"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        sys.exit(output)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), int(re.search(r"(\d+) requests in", output).group(1))


def connections(port, _):
    count = 8000 * options.seconds
    command = ["taskset", "-c", "1", "ab", "-q", "-n", str(count), "-c", "32",
               f"http://127.0.0.1:{port}/1k"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if not re.search(r"Failed requests:\s+0\b", output):
        sys.exit(output)
    return float(re.search(r"Requests per second:\s+([\d.]+)", output).group(1)), count


def resident(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


def idle_memory(pid, port):
    """Kilobytes that the idle connections add, each of which has had one answer."""
    before, held = resident(pid), []
    for index in range(options.idle):
        connection = socket.socket()
        connection.bind((f"127.0.0.{1 + index // 20000}", 0))
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /1k HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection.recv(4096)
        held.append(connection)
    added = resident(pid) - before
    for connection in held:
        connection.close()
    return added


def compare(name, pids, measure, argument):
    """Alternating rounds; the ratio of the median rates. The processor time per request is steadier than a rate on a
    machine that others use."""
    rates, costs = {"ours": [], "nginx": []}, {"ours": [], "nginx": []}
    for round_number in range(options.rounds):
        for server, port in (("ours", OURS), ("nginx", NGINX)):
            stolen, total = steal()
            used = processor_seconds(pids[server])
            rate, count = measure(port, argument)
            used = processor_seconds(pids[server]) - used
            rates[server].append(rate)
            costs[server].append(used / count * 1e6)
            stolen, total = (after - before for after, before in zip(steal(), (stolen, total)))
            print(f"{name:8} round {round_number + 1} {server:5} {rate:10.0f}/s  {costs[server][-1]:5.2f} us of processor each"
                  f"  steal {100 * stolen / max(1, total):.1f} %", flush=True)
            time.sleep(0.5)
    ours, nginx = (statistics.median(rates[server]) for server in ("ours", "nginx"))
    cost = statistics.median(costs["nginx"]) / statistics.median(costs["ours"])
    print(f"{name:8} median ours {ours:.0f}/s, nginx {nginx:.0f}/s, ratio {ours / nginx:.2f};"
          f" by processor time {cost:.2f}", flush=True)
    return ours / nginx


def main():
    for tool in ("nginx", "wrk", "ab", "taskset"):
        if not shutil.which(tool) and not os.path.exists(f"/usr/sbin/{tool}"):
            sys.exit(f"{tool} is not installed")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 30000), hard))
    wanted, ratios = options.only.split(","), []
    binary = build()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        servers = [
            subprocess.Popen(["taskset", "-c", "0", binary, str(OURS)]),
            subprocess.Popen(["taskset", "-c", "0", shutil.which("nginx") or "/usr/sbin/nginx", "-c", nginx_configuration(folder)],
                             stderr=subprocess.DEVNULL),
        ]
        try:
            await_port(OURS)
            await_port(NGINX)
            pids = {"ours": servers[0].pid, "nginx": servers[1].pid}
            for path in ("1k", "20k"):
                if path in wanted:
                    ratios.append(compare(path, pids, throughput, path))
            if "connect" in wanted:
                ratios.append(compare("connect", pids, connections, None))
            if "idle" in wanted:
                for name, server, port in (("ours", servers[0], OURS), ("nginx", servers[1], NGINX)):
                    added = idle_memory(server.pid, port)
                    print(f"idle     {name:5} {options.idle} connections add {added} KB, {1024 * added / options.idle:.0f} bytes each")
        finally:
            for server in servers:
                server.terminate()
            for server in servers:
                server.wait()
    sys.exit(1 if any(ratio < 1 for ratio in ratios) else 0)


main()
