"""Suite django-etags: the tags of RFC 7232."""

from django.utils import http

from calls import call

FUNCTIONS = {"parse_etags": http.parse_etags, "quote_etag": http.quote_etag}


def run(case):
    """What one case of the suite did."""
    return call(FUNCTIONS, case)
