"""A CPython process that takes calls of the driver, one line of JSON each: what worker.ts is to Pyodide.

Its arguments are a Python file to run before the first call, and what that file takes. It reads
calls on stdin and answers on descriptor 3; a call that uses more than its time on a processor is
interrupted, and one that does not heed that ends the process.
"""

import importlib
import json
import os
import runpy
import signal
import sys
import time
from types import ModuleType

GRACE = 0.5
FOLDER = os.path.dirname(os.path.abspath(__file__))


def load(name):
    """A module of this folder, in a package whose name no snippet uses by chance."""
    if "round_trip" not in sys.modules:
        package = sys.modules["round_trip"] = ModuleType("round_trip")
        package.__path__ = [FOLDER]
    return importlib.import_module("round_trip." + name)


class Host:
    """Answers calls of the driver until there are no more."""

    def __init__(self, driver, requests, replies):
        self._driver = driver
        self._requests = requests
        self._replies = replies
        self._clock = time.process_time
        self._begun = 0.0
        self._asked = False

    def serve(self):
        self._say({"kind": "ready", "version": self._driver.prepare()})
        for line in self._requests:
            call = json.loads(line)
            self._say(self._answer(call))

    def _answer(self, call):
        self._begun, self._asked = self._clock(), False
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            self._limit(call["timeout"] / 1000, GRACE)
            text = getattr(self._driver, call["name"])(call["argument"])
            return {"kind": "returned", "text": text, **self._used()}
        except KeyboardInterrupt:
            return {"kind": "interrupted", **self._used()}
        except BaseException as error:
            return {"kind": "broken", "reason": "%s: %s" % (type(error).__name__, error)}
        finally:
            self._limit(0, 0)

    def _limit(self, seconds, again):
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGPROF, self._stop)
            signal.setitimer(signal.ITIMER_PROF, seconds, again)

    def _stop(self, number, frame):
        if self._asked:
            self._say({"kind": "interrupted", **self._used()})
            os._exit(1)
        self._asked = True
        raise KeyboardInterrupt

    def _used(self):
        return {"milliseconds": (self._clock() - self._begun) * 1000, "stopped": self._asked}

    def _say(self, reply):
        self._replies.write(json.dumps(reply) + "\n")
        self._replies.flush()


def main(arguments):
    requests = os.fdopen(os.dup(0))
    replies = os.fdopen(os.dup(3), "w")
    os.close(3)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    load("no_network").cut_network()
    sys.path.pop(0)
    sys.argv[:] = arguments
    runpy.run_path(arguments[0], run_name="prelude")
    sys.argv[:] = [""]
    sys.path.insert(0, "")
    Host(load("driver"), requests, replies).serve()


if __name__ == "__main__":
    main(sys.argv[1:])
