"""Surprise 27: runserver says wsgi.multithread, whether it has threads or not."""

from bakery_server import runserver
from kit import scene, tell


def play(*words):
    with runserver("--noreload", *words) as bakery:
        tell(bakery.get("/")[1])


@scene("runserver")
def threads():
    play()


@scene("runserver --nothreading")
def nothreading():
    play("--nothreading")
