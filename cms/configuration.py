"""The environment, read once and in this one place.

Every value has a meaning that can be wrong; a wrong one stops the start with a sentence
that says which variable it is and what to put there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

PROJECT_ROOT = Path(__file__).resolve().parent.parent

_TARGET_SCHEMES = ("file", "s3")
_MINIMUM_KEY_LENGTH = 50
_FREE_KEY_ENDING = ":fx"


class ConfigurationError(Exception):
    """A setting in the environment is missing or wrong; the text says which and why."""


@dataclass(frozen=True)
class Configuration:
    """One installation, as its environment describes it."""

    database: dj_database_url.DBConfig
    secret_key: str
    var: Path
    portal_base_url: str
    publish_target: str
    deepl_auth_key: str
    deepl_server_url: str
    onpremises_url: str
    onpremises_api_key: str
    s3_endpoint_url: str
    admin_base_url: str

    @property
    def admin_host(self) -> str:
        """The host name the admin is reached under."""
        return urlsplit(self.admin_base_url).hostname or ""


def read(environ: Mapping[str, str], *, production: bool = False) -> Configuration:
    """Return the configuration that *environ* describes.

    Args:
        production: require what a public installation cannot do without (SECRET_KEY,
            PORTAL_BASE_URL, PUBLISH_TARGET and DATABASE_URL must then be given).

    Raises:
        ConfigurationError: a value is missing or cannot be right.
    """
    var = Path(environ.get("PORTAL_VAR") or PROJECT_ROOT / "var").expanduser().resolve()
    if var.exists() and not var.is_dir():
        raise ConfigurationError(f"PORTAL_VAR names {var}, which is a file. Name a folder.")
    return Configuration(
        database=_database(environ, var, production),
        secret_key=_secret_key(environ, production),
        var=var,
        portal_base_url=_base_url(environ, production),
        publish_target=_target(environ, var, production),
        deepl_auth_key=_deepl_key(environ, production),
        deepl_server_url=_optional_url(environ, "DEEPL_SERVER_URL"),
        onpremises_url=_optional_url(environ, "ONPREMISES_URL"),
        onpremises_api_key=environ.get("ONPREMISES_API_KEY", "").strip(),
        s3_endpoint_url=_optional_url(environ, "S3_ENDPOINT_URL"),
        admin_base_url=_admin_url(environ, production),
    )


def _required(environ: Mapping[str, str], name: str, example: str) -> str:
    value = environ.get(name, "").strip()
    if not value:
        raise ConfigurationError(f"{name} is not set. A production start needs it, for example {example}.")
    return value


def _database(environ: Mapping[str, str], var: Path, production: bool) -> dj_database_url.DBConfig:
    if production:
        _required(environ, "DATABASE_URL", "postgres://portal@localhost/portal")
    url = environ.get("DATABASE_URL") or f"sqlite:///{var / 'portal.sqlite3'}"
    try:
        return dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
        raise ConfigurationError(
            "DATABASE_URL is not a database address that can be read. "
            "Write it like postgres://user:password@host:5432/name or sqlite:////path/file.sqlite3."
        ) from error


def _secret_key(environ: Mapping[str, str], production: bool) -> str:
    if not production:
        return environ.get("SECRET_KEY") or "only-for-development-" + "x" * _MINIMUM_KEY_LENGTH
    key = _required(environ, "SECRET_KEY", "the output of `openssl rand -base64 48`")
    if len(key) < _MINIMUM_KEY_LENGTH:
        raise ConfigurationError(
            f"SECRET_KEY has {len(key)} characters; it needs at least {_MINIMUM_KEY_LENGTH} random ones."
        )
    return key


def _base_url(environ: Mapping[str, str], production: bool) -> str:
    if production:
        _required(environ, "PORTAL_BASE_URL", "https://www.example.vn")
    url = environ.get("PORTAL_BASE_URL") or "http://127.0.0.1:8001"
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.path.strip("/"):
        raise ConfigurationError(
            f"PORTAL_BASE_URL is {url!r}. It must be the portal's origin alone, like https://www.example.vn."
        )
    return url.rstrip("/")


def _admin_url(environ: Mapping[str, str], production: bool) -> str:
    if production:
        _required(environ, "ADMIN_BASE_URL", "https://cms.example.vn")
    return _optional_url(environ, "ADMIN_BASE_URL").rstrip("/") or "http://127.0.0.1:8000"


def _target(environ: Mapping[str, str], var: Path, production: bool) -> str:
    if production:
        _required(environ, "PUBLISH_TARGET", "s3://bucket/prefix")
    target = environ.get("PUBLISH_TARGET") or (var / "site").as_uri()
    parts = urlsplit(target)
    if parts.scheme not in _TARGET_SCHEMES:
        raise ConfigurationError(
            f"PUBLISH_TARGET is {target!r}. It must begin with file:/// or s3:// (s3://bucket/prefix)."
        )
    if parts.scheme == "s3" and not parts.netloc:
        raise ConfigurationError("PUBLISH_TARGET names no bucket. Write it like s3://bucket/prefix.")
    if parts.scheme == "file" and (parts.netloc or not parts.path.startswith("/") or parts.path == "/"):
        raise ConfigurationError(
            f"PUBLISH_TARGET is {target!r}. A folder is written with three slashes: file:///srv/portal/site."
        )
    return target


def _deepl_key(environ: Mapping[str, str], production: bool) -> str:
    key = environ.get("DEEPL_AUTH_KEY", "").strip()
    if production and key.endswith(_FREE_KEY_ENDING):
        raise ConfigurationError(
            "DEEPL_AUTH_KEY is the key of a free account, whose texts DeepL may keep and learn from. "
            "A production start needs the key of a paid one, or none."
        )
    return key


def _optional_url(environ: Mapping[str, str], name: str) -> str:
    url = environ.get(name, "").strip()
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise ConfigurationError(f"{name} is {url!r}. It must be an address such as https://host:port.")
    return url
