"""Users who come and go, and messages for them."""

from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.decorators import user_passes_test
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import path

from demo.forms import FORM
from demo.plain import text


def enter(request):
    if request.method != "POST":
        return HttpResponse(FORM % get_token(request))
    name, password = request.POST.get("username", ""), request.POST.get("password", "")
    user = authenticate(request, username=name, password=password)
    if user is None:
        return text("no such user", status=403)
    login(request, user)
    messages.success(request, "Welcome, %s" % user.username)
    return HttpResponseRedirect(request.GET.get("next", "/accounts/profile/"))


def leave(request):
    logout(request)
    return text("left")


@login_required
def profile(request):
    return text("profile of %s" % request.user.username)


@login_required(login_url="/enter/", redirect_field_name="back")
def elsewhere(request):
    return text("elsewhere")


@user_passes_test(lambda user: user.username == "zoe")
def picky(request):
    return text("picky")


def whoever(request):
    return text("%s %s" % (request.user, request.user.is_authenticated))


def say(request):
    messages.info(request, request.GET.get("text", "said"))
    messages.debug(request, "too quiet")
    messages.error(request, "an error", extra_tags="loud")
    return text("noted")


def read(request):
    lines = ["%s: %s" % (one.tags, one.message) for one in messages.get_messages(request)]
    return text("\n".join(lines))


def peek(request):
    return text("%s" % len(messages.get_messages(request)))


urlpatterns = [
    path("login/", enter, name="login"),
    path("logout/", leave),
    path("profile/", profile),
    path("elsewhere/", elsewhere),
    path("picky/", picky),
    path("whoever/", whoever),
    path("say/", say),
    path("read/", read),
    path("peek/", peek),
]
