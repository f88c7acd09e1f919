"""Streams that stand in for a snippet's stdout and stderr: bounded, and never the process's own."""

import io


class OutputLimit(KeyboardInterrupt):
    """Raised in the snippet that prints too much; doctest lets a KeyboardInterrupt through."""


class Sink(io.RawIOBase):
    """Keeps the bytes written, up to a limit; they stay readable when the snippet closes it."""

    def __init__(self, limit):
        self.limit = limit
        self.kept = bytearray()
        self.over = False

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        data = bytes(data)
        room = self.limit - len(self.kept)
        self.kept += data[:room]
        if len(data) > room:
            self.over = True
            raise OutputLimit
        return len(data)

    def text(self, start=0):
        data = bytes(self.kept[start:])
        try:
            return data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return data.decode("utf-8", "replace")


class Void(io.RawIOBase):
    """Takes whatever is written between fences and keeps nothing."""

    def writable(self):
        return True

    def write(self, data):
        return len(data)


class Capture(io.TextIOWrapper):
    """A text stream over a sink, with the two methods that doctest asks of its fake stdout."""

    def __init__(self, sink, errors="strict"):
        super().__init__(sink, "utf-8", errors, newline="\n", write_through=True)
        self._sink = sink
        self._mark = 0

    def getvalue(self):
        text = self._sink.text(self._mark)
        return text + "\n" if text and not text.endswith("\n") else text

    def truncate(self, size=None):
        self._mark = len(self._sink.kept)
