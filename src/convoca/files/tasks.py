"""What the worker does for the files."""

from procrastinate.contrib.django import app

from convoca.files.sweeping import sweep


@app.periodic(cron="17 3 * * *")
@app.task(name="files.sweep", pass_context=False)
def sweep_orphans(timestamp: int | None = None) -> int:
    """Clear away, every night, the bytes that no row names."""
    return sweep()
