"""The public shelf for programs: an Atom feed and a map of its addresses."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from convoca.languages.translated import shown
from convoca.library.queries.entries import newest_public, public_addresses
from convoca.library.views.entries import address


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """Give the newest entries of the public shelf, whoever asks."""
    language = get_language() or "en"
    home = f"{settings.BASE_URL}{reverse('library:shelf')}"
    feed = Atom1Feed(
        title=_("Reference library"),
        link=home,
        description=None,
        language=language,
        feed_url=f"{settings.BASE_URL}{request.path}",
        feed_guid=home,
    )
    for one in newest_public():
        main = one.main_language
        feed.add_item(
            title=shown(one.title, language, main).text,
            link=address(one),
            description=shown(one.teaser, language, main).text,
            author_name=shown(one.author_names, language, main).text or None,
            unique_id=f"urn:uuid:{one.uid}",
            pubdate=one.published_at,
            updateddate=one.changed_at,
            categories=[str(one.get_kind_display()), *(f"SDG {goal}" for goal in one.sdgs)],
        )
    answer = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(answer, "utf-8")
    return answer


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the addresses of the public shelf in each language of the interface."""
    codes = [code for code, _name in settings.LANGUAGES]
    pages = []
    for one in public_addresses():
        urls = []
        for code in codes:
            with override(code):
                urls.append((code, address(one)))
        pages.append((urls, timezone.localtime(one.changed_at).isoformat(timespec="seconds")))
    return render(request, "library/sitemap.xml", {"pages": pages}, content_type="application/xml")
