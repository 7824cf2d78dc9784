"""What the reasons are called in each language, and how numbers and lists are written there.

A reason of the engine is a step with facts; here it becomes a sentence. No Django is needed.
"""

from convoca.elections.words.english import ENGLISH
from convoca.elections.words.french import FRENCH
from convoca.elections.words.sentences import Labels, Words
from convoca.elections.words.vietnamese import VIETNAMESE

LANGUAGES = {words.code: words for words in (VIETNAMESE, ENGLISH, FRENCH)}

__all__ = ["ENGLISH", "FRENCH", "LANGUAGES", "VIETNAMESE", "Labels", "Words"]
