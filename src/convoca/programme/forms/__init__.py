"""Forms of the programme and of the exhibition."""
