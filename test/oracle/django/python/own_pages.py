"""Pages that the runtime words by itself: told by what they are about, not by their bytes."""

import re

DEBUG_PAGE = re.compile(r"<title>(?:(Page not found)|(\S+))\s+at .*?</title>", re.S)
DEBUG_TEXT = re.compile(r"(\S+) at .*")


def replace(answer):
    """Puts what a page is about in the place of its body, and takes away its length."""
    page = _page_of(answer["status"][:3], "".join(answer["body"]))
    if page is None:
        return
    answer["body"] = {"page": page}
    for header in answer["headers"]:
        if header[0] == "Content-Length":
            header[1] = "its own"


def _page_of(status, body):
    if "The install worked successfully!" in body:
        return "welcome"
    if status == "403" and "CSRF verification failed" in body:
        return "csrf failure"
    if "You're seeing this error because you have <code>DEBUG = True</code>" in body:
        found = DEBUG_PAGE.search(body)
        return "not found" if found.group(1) else found.group(2)
    if "You're seeing this error because you have DEBUG = True" in body:
        return DEBUG_TEXT.match(body).group(1) + " in text"
    return None
