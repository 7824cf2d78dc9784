"""Seats that members hold in a body, such as those of a Council."""

from uuid import uuid4

from django.db import models

from convoca.members.models.bodies import Body
from convoca.members.models.people import Person, Post
from convoca.members.periods import Dated, in_order, no_overlap


class Seat(Dated):
    """A member holds a seat of a post for a term, in person through `person` where one was chosen.

    `days_known` False: only the years of the term are known.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="seats")
    holder = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="seats"
    )
    days_known = models.BooleanField(default=True)

    class Meta:
        constraints = [
            in_order(name="members_seat_period"),
            no_overlap("post", "holder", name="members_seat_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.holder}, {self.post}"
