"""What every snippet of Django begins with here: a clock that stands still, and an empty folder."""

import os
import time
import warnings

NOW = 1556668800.0
FOLDER = "/scene"


def begin():
    """As test/oracle/django/fences/start.py begins on CPython 3.11."""
    from . import shims

    shims.install()
    time.time = lambda: NOW
    warnings.simplefilter("ignore")
    os.makedirs(FOLDER, exist_ok=True)
    os.chdir(FOLDER)
    import django
    import django.conf
