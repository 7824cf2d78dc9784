"""Settings, from the environment only. This module computes addresses and starts nothing."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONE, SELF

from convoca.installation.home import base_url, home, language_codes, time_zone_name
from convoca.installation.postgres import database_url
from convoca.installation.secrets import secret
from convoca.languages.names import named

PACKAGE = Path(__file__).parent

SECRET_KEY = secret("django").hex()
DEBUG = os.environ.get("CONVOCA_DEBUG") == "1"
BASE_URL = base_url()
_base = urlsplit(BASE_URL)
ALLOWED_HOSTS = [_base.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "csp",
    "django_htmx",
    "convoca.journal",
    "convoca.languages",
    "convoca.pages",
    "convoca.files",
    "convoca.outbox",
    # After our own rooms, whose templates for widgets go before Django's.
    "django.forms",
    "convoca.members",
    "convoca.accounts",
    "convoca.letters",
    "convoca.calls",
    "convoca.conferences",
    "convoca.proceedings",
    "convoca.library",
    "convoca.reports",
    "convoca.programme",
    "convoca.elections",
    "convoca.site",
    # After our own rooms too: sign-in is shown with the templates of `accounts`.
    "allauth",
    "allauth.account",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "convoca.pages.middleware.PageGZipMiddleware",
    "convoca.pages.middleware.headers_middleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "convoca.pages.middleware.readable_middleware",
    "convoca.pages.middleware.BodyLimitMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "convoca.accounts.actors.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "convoca.pages.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "convoca.urls"
WSGI_APPLICATION = "convoca.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "convoca.pages.context.frame",
            ],
        },
    },
]


def _database(address: str) -> dict[str, object]:
    parts = urlsplit(address)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **query,
            # What `installation.prepared` asks again is planned once by the server.
            "prepare_threshold": 3,
            # The web server's four threads share a pool; commands and tests hold one connection.
            **({"pool": {"min_size": 1, "max_size": 6}} if os.environ.get("CONVOCA_POOL") else {}),
        },
    }


DATABASES = {"default": _database(database_url())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["convoca.accounts.backends.SignedInBackend"]
SESSION_ENGINE = "convoca.accounts.sessions"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "convoca.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# An administrator makes the account; whoever reads the code sent there owns the address.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
# Desks are shared: a session ends with the browser, and after a working day at the latest.
ACCOUNT_SESSION_REMEMBER = False
SESSION_COOKIE_AGE = 12 * 60 * 60
ACCOUNT_FORMS = {
    "login": "convoca.accounts.forms.SignInForm",
    "request_login_code": "convoca.accounts.forms.AskCodeForm",
    "confirm_login_code": "convoca.accounts.forms.SignInCodeForm",
    "reset_password": "convoca.accounts.forms.ForgottenForm",
    "confirm_password_reset_code": "convoca.accounts.forms.ResetCodeForm",
    "reset_password_from_key": "convoca.accounts.forms.NewPasswordForm",
    "change_password": "convoca.accounts.forms.ChangePasswordForm",
    "set_password": "convoca.accounts.forms.FirstPasswordForm",
}
# The limits on attempts are counted here, so that all web processes count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
    }
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGES = named(language_codes())
LANGUAGE_CODE = language_codes()[0]
USE_I18N = True
USE_TZ = True
TIME_ZONE = time_zone_name()

STATIC_URL = "/static/"
STATIC_ROOT = home() / "static"
MEDIA_ROOT = home() / "files"
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "convoca.files.uploads.IncomingUploadHandler",
]

EMAIL_BACKEND = "convoca.outbox.backend.OutboxBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if os.environ.get("CONVOCA_COLLECTED")
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
# Until the static files are collected they are served from where they lie.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not os.environ.get("CONVOCA_COLLECTED")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
FORM_RENDERER = "convoca.pages.forms.PageRenderer"
CSRF_FAILURE_VIEW = "convoca.pages.errors.csrf_failure"
BODY_LIMIT = 64 * 1024 * 1024  # bytes of one request; a view may set its own
GALLERY = DEBUG or os.environ.get("CONVOCA_GALLERY") == "1"  # shows every part of the pages
MESSAGE_TAGS = {10: "", 20: "", 25: "ok", 30: "late", 40: "bad"}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _base.scheme == "https"
SESSION_COOKIE_SAMESITE = "Lax"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A visitor's wrong address is no fault of ours to log.
    "loggers": {"django.request": {"level": "ERROR"}},
}
