"""Words of the fixes of this computer."""

from collections.abc import Mapping

from desktop_client.sentences.verdict_words import FixWords

WORDS: Mapping[str, FixWords] = {}
