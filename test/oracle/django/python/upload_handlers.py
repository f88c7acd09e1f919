"""Upload handlers of every kind; each tells its request what it was asked."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict


class Told(FileUploadHandler):
    """Hands on what it gets."""

    def tell(self, *event):
        self.request.__dict__.setdefault("told", []).append([type(self).__name__, *event])

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.tell("raw", content_length, boundary, encoding)

    def new_file(self, field_name, file_name, content_type, content_length, *more, **named):
        super().new_file(field_name, file_name, content_type, content_length, *more, **named)
        self.tell("new", field_name, file_name, content_type, content_length)

    def receive_data_chunk(self, raw_data, start):
        self.tell("chunk", raw_data[:20], len(raw_data), start)
        return raw_data

    def file_complete(self, file_size):
        self.tell("complete", file_size)

    def upload_complete(self):
        self.tell("end")


class Small(Told):
    chunk_size = 60


class Sizeless(Told):
    chunk_size = None


class Last(Told):
    def upload_complete(self):
        super().upload_complete()
        return True


class Upper(Told):
    def receive_data_chunk(self, raw_data, start):
        return super().receive_data_chunk(raw_data, start).upper()


class Swallow(Told):
    def receive_data_chunk(self, raw_data, start):
        super().receive_data_chunk(raw_data, start)


class Quota(Told):
    reset = False

    def receive_data_chunk(self, raw_data, start):
        super().receive_data_chunk(raw_data, start)
        if start + len(raw_data) > 4:
            raise StopUpload(connection_reset=self.reset)
        return raw_data


class Reset(Quota):
    reset = True


class Skip(Told):
    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        if self.file_name.startswith("skip"):
            raise SkipFile("not this one")


class SkipLate(Told):
    def receive_data_chunk(self, raw_data, start):
        super().receive_data_chunk(raw_data, start)
        raise SkipFile("no more of it")


class Raw(Told):
    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        super().handle_raw_input(input_data, META, content_length, boundary, encoding)
        return QueryDict("raw=%d" % len(input_data.read(7))), MultiValueDict()


class Broken(Told):
    def file_complete(self, file_size):
        raise ValueError("no file comes of it")


class Bare(FileUploadHandler):
    pass
