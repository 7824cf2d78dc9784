"""Pages of the programme and of the exhibition."""
