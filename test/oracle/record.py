"""Records what the real wsgiref does with cases that hold inputs alone."""

import json
import os
import sys
import time

NOW = 1556668800.0

time.time = lambda: NOW
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "python"))

import record_handler
import record_values

SUITES = {"wsgiref-handler": record_handler.run, "wsgiref-values": record_values.run}


def record(text):
    """Takes {"suite", "cases"} as JSON; gives {"python", "outs"}, one out for each case."""
    asked = json.loads(text)
    run = SUITES[asked["suite"]]
    outs = [run(case) for case in asked["cases"]]
    return json.dumps({"python": sys.version.split()[0], "outs": outs})


if __name__ == "__main__":
    sys.stdout.write(record(sys.stdin.read()))
