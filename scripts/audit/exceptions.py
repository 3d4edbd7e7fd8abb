"""What keeps the audit from being done; what it finds is no exception."""


class AuditError(Exception):
    """The audit cannot go on; the text says why and what to do."""
