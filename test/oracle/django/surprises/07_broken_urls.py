"""Surprise 7: a URLconf that cannot be imported is found by the first request, and may have no page."""

import sys

from django.core.handlers.wsgi import WSGIHandler

from kit import ask, configure, folder, scene, tell


def play(debug):
    with open(folder() + "/shop_urls.py", "w") as file:
        file.write("from kit import tell\n")
        file.write("tell('the body of shop_urls runs')\n")
        file.write("raise RuntimeError('a typo in urls.py')\n")
    sys.path.insert(0, folder())
    configure(DEBUG=debug, ROOT_URLCONF="shop_urls")
    handler = WSGIHandler()
    tell("the handler is made without complaint")
    answer = ask(handler)
    if answer.status is None:
        tell(str(answer))
    else:
        named = "RuntimeError" in answer.body
        tell("%s, a page that names the error: %s" % (answer.status, named))


@scene("DEBUG is off")
def off():
    play(False)


@scene("DEBUG is on")
def on():
    play(True)
