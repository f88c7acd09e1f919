"""Surprise 1: settings are read at the first touch, and copied then."""

import os
import sys

from kit import attempt, folder, scene, tell

SETTINGS = """
from kit import tell
tell("the body of shop_settings runs")
SECRET_KEY = "surprise"
GREETING = "hello"
"""


def install():
    """Puts a settings module on the disk."""
    with open(os.path.join(folder(), "shop_settings.py"), "w") as file:
        file.write(SETTINGS)
    sys.path.insert(0, folder())
    os.environ["DJANGO_SETTINGS_MODULE"] = "shop_settings"


@scene("importing Django's door for servers reads nothing")
def importing():
    install()
    import django.core.wsgi
    from django.conf import settings

    tell("django.core.wsgi is imported; configured: %s" % settings.configured)
    tell("settings.GREETING is %r" % settings.GREETING)
    tell("configured: %s" % settings.configured)


@scene("the values are copies")
def copies():
    install()
    from django.conf import settings

    tell("settings.GREETING is %r" % settings.GREETING)
    import shop_settings

    shop_settings.GREETING = "goodbye"
    tell("the module now says 'goodbye', settings.GREETING is %r" % settings.GREETING)
    tell("settings.configure(): %s" % attempt(settings.configure))
