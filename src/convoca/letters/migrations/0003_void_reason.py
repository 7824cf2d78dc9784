"""The reason of a void number stands on its letter."""

from typing import Any

from django.db import migrations

import convoca.languages.fields


def copy_reasons(apps: Any, _schema: Any) -> None:
    """Copy what the registers hold."""
    for entry in apps.get_model("letters", "RegisterEntry").objects.filter(is_void=True):
        letters = apps.get_model("letters", "Letter").objects.filter(pk=entry.letter_id)
        letters.update(void_reason=entry.void_reason)


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0002_folded_text"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="void_reason",
            field=convoca.languages.fields.ProseField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(copy_reasons, migrations.RunPython.noop),
    ]
