"""Suite django-pitfalls: the scenes of the surprises, each in a process of its own.

A process is forked from this one, which has imported most of Django and set up none of it.
"""

import importlib
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../surprises"))

for name in "core.wsgi", "core.servers.basehttp", "test", "views.debug", "template.response":
    importlib.import_module("django." + name)

from play import play  # noqa: E402


def run(case):
    """What a scene told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        play_and_end(case, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError("%s was not played: %s" % (case["id"], told))
    return {"told": json.loads(told)}


def play_and_end(case, writing):
    """Plays a scene, writes what it told, and ends this process."""
    status = 0
    with os.fdopen(writing, "w") as pipe:
        try:
            pipe.write(json.dumps(play(case["surprise"], case["scene"])))
        except BaseException as error:
            pipe.write(repr(error))
            status = 1
    os._exit(status)
