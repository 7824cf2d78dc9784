"""Calls as a Django app."""

from django.apps import AppConfig


class CallsConfig(AppConfig):
    """Observances, calls, replies, contributions and what becomes of them."""

    name = "convoca.calls"
    label = "calls"

    def ready(self) -> None:
        from convoca.calls import navigation, receivers, words  # noqa: PLC0415 - models are ready only now
        from convoca.journal.words import describe  # noqa: PLC0415
        from convoca.letters import signals as letters  # noqa: PLC0415
        from convoca.members import signals as members  # noqa: PLC0415
        from convoca.pages.navigation import register  # noqa: PLC0415

        describe(words.TOLD)
        for entry in navigation.entries():
            register(entry)
        letters.letter_dispatched.connect(receivers.on_dispatch)
        letters.recipient_handed_on.connect(receivers.on_handing_on)
        letters.incoming_registered.connect(receivers.on_arrival)
        letters.recipient_page.connect(receivers.on_recipient_page)
        letters.letter_page.connect(receivers.on_letter_page)
        letters.annex_sought.connect(receivers.on_annex_sought)
        members.bodies_succeeded.connect(receivers.on_succession)
        members.succession_previewed.connect(receivers.on_preview)
