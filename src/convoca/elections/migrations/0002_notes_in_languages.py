"""Notes on ballots in several languages; no note had been kept before."""

from django.db import migrations

import convoca.languages.fields
import convoca.languages.translated


class Migration(migrations.Migration):
    dependencies = [("elections", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="ballot", name="note"),
        migrations.AddField(
            model_name="ballot",
            name="note",
            field=convoca.languages.fields.TranslatedField(
                blank=True, default=convoca.languages.translated.Translated
            ),
        ),
    ]
