"""The bakery's command line."""

import os
import sys

from bakery.notes import note

if __name__ == "__main__":
    note("manage.py runs")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bakery.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
