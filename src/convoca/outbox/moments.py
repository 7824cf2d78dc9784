"""What happened to one mail, in words, from its own row."""

from django.utils.translation import gettext as _

from convoca.outbox.models import Mail
from convoca.pages.parts import Moment


def moments(mail: Mail) -> list[Moment]:
    """Return what happened to the mail, oldest first."""
    told = [
        (mail.created_at, _("Put into the outbox"), ""),
        (mail.released_at, _("Released"), ""),
        (mail.accepted_at, _("Accepted by the mail server"), ""),
        (mail.delivered_at, _("Delivered, says the recipient's server"), ""),
        (mail.bounced_at, _("Bounced"), mail.last_error),
        (mail.failed_at, _("Given up"), mail.last_error),
        (mail.withdrawn_at, _("Withdrawn"), ""),
    ]
    return [Moment(at=at, text=text, remark=remark) for at, text, remark in told if at]
