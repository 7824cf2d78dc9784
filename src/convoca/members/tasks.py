"""Work that waits for a day."""

from procrastinate.contrib.django import app

from convoca.journal.actors import Actor, ActorKind
from convoca.members.actions import bring_into_force

CLOCK = Actor(ActorKind.COMMAND, "members.tasks", "Convoca")


# Every hour, since the queue's clock runs in UTC and midnight is another one here.
@app.periodic(cron="2 * * * *")
@app.task(name="members.bring_into_force", queueing_lock="members.bring_into_force")
def bring_members_into_force(timestamp: int) -> None:
    """Make what begins today the present: names, places, mergers."""
    bring_into_force(by=CLOCK)
