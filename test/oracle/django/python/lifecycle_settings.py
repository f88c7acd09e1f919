"""Verbs that ready Django, ask its registry, and read or change settings."""

import sys

import django
from django.apps import apps
from django.conf import settings
from django.core.signals import setting_changed
from django.test.utils import modify_settings, override_settings
from django.urls import get_script_prefix
from django.utils.module_loading import autodiscover_modules

from lifecycle_program import decode_all
from values import decode, encode


def configure(program, values, module=None):
    defaults = {} if module is None else {"default_settings": sys.modules[module]}
    settings.configure(**defaults, **decode_all(values))


def known_names(program, names):
    there = dir(settings)
    program.tell("known", [name for name in names if name in there])


def override(program, values, steps):
    with override_settings(**decode_all(values)):
        program.attempt(steps)


def modify(program, changes, steps):
    with modify_settings(**decode_all(changes)):
        program.attempt(steps)


def watch(program):
    def note(setting, value, enter, **kwargs):
        program.tell("setting changed", setting, encode(value), enter)

    setting_changed.connect(note, weak=False)


def discover(program, names, registers=False):
    autodiscover_modules(*names, **({"register_to": program.registry} if registers else {}))


def describe(config):
    return [config.label, config.name, str(config.verbose_name), type(config).__name__]


VERBS = {
    "setup": lambda program, options={}: django.setup(**options),
    "populate": lambda program, installed=None: apps.populate(installed),
    "phases": lambda program: program.tell(
        "phases", apps.apps_ready, apps.models_ready, apps.ready
    ),
    "configs": lambda program: program.tell(
        "configs", [describe(config) for config in apps.get_app_configs()]
    ),
    "config of": lambda program, label: program.tell(
        "config", describe(apps.get_app_config(label))
    ),
    "installed": lambda program, name: program.tell("installed", apps.is_installed(name)),
    "prefix": lambda program: program.tell("prefix", get_script_prefix()),
    "discover": discover,
    "register": lambda program, key: program.registry._registry.update({key: True}),
    "registry": lambda program: program.tell("registry", list(program.registry._registry)),
    "setting": lambda program, name: program.tell(
        "setting", name, encode(getattr(settings, name))
    ),
    "has setting": lambda program, name: program.tell("has", name, hasattr(settings, name)),
    "set": lambda program, name, value: setattr(settings, name, decode(value)),
    "delete": lambda program, name: delattr(settings, name),
    "configured": lambda program: program.tell("configured", settings.configured),
    "configure": configure,
    "overridden": lambda program, name: program.tell(
        "overridden", name, settings.is_overridden(name)
    ),
    "known": known_names,
    "shown": lambda program: program.tell("shown", repr(settings)),
    "override": override,
    "modify": modify,
    "watch settings": watch,
}
