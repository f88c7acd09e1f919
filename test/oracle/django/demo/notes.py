"""A table of notes, read and written without models."""

from django.db import IntegrityError, connection, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from demo.plain import text

app_name = "notes"


def rows(sql, params=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def insert(note):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO notes (text) VALUES (%s)", [note])


def all(request):
    return text("\n".join("%s %s" % row for row in rows("SELECT id, text FROM notes ORDER BY id")))


def detail(request, id):
    found = rows("SELECT text FROM notes WHERE id = %s", [id])
    if not found:
        raise Http404("no note %s" % id)
    return text(found[0][0])


@csrf_exempt
@require_POST
def add(request):
    insert(request.POST["text"])
    return redirect(reverse("notes:list", current_app=request.resolver_match.namespace))


@csrf_exempt
def safe(request):
    try:
        with transaction.atomic():
            insert("second")
            insert("first")
    except IntegrityError as error:
        return text("kept out: %s" % error)


def failing(request):
    insert("written before the error")
    raise ValueError("after a write")


def returned(request):
    insert("written before a returned 500")
    return HttpResponse("returned", status=500)


def atomic(request):
    return text("in a transaction" if connection.in_atomic_block else "no transaction")


@transaction.non_atomic_requests
def loose(request):
    return atomic(request)


def wrong(request):
    return text(rows("SELECT nothing FROM nowhere"))


urlpatterns = [
    path("", all, name="list"),
    path("<int:id>/", detail, name="detail"),
    path("add/", add, name="add"),
    path("safe/", safe),
    path("failing/", failing),
    path("returned/", returned),
    path("atomic/", atomic),
    path("loose/", loose),
    path("wrong/", wrong),
]
