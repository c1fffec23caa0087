"""What somebody might use instead of Coach, where it is installed; each looks for something else than Coach does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from tests.benchmarks.timing import CheckAll, one_by_one


def neighbours() -> Iterator[tuple[str, CheckAll]]:
    """Name and way of each that is installed."""
    for name, make in _MAKERS.items():
        try:
            check = make()
        except ImportError:
            continue
        yield name, check


def _better_profanity() -> CheckAll:
    profanity = import_module("better_profanity").profanity
    profanity.load_censor_words()
    return one_by_one(profanity.contains_profanity)


def _alt_profanity_check() -> CheckAll:
    predict = import_module("profanity_check").predict
    return one_by_one(lambda text: predict([text]))


def _glin_profanity() -> CheckAll:
    return one_by_one(import_module("glin_profanity").Filter().check_profanity)


def _presidio_patterns() -> CheckAll:
    registry = import_module("presidio_analyzer").RecognizerRegistry()
    registry.load_predefined_recognizers()
    patterns = import_module("presidio_analyzer").PatternRecognizer
    asked = [one for one in registry.recognizers if isinstance(one, patterns)]
    return one_by_one(lambda text: [one.analyze(text, one.supported_entities, None) for one in asked])


def _vader_sentiment() -> CheckAll:
    analyzer = import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()
    return one_by_one(analyzer.polarity_scores)


_MAKERS: dict[str, Callable[[], CheckAll]] = {
    "better-profanity": _better_profanity,
    "alt-profanity-check": _alt_profanity_check,
    "glin-profanity": _glin_profanity,
    "presidio-analyzer (patterns)": _presidio_patterns,
    "vaderSentiment": _vader_sentiment,
}
