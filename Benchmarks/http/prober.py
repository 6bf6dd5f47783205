"""A client that sends one good request at a time, as long as others hurt the server."""
import socket, threading, time


class Prober(threading.Thread):
    def __init__(self, port, path="/healthz"):
        super().__init__(daemon=True)
        self.port, self.seconds, self.failures, self.over = port, [], [], False
        self.request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
        self.start()

    def run(self):
        while not self.over:
            began = time.monotonic()
            try:
                self.visit()
                self.seconds.append(time.monotonic() - began)
            except OSError as error:
                self.failures.append(str(error))
            time.sleep(0.005)

    def visit(self):
        with socket.create_connection(("127.0.0.1", self.port), 5) as connection:
            connection.sendall(self.request)
            answer = b""
            while part := connection.recv(65536):
                answer += part
        if not answer.startswith(b"HTTP/1.1 200 "):
            raise OSError(f"answered {answer[:20]!r}")

    def end(self):
        """The number of good answers, the 99th percentile in milliseconds, and what failed."""
        self.over = True
        self.join(10)
        times = sorted(self.seconds) or [9]
        return len(self.seconds), times[int(len(times) * 0.99)] * 1e3, self.failures
