"""What Django 2.2 misses on the Python of the page, given back to it. Django itself stays as it is."""

from . import cgi_module, context_copy, distutils_version, key_derivation


def install():
    """Gives it back. Once a process, before Django is imported."""
    for shim in (distutils_version, cgi_module, context_copy, key_derivation):
        shim.install()
