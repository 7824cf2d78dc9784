"""Which body issues the letters of a unit."""

from convoca.letters.rules import is_office_body
from convoca.members.models import Body
from convoca.members.queries import ancestors


def issuer_for(unit: Body) -> Body:
    """Return the nearest body from the unit upwards that has registers of its own.

    Departments and units of an office write under the number of the body above them.
    """
    line = [unit, *ancestors(unit)]
    return next((body for body in line if not is_office_body(body)), unit)
