"""BaseContext.__copy__: it copies what super() gives, which Python 3.14 does not let it do."""

import sys
from importlib.machinery import PathFinder

MODULE = "django.template.context"


def copy_of(context):
    """A context of the same class, with the same attributes and a list of dicts of its own."""
    duplicate = object.__new__(type(context))
    duplicate.__dict__.update(context.__dict__)
    duplicate.dicts = context.dicts[:]
    return duplicate


class OnceImported:
    """Waits until Django imports the module, then puts the method in its place."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        spec = PathFinder.find_spec(name, path, target) if name == MODULE else None
        if spec:
            execute = spec.loader.exec_module

            def execute_and_mend(module):
                execute(module)
                module.BaseContext.__copy__ = copy_of

            spec.loader.exec_module = execute_and_mend
        return spec


def install():
    sys.meta_path.insert(0, OnceImported)
