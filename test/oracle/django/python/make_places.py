"""Prints where the names that it reads are defined in real Django; no places before Python 3.8, whose
parser does not say where a definition ends."""

import json
import sys

import record

NAMES = json.loads(sys.stdin.read())
APPS = ["auth", "contenttypes", "sessions", "messages"]

record.SETTINGS["INSTALLED_APPS"] = ["django.contrib.%s" % app for app in APPS]
record.start(sys.argv[1], "django-places")

import record_places

found = record_places.places(NAMES) if sys.version_info >= (3, 8) else None
sys.stdout.write(json.dumps({"python": sys.version.split()[0], "places": found}))
