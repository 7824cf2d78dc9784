"""What a conference offers beside its meetings: sessions, speakers, the exhibition."""
