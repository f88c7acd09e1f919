"""Suite django-multipart: what comes of the form that a request posts."""

import hashlib

import upload_handlers
from django.core.files.uploadhandler import MemoryFileUploadHandler

from calls import settings_of
from requests import make_request
from values import attempt


SHOWN = 400


def shown(value):
    """A value, or of a long one its length, its digest and how it begins and ends."""
    if len(value) <= SHOWN:
        return value
    data = value if isinstance(value, bytes) else value.encode("utf-8")
    return ["long", len(value), hashlib.sha256(data).hexdigest(), value[:20], value[-20:]]


def lists(fields):
    return [[key, [shown(value) for value in values]] for key, values in fields.lists()]


def show(upload):
    """All that is to be known of a file that came with a form."""
    return {
        "name": upload.name,
        "size": upload.size,
        "content": shown(upload.read()),
        "content_type": upload.content_type,
        "charset": upload.charset,
        "content_type_extra": upload.content_type_extra,
    }


def files(request):
    return [[key, [show(file) for file in held]] for key, held in request.FILES.lists()]


def show_upload(upload):
    """What handlers made of a file."""
    return {
        "file": repr(upload),
        "size": upload.size,
        "multiple": [upload.multiple_chunks(), upload.multiple_chunks(5)],
        "chunks": [len(chunk) for chunk in upload.chunks(5)][:10],
        "content": shown(upload.open().read()),
        "kept": upload.temporary_file_path()[-20:].split(".", 1)[1:]
        if hasattr(upload, "temporary_file_path")
        else None,
        "closed": upload.closed,
    }


def uploads(request):
    return [[key, [show_upload(file) for file in held]] for key, held in request.FILES.lists()]


def set_handlers(request):
    request.upload_handlers = [upload_handlers.Upper(request), MemoryFileUploadHandler(request)]


def insert_handler(request):
    request.upload_handlers.insert(0, upload_handlers.Told(request))


def close(request):
    request.close()
    return [file.closed for _, held in request.FILES.lists() for file in held]


STEPS = {
    "UPLOADS": uploads,
    "told": lambda request: getattr(request, "told", []),
    "handlers": lambda request: [type(each).__name__ for each in request.upload_handlers],
    "set": set_handlers,
    "insert": insert_handler,
    "alter": lambda request: request.upload_handlers.append(upload_handlers.Told(request)),
    "close": close,
    "POST": lambda request: lists(request.POST),
    "FILES": files,
    "body": lambda request: shown(request.body),
    "read": lambda request: request.read(),
    "readline": lambda request: request.readline(),
    "lines": list,
}


def text_of(pieces):
    """A body of pieces; [text, times] stands for a text that comes so often."""
    return "".join(
        piece if isinstance(piece, str) else piece[0] * piece[1] for piece in pieces
    )


def request_of(case):
    body = text_of(case["body"])
    environ = [["REQUEST_METHOD", "POST"], ["CONTENT_LENGTH", case.get("length", str(len(body)))]]
    if case["type"] is not None:
        environ.append(["CONTENT_TYPE", case["type"]])
    environ = [pair for pair in environ if pair[1] is not None] + case.get("environ", [])
    return make_request({"environ": environ, "body": body})


def run(case):
    """What one case of the suite did."""
    with settings_of(case):
        made = []
        out = attempt(lambda: made.append(request_of(case)))
        if "error" in out:
            return out
        return {"steps": [attempt(lambda: STEPS[step](made[0])) for step in case["steps"]]}
