"""Sessions."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from demo.plain import text


def count(request):
    visits = request.session.get("visits", 0) + 1
    request.session["visits"] = visits
    return text("visit %s" % visits)


def look(request):
    return text("visits: %s" % request.session.get("visits"))


def untouched(request):
    return text("untouched")


def flush(request):
    request.session.flush()
    return text("flushed")


def cycle(request):
    request.session.cycle_key()
    return text("cycled")


def clear(request):
    request.session.clear()
    return text("cleared")


def expiry(request):
    request.session["visits"] = 1
    request.session.set_expiry(int(request.GET.get("seconds", "0")))
    return text("%s" % request.session.get_expire_at_browser_close())


def nested(request):
    request.session.setdefault("list", []).append("x")
    request.session.modified = "modified" in request.GET
    return text("%s" % len(request.session["list"]))


def broken(request):
    request.session["visits"] = 100
    raise ValueError("after a change")


def removed(request):
    del request.session["absent"]
    return text("removed")


def deleted(request):
    request.session["visits"] = 7
    request.session.delete(request.session.session_key)
    return text("deleted meanwhile")


def tested(request):
    worked = request.session.test_cookie_worked()
    if worked:
        request.session.delete_test_cookie()
    else:
        request.session.set_test_cookie()
    return text("worked" if worked else "set")


@csrf_exempt
def keep(request):
    for name, value in request.POST.items():
        request.session[name] = value
    items = sorted(request.session.items())
    return text("\n".join("%s=%s" % item for item in items))


urlpatterns = [
    path("count/", count),
    path("look/", look),
    path("untouched/", untouched),
    path("flush/", flush),
    path("cycle/", cycle),
    path("clear/", clear),
    path("expiry/", expiry),
    path("nested/", nested),
    path("broken/", broken),
    path("removed/", removed),
    path("deleted/", deleted),
    path("tested/", tested),
    path("keep/", keep),
]
