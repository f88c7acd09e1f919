"""Suite django-uris: addresses and what may stand in them."""

from django.utils import encoding, http

from calls import call

FUNCTIONS = {
    "iri_to_uri": encoding.iri_to_uri,
    "uri_to_iri": encoding.uri_to_iri,
    "escape_uri_path": encoding.escape_uri_path,
    "filepath_to_uri": encoding.filepath_to_uri,
    "repercent_broken_unicode": encoding.repercent_broken_unicode,
    "escape_leading_slashes": http.escape_leading_slashes,
    "is_safe_url": http.is_safe_url,
    "urlencode": http.urlencode,
}


def run(case):
    """What one case of the suite did."""
    return call(FUNCTIONS, case)
