from dataclasses import replace

from convoca.elections.words.english import ENGLISH

FRENCH = replace(ENGLISH, code="fr")
