"""Answers with the method, the target and the content of the request, a line each; `asgi` for uvicorn, `wsgi` for
gunicorn."""


def text(method, target, content):
    return f"{method}\n{target}\n{content.hex()}\n".encode("latin-1", "replace")


async def asgi(scope, receive, send):
    if scope["type"] != "http":
        return
    content, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        content += message.get("body", b"")
        more = message.get("more_body", False)
    target = scope["raw_path"].decode("latin-1")
    if scope["query_string"]:
        target += "?" + scope["query_string"].decode("latin-1")
    body = text(scope["method"], target, content)
    length = str(len(body)).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", length)]})
    await send({"type": "http.response.body", "body": body})


def wsgi(environ, start_response):
    content = environ["wsgi.input"].read()
    body = text(environ["REQUEST_METHOD"], environ["RAW_URI"], content)
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
