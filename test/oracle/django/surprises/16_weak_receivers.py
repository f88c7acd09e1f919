"""Surprise 16: a receiver that nothing else holds is gone before the first signal."""

from django.apps import AppConfig
from django.core.signals import request_started

from kit import configure, folder, module, scene, tell


def play(connect):
    """Starts a site whose application connects receivers in ready(), and sends the signal once."""

    class ShopConfig(AppConfig):
        name = "shelf"
        path = folder()

        def ready(self):
            connect()
            tell("ready() returns")

    module("shelf")
    module("shelf.apps", ShopConfig=ShopConfig)
    configure(INSTALLED_APPS=["shelf.apps.ShopConfig"])
    request_started.send(None)
    tell("the signal was sent")


def at_module_level(**kwargs):
    tell("the receiver is called")


@scene("a function that ready() defines")
def local():
    def connect():
        def receiver(**kwargs):
            tell("the receiver is called")

        request_started.connect(receiver)

    play(connect)


@scene("the same with weak=False")
def strong():
    def connect():
        def receiver(**kwargs):
            tell("the receiver is called")

        request_started.connect(receiver, weak=False)

    play(connect)


@scene("a function of a module, connected two times")
def of_a_module():
    def connect():
        request_started.connect(at_module_level)
        request_started.connect(at_module_level)

    play(connect)


def connect_anew(**options):
    def receiver(**kwargs):
        tell("the receiver is called")

    request_started.connect(receiver, weak=False, **options)


@scene("two functions made alike")
def doubled():
    def connect():
        connect_anew()
        connect_anew()

    play(connect)


@scene("two functions made alike, with a dispatch_uid")
def with_uid():
    def connect():
        connect_anew(dispatch_uid="shelf")
        connect_anew(dispatch_uid="shelf")

    play(connect)
