"""The test suite: fast hashing, tasks run at once, uploads in a folder of their own."""

import atexit
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from cms.settings.base import *  # noqa: F403 - settings are layered by Django's own convention
from cms.settings.base import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PORTAL_BASE_URL = "https://portal.example"
BAKE_FORBIDS_QUERIES = True
CARD_ROOT = Path(mkdtemp(prefix="portal-cards-"))
atexit.register(rmtree, CARD_ROOT, ignore_errors=True)
DEEPL_AUTH_KEY = ""
DEEPL_SERVER_URL = ""
ONPREMISES_URL = ""
ONPREMISES_API_KEY = ""

# A connection that a server thread keeps would stand in the way of dropping the test database.
DATABASES["default"]["CONN_MAX_AGE"] = 0
