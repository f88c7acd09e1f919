"""A layer that notes that it is made, and what passes through it."""

from bakery.notes import note


class Noting:
    def __init__(self, get_response):
        note("the layer is made")
        self.get_response = get_response

    def __call__(self, request):
        note("the layer sees %s" % request.path)
        return self.get_response(request)
