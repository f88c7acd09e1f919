"""Record the settings that real Django has where a site says nothing.

Run by hand, with a Django 2.2.28 at hand (CPython 3.11 gave the committed data):

    python record_global_settings.py > global-settings.json

A tuple is written as an object with the one key ``tuple``.
"""
import json
import sys

from django.conf import global_settings


def plain(value):
    if isinstance(value, tuple):
        return {'tuple': [plain(item) for item in value]}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


names = [name for name in dir(global_settings) if name.isupper()]
settings = {name: plain(getattr(global_settings, name)) for name in names}
json.dump(settings, sys.stdout, indent=2, ensure_ascii=False)
sys.stdout.write('\n')
