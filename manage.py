#!/usr/bin/env python
"""Run a command of the portal."""

import os
import sys

from django.core.management import execute_from_command_line

from cms.configuration import ConfigurationError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    try:
        execute_from_command_line(sys.argv)
    except ConfigurationError as error:
        sys.exit(f"The portal cannot start: {error}")
