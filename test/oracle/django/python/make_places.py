"""Prints where the names that it reads are defined in real Django: one line of JSON a name."""

import json
import sys

import record

NAMES = json.loads(sys.stdin.read())
APPS = ["auth", "contenttypes", "sessions", "messages"]

record.SETTINGS["INSTALLED_APPS"] = ["django.contrib.%s" % app for app in APPS]
record.start(sys.argv[1], "django-places")

import record_places

found = record_places.places(NAMES)
lines = ["%s:%s" % (json.dumps(name), json.dumps(found[name], separators=(",", ":"))) for name in sorted(found)]
sys.stdout.write("{\n%s\n}\n" % ",\n".join(lines))
