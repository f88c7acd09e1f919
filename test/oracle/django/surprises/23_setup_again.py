"""Surprise 23: setup() may run again, but not everything in it; inside ready() it hides the cause."""

import django
from django.apps import AppConfig

from kit import attempt, configure, folder, module, scene, tell


def start(ready):
    class ShelfConfig(AppConfig):
        name = "shelf"
        path = folder()

        def ready(self):
            tell("ready()")
            ready()

    module("shelf")
    module("shelf.apps", ShelfConfig=ShelfConfig)
    module("shelf.log", configure=lambda config: tell("logging is configured"))
    configure(
        INSTALLED_APPS=["shelf.apps.ShelfConfig"],
        LOGGING_CONFIG="shelf.log.configure",
        LOGGING={"version": 1},
    )


@scene("setup() two times")
def twice():
    start(lambda: None)
    tell("setup() again")
    django.setup()


@scene("setup() inside ready()")
def inside():
    tell("the first time: %s" % attempt(lambda: start(django.setup)))
    tell("the second time: %s" % attempt(django.setup))


@scene("ready() fails, then setup() again")
def hidden():
    def fails():
        raise ValueError("the real cause")

    tell("the first time: %s" % attempt(lambda: start(fails)))
    tell("the second time: %s" % attempt(django.setup))
    tell("the third time: %s" % attempt(django.setup))
