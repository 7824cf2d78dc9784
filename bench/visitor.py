"""A visitor with a session: requests over one connection, cookies kept, forms read."""

import re
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from urllib.parse import urlencode

COMPRESSED = {"Accept-Encoding": "br, gzip", "Accept-Language": "vi"}


class Visitor:
    """One reader's window. Every answer but a redirect or a good page is an error."""

    def __init__(self, host: str, port: int) -> None:
        self.connection = HTTPConnection(host, port, timeout=60)
        self.origin = f"http://{host}:{port}"
        self.cookies: dict[str, str] = {}

    def get(self, path: str, *, compressed: bool = True) -> bytes:
        """Read a page, following redirects; return its body as it came over the wire."""
        headers = COMPRESSED if compressed else {}
        try:
            answer, body = self._ask("GET", path, headers)
        except RemoteDisconnected:
            # The server closed the connection, which was idle for a while.
            self.connection.close()
            answer, body = self._ask("GET", path, headers)
        if answer.status in {301, 302, 303}:
            return self.get(self._place(answer), compressed=compressed)
        if answer.status != 200:
            raise SystemExit(f"GET {path}: {answer.status}")
        return body

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Send a form; return where it leads."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.origin,
            "Referer": self.origin + path,
        }
        answer, body = self._ask("POST", path, headers, urlencode(fields).encode())
        if answer.status not in {302, 303}:
            raise SystemExit(f"POST {path}: {answer.status}\n{body.decode()[:3000]}")
        return self._place(answer)

    def sign_in(self, path: str, email: str, password: str) -> None:
        """Sign in, as the form on that page asks for it."""
        self.post(path, {**self.form(path), "login": email, "password": password})

    def form(self, path: str) -> dict[str, str]:
        """Return the hidden fields of the page's forms, the token against forgery among them."""
        page = self.get(path, compressed=False).decode()
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
        return dict(hidden)

    def _ask(
        self, verb: str, path: str, headers: dict[str, str], body: bytes | None = None
    ) -> tuple[HTTPResponse, bytes]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        told = {**headers, **({"Cookie": cookies} if cookies else {})}
        self.connection.request(verb, path, body=body, headers=told)
        answer = self.connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer, answer.read()

    def _place(self, answer: HTTPResponse) -> str:
        return (answer.headers["Location"] or "/").removeprefix(self.origin)
