"""Text in several languages: fields, names, dates, sort keys and catalogues."""
