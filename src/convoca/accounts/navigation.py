"""Who sees this room's words in the head of a page."""

from django.http import HttpRequest

from convoca.accounts.rules import may_keep_accounts


def keeps_accounts(request: HttpRequest) -> bool:
    """Show the accounts to those who keep them."""
    actor = getattr(request, "actor", None)
    return actor is not None and may_keep_accounts(actor)
