"""Who may do what with a conference: predicates on the actor's grants and the object."""

from django.utils.translation import gettext as _

from convoca.accounts.roles import Role
from convoca.conferences.models import Delegation, Edition, Series
from convoca.journal.actors import Actor, ActorKind
from convoca.journal.refusals import NotPermitted
from convoca.members.models import Body


def is_installation(by: Actor) -> bool:
    """Say whether a command run on the machine itself acts, such as the demo's."""
    return by.kind is ActorKind.COMMAND


def runs_conferences_of(by: Actor, body: Body) -> bool:
    """Say whether the actor is of the secretariat of this body."""
    return is_installation(by) or by.holds(Role.SECRETARIAT, body.lineage)


def runs_any(by: Actor) -> bool:
    """Say whether the actor is of the secretariat of some body."""
    return is_installation(by) or bool(by.bodies(Role.SECRETARIAT))


def may_edit(by: Actor, edition: Edition) -> bool:
    """Say whether the actor may enter and change what an edition holds."""
    return runs_conferences_of(by, edition.series.body)


def may_read(by: Actor, edition: Edition) -> bool:
    """Say whether the actor may see the edition: everybody a public one, the secretariat any."""
    return edition.is_public or may_edit(by, edition)


def answers_for(by: Actor, delegation: Delegation) -> bool:
    """Say whether the actor is a focal point of the body, or holds the link of its invitation."""
    if by.kind is ActorKind.LINK:
        return delegation.recipient is not None and by.uid == str(delegation.recipient.uid)
    return by.holds(Role.FOCAL_POINT, delegation.body.lineage)


def may_edit_delegation(by: Actor, delegation: Delegation) -> bool:
    """Say whether the actor may answer for the delegation and name its people."""
    return may_edit(by, delegation.edition) or answers_for(by, delegation)


def demand_series(by: Actor, series: Series) -> None:
    """Raise NotPermitted unless the actor runs the conferences of the series' body."""
    if not runs_conferences_of(by, series.body):
        raise NotPermitted(_("Only the secretariat of the convening body may do this."))


def demand(by: Actor, edition: Edition) -> None:
    """Raise NotPermitted unless the actor may edit the edition."""
    if not may_edit(by, edition):
        raise NotPermitted(_("Only the secretariat of the conference may do this."))


def demand_delegation(by: Actor, delegation: Delegation) -> None:
    """Raise NotPermitted unless the actor may edit this delegation."""
    if not may_edit_delegation(by, delegation):
        raise NotPermitted(
            _("Only the secretariat or the focal point of this delegation may do this.")
        )


def may_import(by: Actor, edition: Edition) -> bool:
    """Say whether the actor may bring a file of delegates; each line is checked on its own."""
    if may_edit(by, edition):
        return True
    bodies = by.bodies(Role.FOCAL_POINT)
    return bool(bodies) and edition.delegations.filter(body__uid__in=bodies).exists()
