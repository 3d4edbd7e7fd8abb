"""The test suite: fast hashing, tasks run at once, uploads in a folder of their own."""

from cms.settings.base import *  # noqa: F403 - settings are layered by Django's own convention

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PORTAL_BASE_URL = "https://portal.example"
DEEPL_AUTH_KEY = ""
DEEPL_SERVER_URL = ""
