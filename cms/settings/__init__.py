"""Settings: ``base`` for all, ``dev`` (default), ``test`` and ``production`` on top."""
