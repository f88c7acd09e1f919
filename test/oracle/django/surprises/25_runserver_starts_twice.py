"""Surprise 25: runserver starts the site in two processes, and imports wsgi.py last."""

from bakery_server import runserver
from kit import scene, tell


def play(*words):
    with runserver(*words) as bakery:
        bakery.get("/")
        notes = bakery.notes()
    tell("processes: %s" % len({process for process, role, text in notes}))
    for role in "parent", "child":
        for process, noted_role, text in notes:
            if noted_role == role:
                tell("%s: %s" % (role, text))


@scene("runserver")
def reloading():
    play()


@scene("runserver --noreload")
def single():
    play("--noreload")
