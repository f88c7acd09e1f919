"""Who asks: makes an environ of a request, keeps cookies, and finds the token in a form."""

import io
import re
from wsgiref.util import FileWrapper

TOKEN = re.compile('name="csrfmiddlewaretoken" value="([^"]*)"')


class Browser:
    """Keeps cookies by name alone, and the token of the last form that it saw."""

    def __init__(self):
        self.jar = {}
        self.token = ""

    def environ(self, request):
        """The environ of a request; `{form}` and `{cookie}` in it stand for tokens."""
        body = self._filled(request.get("body", "")).encode("latin-1")
        environ = {
            "REQUEST_METHOD": request.get("method", "GET"),
            "SCRIPT_NAME": "",
            "PATH_INFO": request["path"],
            "QUERY_STRING": request.get("query", ""),
            "SERVER_NAME": "example.com",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "example.com",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": request.get("scheme", "http"),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        if "body" in request:
            environ["CONTENT_LENGTH"] = str(len(body))
        if self.jar:
            environ["HTTP_COOKIE"] = "; ".join("%s=%s" % item for item in self.jar.items())
        if request.get("wrapper"):
            environ["wsgi.file_wrapper"] = FileWrapper
        for name, value in request.get("headers", []):
            key = name.upper().replace("-", "_")
            if key not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
                key = "HTTP_" + key
            environ[key] = self._filled(value)
        environ.update(request.get("environ", {}))
        return environ

    def look_at(self, answer):
        """Takes the cookies and the token of an answer."""
        for name, value in answer["headers"]:
            if name == "Set-Cookie":
                self._keep(value)
        found = TOKEN.search("".join(answer["body"]))
        if found:
            self.token = found.group(1)

    def _keep(self, header):
        pair, *attributes = header.strip().split("; ")
        name, value = pair.split("=", 1)
        if "Max-Age=0" in attributes:
            self.jar.pop(name, None)
        else:
            self.jar[name] = value

    def _filled(self, text):
        cookie = self.jar.get("csrftoken", "")
        return text.replace("{form}", self.token).replace("{cookie}", cookie)
