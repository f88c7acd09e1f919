"""Records what real Django does with cases that hold inputs alone.

Suite django-NAME is recorded by record_NAME.py beside this file: its `run(case)` gives what was
seen from outside; `prepare(shared)`, where it has one, takes what the cases have in common.
A suite of the demo project has the settings of that, a bare one makes its own, the others have
those below.
Takes the folder of Django's packages as its argument and a file of cases as its input.
"""

import atexit
import importlib
import json
import logging
import mimetypes
import os
import shutil
import sys
import time
import warnings

NOW = 1556668800.0

SETTINGS = {
    "ALLOWED_HOSTS": [],
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    "DATABASES": {},
    "SECRET_KEY": "oracle",
    "TIME_ZONE": "UTC",
    "USE_I18N": False,
    "USE_TZ": False,
}

DEMO_SUITES = {"django-http", "django-journey", "django-trace"}
BARE_SUITES = {"django-lifecycle", "django-pitfalls"}


def start(packages, suite):
    """Makes Django ready, its clock standing still; for a bare suite only where to find it."""
    sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), packages]
    warnings.simplefilter("ignore")
    import django
    from django.conf import settings

    if suite in BARE_SUITES:
        return django.get_version()
    time.time = lambda: NOW
    mimetypes.knownfiles.clear()
    logging.disable(logging.CRITICAL)
    if suite in DEMO_SUITES:
        folder = importlib.import_module("demo_site").configure()
        atexit.register(shutil.rmtree, folder)
    else:
        settings.configure(**SETTINGS)
    django.setup()
    return django.get_version()


def record(asked):
    """Takes {"suite", "shared", "cases"}; gives what came of each case, in order."""
    name = asked["suite"].replace("django-", "", 1).replace("-", "_")
    suite = importlib.import_module("record_" + name)
    if hasattr(suite, "prepare"):
        suite.prepare(asked.get("shared"))
    return [suite.run(case) for case in asked["cases"]]


if __name__ == "__main__":
    asked = json.loads(sys.stdin.read())
    django_version = start(sys.argv[1], asked["suite"])
    outs = record(asked)
    python_version = sys.version.split()[0]
    answer = {"python": python_version, "django": django_version, "outs": outs}
    sys.stdout.write(json.dumps(answer))
