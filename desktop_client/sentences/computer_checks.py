"""Words of the checks of this computer."""

from collections.abc import Mapping

from desktop_client.sentences.verdict_words import CheckWords

WORDS: Mapping[str, CheckWords] = {}
