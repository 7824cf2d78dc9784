"""Who may do what with an election."""

from django.utils.translation import gettext as _

from convoca.conferences.rules import may_edit as may_edit_edition
from convoca.elections.models import Election
from convoca.journal.actors import Actor
from convoca.journal.refusals import NotPermitted


def may_edit(by: Actor, election: Election) -> bool:
    """Say whether the actor may enter candidatures and ballots and give seats."""
    return may_edit_edition(by, election.edition)


def may_read(by: Actor, election: Election) -> bool:
    """Say whether the actor may see the election: everybody a public one of a public edition."""
    return (election.is_public and election.edition.is_public) or may_edit(by, election)


def demand(by: Actor, election: Election) -> None:
    """Raise NotPermitted unless the actor may edit the election."""
    if not may_edit(by, election):
        raise NotPermitted(_("Only the secretariat of the conference may do this."))
