"""Plays one scene of a surprise on real Django, in a process that nobody has set up."""

import importlib
import io
import os
import shutil
import sys
import tempfile

import kit

HERE = os.path.dirname(os.path.abspath(__file__))


def play(number, title):
    """What a scene told, line by line. Raises KeyError where there is no such scene."""
    start = "%02d_" % number
    (name,) = [file[:-3] for file in os.listdir(HERE) if file.startswith(start)]
    importlib.import_module(name)
    sys.stdout = io.StringIO()
    kit.place = tempfile.mkdtemp(prefix="surprise-")
    try:
        kit.scenes[title]()
    finally:
        shutil.rmtree(kit.place)
    return kit.told
