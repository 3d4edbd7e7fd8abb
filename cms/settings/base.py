"""Settings shared by every installation; what differs comes from the environment."""

import os

from django.utils.translation import gettext_lazy as _

from cms.configuration import PROJECT_ROOT, read

CONFIGURATION = read(
    os.environ, production=os.environ.get("DJANGO_SETTINGS_MODULE") == "cms.settings.production"
)

BASE_DIR = PROJECT_ROOT
SECRET_KEY = CONFIGURATION.secret_key
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    # modeltranslation registers before any app whose models it translates is ready.
    "modeltranslation",
    "cms",
    "deploy",
    "content",
    "translations",
    "media",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
AUTH_USER_MODEL = "cms.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": CONFIGURATION.database}
if "sqlite" in CONFIGURATION.database["ENGINE"]:
    CONFIGURATION.var.mkdir(parents=True, exist_ok=True)
    # A web process and a task worker write side by side: wait for the lock, take it at BEGIN.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 30,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Languages. The admin is Vietnamese until a user chooses otherwise (so no LocaleMiddleware);
# content follows its own column.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("ja", "日本語"), ("ko", "한국어")]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "cms" / "wagtail_locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

MODELTRANSLATION_DEFAULT_LANGUAGE = "vi"
MODELTRANSLATION_LANGUAGES = ("vi", "en", "ja", "ko")
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField", "RichTextField")


def _label(name: str, language: str) -> str:
    # Editors see one language: its labels need no mark.
    return name if language == "vi" else f"{name} [{language}]"


MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = _label
# A missing translation is a missing edition, never Vietnamese text on a Japanese page.
MODELTRANSLATION_ENABLE_FALLBACKS = False

STATIC_URL = "/static/"
STATIC_ROOT = CONFIGURATION.var / "static"
MEDIA_URL = "/uploads/"
MEDIA_ROOT = CONFIGURATION.var / "media_files"

WAGTAIL_SITE_NAME = _("Promotion portal")
WAGTAILADMIN_USER_LOGIN_FORM = "cms.forms.SignInForm"
WAGTAILADMIN_BASE_URL = CONFIGURATION.admin_base_url
WAGTAIL_PAGE_MODEL = "content.PortalPage"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt")]
WAGTAILIMAGES_IMAGE_MODEL = "media.PortalImage"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PortalImageForm"
WAGTAILDOCS_DOCUMENT_MODEL = "media.PortalDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.PortalDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Wagtail's default of 200,000 form fields guards against huge pages; a long article needs a few thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

PORTAL_BASE_URL = CONFIGURATION.portal_base_url
PUBLISH_TARGET = CONFIGURATION.publish_target
S3_ENDPOINT_URL = CONFIGURATION.s3_endpoint_url
BAKE_ROOT = CONFIGURATION.var / "baked"
# Pictures for links on other sites, drawn once; may be emptied at any time.
CARD_ROOT = CONFIGURATION.var / "cards"
# Whether a template that asks the database itself costs its page, or is only reported.
BAKE_FORBIDS_QUERIES = False
# Whose texts are translated, for budgets and the order of engines.
TRANSLATIONS_AGENCY_MODEL = "content.Agency"
DEEPL_AUTH_KEY = CONFIGURATION.deepl_auth_key
DEEPL_SERVER_URL = CONFIGURATION.deepl_server_url
ONPREMISES_URL = CONFIGURATION.onpremises_url
ONPREMISES_API_KEY = CONFIGURATION.onpremises_api_key
