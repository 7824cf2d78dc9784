"""What the secretariat does: opens, enters, counts, gives seats."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.conferences.views.access import actor, editable
from convoca.conferences.views.editing import Page, edit, remove
from convoca.elections import actions
from convoca.elections.forms import (
    BallotForm,
    CandidatureForm,
    ContestForm,
    OpenForm,
    TakeBackForm,
    WithdrawForm,
)
from convoca.elections.models import Ballot, Candidature, Contest, Election
from convoca.elections.rules import demand
from convoca.elections.standard import standard_contests
from convoca.elections.standing import closing_words, zone_of
from convoca.elections.telling import full_label, round_title
from convoca.elections.views.finding import contest_of, kept
from convoca.pages.views import Question, ask_first, confirmed
from convoca.standards.general_rules.named import rule_set


def open_(request: HttpRequest, key: str) -> HttpResponse:
    """Open the election of an edition with the posts that its rules know."""
    edition = editable(request, key)
    form = OpenForm(request.POST or None)

    def save(form: OpenForm) -> None:
        name = form.cleaned_data["rules"]
        contests = standard_contests(rule_set(name), edition.opens.year)
        actions.open_election(by=actor(request), edition=edition, rules=name, contests=contests)

    page = Page(_("Open the election"), _home(key), edition=edition, button=_("Open"))
    return edit(request, page, form, save)


@require_POST
def state(request: HttpRequest, key: str) -> HttpResponse:
    """Show the election to everybody, or take it from public view."""
    _edition, election = kept(request, key)
    if request.POST.get("public") == "yes":
        actions.publish_election(by=actor(request), election=election)
        messages.success(request, _("Everybody reads the election now."))
    else:
        actions.withdraw_election(by=actor(request), election=election)
        messages.success(request, _("The election is hidden now."))
    return redirect(_home(key))


def election_remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take the election away, with posts for which nobody stands."""
    _edition, election = kept(request, key)
    question = Question(
        title=_("Remove this election?"),
        button=_("Remove the election"),
        back=_home(key),
        goes=[str(one) for one in election.contests.all()],
    )
    return remove(
        request, question, lambda: actions.remove_election(by=actor(request), election=election)
    )


def contest_edit(request: HttpRequest, key: str, contest: str = "") -> HttpResponse:
    """Enter a post with its seats, or change one."""
    edition, election = kept(request, key)
    row = contest_of(election, contest) if contest else None
    form = ContestForm(request.POST or None, row=row)

    def save(form: ContestForm) -> str:
        saved = actions.put_contest(
            by=actor(request),
            election=election,
            facts=form.facts(),
            contest=row,
            version=form.held_version,
        )
        return _page_of(key, saved)

    title = _("Change the post") if row else _("New post")
    back = _page_of(key, row) if row else _home(key)
    page = Page(title, back, edition=edition, above=_above(key))
    return edit(request, page, form, save, row=row)


def contest_remove(request: HttpRequest, key: str, contest: str) -> HttpResponse:
    """Take a post away."""
    _edition, election = kept(request, key)
    row = contest_of(election, contest)
    question = Question(
        title=_("Remove this post?"),
        button=_("Remove the post"),
        back=_page_of(key, row),
        goes=[str(row)],
    )
    return remove(
        request,
        question,
        lambda: actions.remove_contest(by=actor(request), contest=row),
        then=_home(key),
    )


def candidature_edit(request: HttpRequest, key: str, contest: str, uid: str = "") -> HttpResponse:
    """Enter a candidature, or change one."""
    edition, election = kept(request, key)
    post = contest_of(election, contest)
    row = _candidature(election, post, uid) if uid else None
    zone = zone_of(election)
    form = CandidatureForm(request.POST or None, row=row, contest=post, zone=zone)

    def save(form: CandidatureForm) -> None:
        actions.put_candidature(
            by=actor(request),
            contest=post,
            facts=form.facts(),
            candidature=row,
            version=form.held_version,
        )

    until = closing_words(election)
    page = Page(
        _("Change the candidature") if row else _("New candidature"),
        _page_of(key, post),
        edition=edition,
        note=_("Candidatures close on %(moment)s.") % {"moment": until} if until else "",
        above=_above(key, post),
    )
    return edit(request, page, form, save, row=row)


def candidature_withdraw(request: HttpRequest, key: str, contest: str, uid: str) -> HttpResponse:
    """Note that a candidature was withdrawn."""
    edition, election = kept(request, key)
    post = contest_of(election, contest)
    row = _candidature(election, post, uid)
    form = WithdrawForm(request.POST or None, initial={"version": row.version, "on": edition.opens})

    def save(form: WithdrawForm) -> None:
        actions.withdraw_candidature(by=actor(request), candidature=row, **form.cleaned_data)

    title = _("Withdrawal of %(name)s") % {"name": full_label(row)}
    page = Page(title, _page_of(key, post), edition=edition, above=_above(key, post))
    return edit(request, page, form, save)


def candidature_restore(request: HttpRequest, key: str, contest: str, uid: str) -> HttpResponse:
    """Take back a withdrawal that was noted in error."""
    _edition, election = kept(request, key)
    post = contest_of(election, contest)
    row = _candidature(election, post, uid)
    question = Question(
        title=_("Take this withdrawal back?"),
        button=_("Take the withdrawal back"),
        back=_page_of(key, post),
        goes=[_("Withdrawal of %(name)s") % {"name": full_label(row)}],
    )
    return remove(
        request, question, lambda: actions.restore_candidature(by=actor(request), candidature=row)
    )


def candidature_remove(request: HttpRequest, key: str, contest: str, uid: str) -> HttpResponse:
    """Remove a candidature that was entered in error."""
    _edition, election = kept(request, key)
    post = contest_of(election, contest)
    row = _candidature(election, post, uid)
    question = Question(
        title=_("Remove this candidature?"),
        button=_("Remove the candidature"),
        back=_page_of(key, post),
        goes=[full_label(row)],
        note=_("For a candidature that was withdrawn, note the withdrawal instead."),
    )
    return remove(
        request, question, lambda: actions.remove_candidature(by=actor(request), candidature=row)
    )


def ballot_edit(request: HttpRequest, key: str, contest: str, uid: str = "") -> HttpResponse:
    """Enter a round with its votes, or change one."""
    edition, election = kept(request, key)
    post = contest_of(election, contest)
    row = _ballot(post, uid) if uid else None
    start = {} if row else {"round": len(post.ballots.all()) + 1}
    form = BallotForm(request.POST or None, contest=post, row=row, initial=start)

    def save(form: BallotForm) -> None:
        actions.put_ballot(
            by=actor(request),
            contest=post,
            facts=form.facts(),
            votes=form.counted(),
            ballot=row,
            version=form.held_version,
        )

    title = _("Change the round") if row else _("New round")
    page = Page(title, _page_of(key, post), edition=edition, above=_above(key, post))
    return edit(request, page, form, save, row=row, template="elections/ballot_form.html")


def ballot_remove(request: HttpRequest, key: str, contest: str, uid: str) -> HttpResponse:
    """Remove a round that was entered in error."""
    _edition, election = kept(request, key)
    post = contest_of(election, contest)
    row = _ballot(post, uid)
    question = Question(
        title=_("Remove this round?"),
        button=_("Remove the round"),
        back=_page_of(key, post),
        goes=[f"{post}: {round_title(row)}"],
        note=_("Its numbers and votes go with it."),
    )
    return remove(request, question, lambda: actions.remove_ballot(by=actor(request), ballot=row))


def give(request: HttpRequest, key: str, contest: str) -> HttpResponse:
    """Give the seats that the ballots decide, after showing which."""
    _edition, election = kept(request, key)
    demand(actor(request), election)
    post = contest_of(election, contest)
    if not confirmed(request):
        question = Question(
            title=_("Give these seats?"),
            button=_("Give the seats"),
            back=_page_of(key, post),
            goes=[one.words for one in actions.seats_to_give(post)],
            note=_(
                "The holders are entered among the members for the term. Ballots and "
                "candidatures of this post no longer change after that."
            ),
            destructive=False,
        )
        return ask_first(request, question)
    awards = actions.give_seats(by=actor(request), contest=post)
    messages.success(request, _("Seats given: %(count)s.") % {"count": len(awards)})
    return redirect(_page_of(key, post))


def take_back(request: HttpRequest, key: str, contest: str) -> HttpResponse:
    """Take the seats of a post back, which were given in error."""
    edition, election = kept(request, key)
    post = contest_of(election, contest)
    form = TakeBackForm(request.POST or None)

    def save(form: TakeBackForm) -> None:
        actions.take_back_seats(by=actor(request), contest=post, **form.cleaned_data)

    page = Page(
        _("Take the seats back"),
        _page_of(key, post),
        edition=edition,
        above=_above(key, post),
        button=_("Take the seats back"),
    )
    return edit(request, page, form, save)


def _candidature(election: Election, contest: Contest, uid: str) -> Candidature:
    for one in contest.candidatures.all():
        if str(one.uid) == str(uid):
            one.contest = contest
            return one
    raise Http404


def _ballot(contest: Contest, uid: str) -> Ballot:
    for one in contest.ballots.all():
        if str(one.uid) == str(uid):
            one.contest = contest
            return one
    raise Http404


def _home(key: str) -> str:
    return reverse("elections:overview", args=[key])


def _page_of(key: str, contest: Contest) -> str:
    return reverse("elections:contest", args=[key, contest.key])


def _above(key: str, contest: Contest | None = None) -> tuple[tuple[str, str], ...]:
    above = ((_("Elections"), _home(key)),)
    return above if contest is None else (*above, (str(contest), _page_of(key, contest)))
