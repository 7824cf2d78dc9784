"""Every room's addresses. Pages carry the language as a prefix; files and reply links do not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from convoca.letters.urls import link_patterns
from convoca.pages.views import to_language

handler400 = "convoca.pages.errors.bad_request"
handler403 = "convoca.pages.errors.permission_denied"
handler404 = "convoca.pages.errors.page_not_found"
handler500 = "convoca.pages.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", to_language),
    *link_patterns,
    path("library/", include("convoca.library.file_urls")),
    *i18n_patterns(
        path("", include("convoca.site.urls")),
        path("pages/", include("convoca.pages.urls")),
        path("", include("convoca.outbox.urls")),
        path("library/", include("convoca.library.urls")),
        path("reports/", include("convoca.reports.urls")),
        path("", include("convoca.accounts.urls")),
        path("bodies/", include("convoca.members.urls")),
        path("", include("convoca.letters.urls")),
        path("conferences/", include("convoca.conferences.urls")),
        path("conferences/", include("convoca.proceedings.urls")),
        path("", include("convoca.calls.urls")),
        path("", include("convoca.programme.urls")),
        path("", include("convoca.elections.urls")),
    ),
]
