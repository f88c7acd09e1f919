"""Records what real Django does with cases that hold inputs alone.

Suite django-NAME is recorded by record_NAME.py beside this file: its `run(case)` gives what was
seen from outside; `prepare(shared)`, where it has one, takes what the cases have in common.
Takes the folder of Django's packages as its argument and a file of cases as its input.
"""

import importlib
import json
import logging
import mimetypes
import os
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


def start(packages):
    """Makes Django ready, its clock standing still."""
    time.time = lambda: NOW
    mimetypes.knownfiles.clear()
    sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), packages]
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    import django
    from django.conf import settings

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
    django_version = start(sys.argv[1])
    outs = record(json.loads(sys.stdin.read()))
    python_version = sys.version.split()[0]
    answer = {"python": python_version, "django": django_version, "outs": outs}
    sys.stdout.write(json.dumps(answer))
