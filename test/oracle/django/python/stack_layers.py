"""The layers of a stack: classes with MiddlewareMixin, classes without, and functions.

Each hook notes that it was entered and what it saw, then does what the case says. MIDDLEWARE
names the layers as attributes of this module; `fill` puts them there.
"""

from django.http import HttpResponse
from django.utils.deprecation import MiddlewareMixin

from stack_actions import act, note

METHODS = {
    "request": "process_request",
    "view": "process_view",
    "template": "process_template_response",
    "exception": "process_exception",
    "response": "process_response",
}
NAMES = "ABCDEF"


class Hooks:
    """What the hooks of one layer do."""

    def __init__(self, name, layer):
        self.name = name
        self.actions = layer["hooks"]
        self.init_action = layer.get("init")
        self.call = layer.get("call")
        self.looks = layer.get("looks", True)

    def init(self):
        note("%s.init" % self.name)
        return act(self.init_action)

    def request(self, request):
        note("%s.request" % self.name)
        action = self.actions["request"]
        if action == ["elsewhere"]:
            request.urlconf = "stack_elsewhere"
        elif action == ["nowhere"]:
            request.urlconf = None
        else:
            return act(action)

    def view(self, request, view, args, kwargs):
        given = ["%s=%s" % pair for pair in sorted(kwargs.items())]
        note("%s.view %s(%s)" % (self.name, view.__name__, ", ".join([*args, *given])))
        return act(self.actions["view"])

    def exception(self, request, exception):
        note("%s.exception %s: %s" % (self.name, type(exception).__name__, exception))
        return act(self.actions["exception"])

    def template(self, request, response):
        return self.answer("template", response)

    def response(self, request, response):
        return self.answer("response", response)

    def answer(self, hook, response):
        note("%s.%s" % (self.name, hook))
        if self.looks:
            note("%s saw %s" % (self.name, response.status_code))
        action = self.actions[hook]
        if action is None:
            return response
        if action == ["read"]:
            note("%s read %s" % (self.name, len(response.content)))
            return response
        if action == ["mark"]:
            response["X-Layer-" + self.name] = hook
            response.status_code = 203
            return response
        return act(action)

    def around(self, request, get_response):
        """What a layer does that is called with a request."""
        if "request" in self.actions:
            answer = self.request(request)
            if answer is not None:
                return answer
        response = self.inwards(request, get_response)
        return self.response(request, response) if "response" in self.actions else response

    def inwards(self, request, get_response):
        if self.call == "twice":
            get_response(request)
        if self.call != "catch":
            return get_response(request)
        try:
            return get_response(request)
        except Exception as error:
            note("%s caught %s" % (self.name, type(error).__name__))
            return HttpResponse("caught", status=503)


def _method(hook):
    return lambda self, *given: hook(*given)


def _methods(hooks, names):
    return {METHODS[name]: _method(getattr(hooks, name)) for name in names}


def mixin(hooks):
    """A class whose hooks MiddlewareMixin calls."""

    def init(self, get_response=None):
        MiddlewareMixin.__init__(self, get_response)
        hooks.init()

    members = {"__init__": init, **_methods(hooks, hooks.actions)}
    return type(hooks.name, (MiddlewareMixin,), members)


def plain(hooks):
    """A class with `__call__`."""

    def init(self, get_response):
        self.get_response = get_response
        hooks.init()

    def call(self, request):
        return hooks.around(request, self.get_response)

    names = [name for name in hooks.actions if name not in ("request", "response")]
    return type(hooks.name, (), {"__init__": init, "__call__": call, **_methods(hooks, names)})


def function(hooks):
    """A function that makes a function; its other hooks are attributes of that."""

    def factory(get_response):
        def layer(request):
            return hooks.around(request, get_response)

        for name in hooks.actions:
            if name not in ("request", "response"):
                setattr(layer, METHODS[name], _function(getattr(hooks, name)))
        answer = hooks.init()
        return layer if hooks.init_action is None else answer

    return factory


def _function(hook):
    def entered(*given):
        return hook(*given)

    return entered


STYLES = {"mixin": mixin, "class": plain, "function": function}


def fill(layers):
    """Makes the layers of a case; gives their names as MIDDLEWARE has them, outermost first."""
    for name in NAMES:
        globals().pop(name, None)
    for name, layer in zip(NAMES, layers):
        if layer["style"] != "missing":
            globals()[name] = STYLES[layer["style"]](Hooks(name, layer))
    return ["stack_layers." + name for name, _ in zip(NAMES, layers)]
