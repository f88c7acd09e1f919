"""Surprise 26: under runserver, static files do not pass through MIDDLEWARE."""

from bakery_server import runserver
from kit import scene, tell


def play(*words):
    with runserver("--noreload", *words) as bakery:
        for path_info in "/", "/static/missing.css":
            status, body = bakery.get(path_info)
            tell("%s is answered with %s" % (path_info, status))
        for process, role, text in bakery.notes():
            if text.startswith("the layer sees"):
                tell(text)


@scene("with the staticfiles application, and DEBUG")
def usual():
    play()


@scene("runserver --nostatic")
def nostatic():
    play("--nostatic")
