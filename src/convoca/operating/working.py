"""The worker: takes jobs from the queue in the database, several side by side."""

import asyncio

from asgiref.sync import sync_to_async
from django.db import connections
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

JOBS_SIDE_BY_SIDE = 2
STOP_SECONDS = 10.0


def worker_app() -> App:
    """Return the app that fetches jobs.

    It has a connector of its own, while tasks that put further jobs into the queue still do so in
    the transaction of their own database connection.
    """
    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("the queue's app was given another connector")
    return app.with_connector(connector.get_worker_connector())


def work(*, wait: bool = True) -> None:
    """Do the queue's jobs until a signal comes; with `wait=False` only those that are there."""
    asyncio.run(_work(worker_app(), wait=wait))


async def _work(fetching: App, *, wait: bool) -> None:
    async with fetching.open_async():
        for job in await fetching.job_manager.get_stalled_jobs():
            await fetching.job_manager.retry_job(job)  # their worker died
        await fetching.run_worker_async(
            wait=wait,
            concurrency=JOBS_SIDE_BY_SIDE,
            delete_jobs="successful",
            shutdown_graceful_timeout=STOP_SECONDS,
            install_signal_handlers=wait,
        )
    # Periodic jobs are put into the queue over a connection of asgiref's own thread.
    await sync_to_async(connections.close_all)()
