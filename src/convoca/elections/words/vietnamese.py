from dataclasses import replace

from convoca.elections.words.english import ENGLISH

VIETNAMESE = replace(ENGLISH, code="vi")
