"""Files as a Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """What people hand in, byte for byte as it came."""

    name = "convoca.files"
    label = "files"
