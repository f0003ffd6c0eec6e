"""The settings of the site. Everything that an owner may want to change is an environment variable.

| variable | meaning | without it |
|---|---|---|
| `NOSOGRAPH_DATA` | folder of everything that the site writes | the platform's place for application data |
| `NOSOGRAPH_ATLAS` | the atlas to serve | given by `nosograph serve` |
| `NOSOGRAPH_HOSTS` | names under which the site is reached, with commas | localhost alone |
| `NOSOGRAPH_HTTPS` | 1 where people reach the site by https through a proxy that sets X-Forwarded-Proto | 0 |
| `NOSOGRAPH_PROXIES` | how many proxies of one's own stand in front (for rate limits by address) | 0 |
| `NOSOGRAPH_SECRET_KEY` | signs cookies and links | made once, kept in the data folder |
| `DATABASE_URL` | the accounts' database | SQLite in the data folder |
| `NOSOGRAPH_MEMBER_SECTIONS` | sections of which others see the opening, with commas; or `none` | `treatment` |
| `NOSOGRAPH_MAIL` | the mail server, `smtp+tls://user:password@host:587` | messages become files in the data folder |
| `NOSOGRAPH_MAIL_FROM` | the sender of mail | `nosograph@localhost` |
| `NOSOGRAPH_EMAIL_VERIFICATION` | `mandatory`, `optional` or `none` | `optional`; `none` without a mail server |
| `NOSOGRAPH_PAGE_CACHE` | MiB of finished pages that a worker keeps for visitors | 32 |
| `NOSOGRAPH_ORIGINS` | origins whose pages may read the machine interfaces, with commas; or `*` | none |
| `NOSOGRAPH_TOKEN_RATE` | requests that a token may make in a minute; 0 for no limit | 600 |
| `NOSOGRAPH_INDEX` | 0 where search engines shall not list the site | 1 |
| `NOSOGRAPH_FRAMES` | origins that may show the small card of an entry in a frame, with commas; `*`; or `none` | `*` |
| `NOSOGRAPH_DEBUG` | 1 while working on the site | 0 |
"""

import os
from pathlib import Path

from nosograph.article import access
from nosograph.web import environment, places, secret_key, stylesheet

HERE = Path(__file__).parent
DATA_DIR = places.data_dir()
DEBUG = environment.switch("NOSOGRAPH_DEBUG")
HTTPS = environment.switch("NOSOGRAPH_HTTPS")
SECRET_KEY = secret_key.read_or_make(DATA_DIR)
ALLOWED_HOSTS = list(environment.names("NOSOGRAPH_HOSTS", ("localhost", "127.0.0.1", "[::1]")))

NOSOGRAPH_ATLAS = os.environ.get("NOSOGRAPH_ATLAS", "")
NOSOGRAPH_MEMBER_SECTIONS = (
    access.members_only(os.environ["NOSOGRAPH_MEMBER_SECTIONS"])
    if "NOSOGRAPH_MEMBER_SECTIONS" in os.environ
    else access.MEMBERS_DEFAULT
)
NOSOGRAPH_PAGE_CACHE = environment.whole_number("NOSOGRAPH_PAGE_CACHE", 32) * 1024 * 1024

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.admin",
    "allauth",
    "allauth.account",
    "nosograph.web.accounts",
    "nosograph.web.saving",
    "nosograph.web.suggesting",
    "nosograph.web.tokens",
    "corsheaders",
]

MIDDLEWARE = [
    "nosograph.web.middleware.safe_headers.SafeHeaders",  # outermost: error pages and redirects carry them too
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "nosograph.web.middleware.who_may_keep.WhoMayKeep",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "nosograph.web.urls"
WSGI_APPLICATION = "nosograph.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # `HERE` itself, so that a component is included as "components/<name>/template.html".
        "DIRS": [HERE / "templates", HERE],
        "OPTIONS": {
            "context_processors": [
                "nosograph.web.frame.frame",
                # The editors' desk asks for these three; each does nothing until it is used.
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"citing": "nosograph.web.templatetags.citing"},
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
        },
    }
]

DATABASES = {"default": environment.accounts_database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits are counted here: beside the accounts, so that all workers and servers count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rate_limits",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

# Static files ------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static" / stylesheet.digest()
STATICFILES_DIRS = [HERE / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "nosograph.web.finding_styles.StylesheetFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = False
WHITENOISE_AUTOREFRESH = False

# Accounts ----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "nosograph.web.accounts.hashing.MemberPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email",)},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "saved"
LOGOUT_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "nosograph.web.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "nosograph.web.accounts.forms.LoginForm",
    "signup": "nosograph.web.accounts.forms.SignupForm",
    "change_password": "nosograph.web.accounts.forms.ChangePasswordForm",
    "reset_password": "nosograph.web.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "nosograph.web.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "nosograph.web.accounts.forms.ReauthenticateForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SESSION_REMEMBER = None  # a box to tick: many people look things up on a shared device
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Nosograph: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_RATE_LIMITS = {
    "login": "20/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "signup": "10/m/ip",
    "suggest": "10/m/ip",
    "tokens": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("NOSOGRAPH_PROXIES", 0)

# Mail --------------------------------------------------------------------------------------------------------------
MAIL = environment.mail_settings(DATA_DIR)
globals().update(MAIL)
NOSOGRAPH_CAN_MAIL = "EMAIL_HOST" in MAIL
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("NOSOGRAPH_MAIL_FROM", "nosograph@localhost")
ACCOUNT_EMAIL_NOTIFICATIONS = NOSOGRAPH_CAN_MAIL  # "your password was changed", to the address itself
ACCOUNT_EMAIL_VERIFICATION = environment.one_of(
    "NOSOGRAPH_EMAIL_VERIFICATION", "optional" if NOSOGRAPH_CAN_MAIL else "none", ("mandatory", "optional", "none")
)

# Cookies and transport ---------------------------------------------------------------------------------------------
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # ends with the browser session
CSRF_FAILURE_VIEW = "nosograph.web.views.csrf_failed.csrf_failed"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"  # a session would mark a visitor as a member
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
APPEND_SLASH = False  # it would redirect every unknown code; the few addresses that end with a slash say so
DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50

# Machine interfaces --------------------------------------------------------------------------------------------------
NOSOGRAPH_TOKEN_RATE = environment.whole_number("NOSOGRAPH_TOKEN_RATE", 600)
_ORIGINS = environment.names("NOSOGRAPH_ORIGINS", ())
CORS_ALLOW_ALL_ORIGINS = "*" in _ORIGINS
CORS_ALLOWED_ORIGINS = [] if CORS_ALLOW_ALL_ORIGINS else list(_ORIGINS)
CORS_URLS_REGEX = r"^/(?:api/|fhir(?:/|$)|service$|oembed$|[^/]+\.(?:svg|png|jsonld)$)"
CORS_ALLOW_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]
CORS_EXPOSE_HEADERS = ["ETag", "Retry-After", "X-Nosograph-Match"]

# The open web -------------------------------------------------------------------------------------------------------
NOSOGRAPH_INDEX = environment.switch("NOSOGRAPH_INDEX", default=True)
NOSOGRAPH_FRAMES = environment.frame_ancestors("NOSOGRAPH_FRAMES", ("*",))

# Logs --------------------------------------------------------------------------------------------------------------
# A code that someone looks up is health data: no log line carries an address or an exception's message.
LOGGING_CONFIG = "nosograph.web.quiet_logs.configure"
LOGGING = {"quiet": True}
