"""Prints the version of this Python, where its library is, and where the names that it reads are defined."""

import json
import sys
import sysconfig

import record_places

names = json.loads(sys.stdin.read())
found = record_places.places(names)
answer = {
    "version": sys.version.split()[0],
    "library": sysconfig.get_path("stdlib"),
    "places": found,
}
sys.stdout.write(json.dumps(answer))
