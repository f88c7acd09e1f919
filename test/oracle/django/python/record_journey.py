"""Suite django-journey: the request that the book follows, from the process that wakes up on."""

import json
import os
import subprocess
import sys

import record_trace

WAKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "wake.py")


def wake(functions):
    """Which of these functions a new process enters while it makes the application, each once."""
    env = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    asked = json.dumps(functions).encode()
    told = subprocess.check_output([sys.executable, WAKE], input=asked, env=env)
    return json.loads(told.decode())


def run(case):
    """The calls of the start, of the making of the handler, and of the request."""
    return dict(record_trace.run(case), wake=wake(case["wake"]))
