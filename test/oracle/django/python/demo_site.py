"""The demo project, made ready to be asked: its database anew for each case, its randomness even."""

import logging
import os
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TEMPLATES = os.path.join(HERE, "../../../../src/runtime/examples/django/templates")


def configure():
    """Names the settings of the demo, whose database lies in a folder of its own."""
    sys.path.insert(0, os.path.dirname(HERE))
    folder = tempfile.mkdtemp(prefix="oracle-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "demo.settings"
    os.environ["DEMO_DATABASE"] = os.path.join(folder, "demo.sqlite3")
    os.environ["DEMO_TEMPLATES"] = os.path.abspath(TEMPLATES)
    return folder


class Entropy:
    """Draws by the arithmetic of the runtime's seeded entropy, and keeps what it drew."""

    def __init__(self, seed):
        self.state = seed
        self.drawn = []

    def choice(self, choices):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        self.drawn.append(choices[int(self.state / 2 ** 32 * len(choices))])
        return self.drawn[-1]


class Database:
    """The database of the demo, as it is at the beginning."""

    def __init__(self):
        from django.core.management import call_command
        from django.db import connection

        from demo import database

        call_command("migrate", verbosity=0)
        database.create()
        connection.close()
        self.path = os.environ["DEMO_DATABASE"]
        shutil.copy(self.path, self.path + ".first")

    def restore(self):
        from django.db import connection

        connection.close()
        shutil.copy(self.path + ".first", self.path)


class Events(logging.Handler):
    """Notes signals and records of the log in the order in which they come."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def connect(self):
        from django.contrib.auth import signals as auth
        from django.core import signals

        logging.disable(logging.NOTSET)
        logging.getLogger().addHandler(self)
        for module, names in (
            (signals, ("request_started", "request_finished", "got_request_exception")),
            (auth, ("user_logged_in", "user_logged_out", "user_login_failed")),
        ):
            for name in names:
                getattr(module, name).connect(self._noting(name), weak=False)

    def _noting(self, name):
        return lambda **kwargs: self.seen.append(name)

    def emit(self, record):
        self.seen.append("%s %s: %s" % (record.levelname, record.name, record.getMessage()))

    def take(self):
        seen, self.seen = self.seen, []
        return seen
