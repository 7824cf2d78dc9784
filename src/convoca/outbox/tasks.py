"""What the worker does for the outbox. A job only wakes: it may be lost or come twice."""

from procrastinate.contrib.django import app

from convoca.outbox.delivery import deliver_due


@app.periodic(cron="* * * * *")
@app.task(name="outbox.deliver", pass_context=False)
def deliver(timestamp: int | None = None) -> int:
    """Hand over all mail that is due; every minute for retries and for jobs that were lost."""
    return deliver_due()
