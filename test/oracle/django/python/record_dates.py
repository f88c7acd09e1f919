"""Suite django-dates: the dates of HTTP, written and read."""

from django.utils import http

from calls import call

FUNCTIONS = {
    "http_date": http.http_date,
    "cookie_date": http.cookie_date,
    "parse_http_date": http.parse_http_date,
    "parse_http_date_safe": http.parse_http_date_safe,
}


def run(case):
    """What one case of the suite did."""
    return call(FUNCTIONS, case)
