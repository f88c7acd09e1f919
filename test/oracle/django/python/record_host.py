"""Suite django-host: hosts, and the addresses of requests."""

from django.http import request

from calls import call, settings_of
from requests import make_request
from values import attempt

FUNCTIONS = {
    "split_domain_port": request.split_domain_port,
    "validate_host": request.validate_host,
}

STEPS = {
    "get_host": lambda request: request.get_host(),
    "get_port": lambda request: request.get_port(),
    "scheme": lambda request: request.scheme,
    "is_secure": lambda request: request.is_secure(),
    "is_ajax": lambda request: request.is_ajax(),
    "get_full_path": lambda request, *given: request.get_full_path(*given),
    "get_full_path_info": lambda request, *given: request.get_full_path_info(*given),
    "build_absolute_uri": lambda request, *given: request.build_absolute_uri(*given),
    "repr": repr,
}


def run(case):
    """What one case of the suite did."""
    if "call" in case:
        return call(FUNCTIONS, case)
    with settings_of(case):
        made = []
        out = attempt(lambda: made.append(make_request(case)))
        if "error" in out:
            return out
        steps = [attempt(lambda: STEPS[name](made[0], *given)) for name, *given in case["steps"]]
        return {"steps": steps}
