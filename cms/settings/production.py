"""A public installation: every secret from the environment, HTTPS only, tasks in workers."""

from urllib.parse import urlsplit

from cms.settings.base import *  # noqa: F403 - settings are layered by Django's own convention
from cms.settings.base import CONFIGURATION

ALLOWED_HOSTS = [CONFIGURATION.admin_host]
CSRF_TRUSTED_ORIGINS = [CONFIGURATION.admin_base_url]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = urlsplit(CONFIGURATION.admin_base_url).scheme == "https"
SECURE_HSTS_SECONDS = 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
