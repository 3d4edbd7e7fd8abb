"""A machine of one's own: the embedded defaults, debug pages, tasks in a worker thread's queue."""

from cms.settings.base import *  # noqa: F403 - settings are layered by Django's own convention

DEBUG = True
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
