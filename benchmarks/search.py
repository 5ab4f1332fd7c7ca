"""How good and how quick searching is, beside others in one run: quality on given queries, each keystroke's time on a larger library."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import more_articles, read_articles
from benchmarks.engines import Engine, Tantivy, engines
from benchmarks.queries import Quality, Query, quality, read_queries
from benchmarks.tables import table
from contract.articles import Article

LARGE = 10_000
LIMIT = 10
TARGETS = {"recall@5": 0.72, "MRR@10": 0.68, "error-code recall@5": 1.0, "typo recall@5": 0.80}
KEYSTROKE_MS = 10.0
INDEX_RATIO = 3.0
BUILD_S = 3.0


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What one engine did with one library. Times in seconds, sizes in bytes."""

    engine: str
    articles: int
    built: float
    text: int
    size: int
    keystrokes: tuple[float, ...]
    processor: tuple[float, ...]
    found: dict[str, Quality]

    def keystroke(self, share: float) -> float:
        """The time that this share of the keystrokes doesn't exceed."""
        return _at(self.keystrokes, share)

    def processor_time(self, share: float) -> float:
        """The same without what other programs took meanwhile."""
        return _at(self.processor, share)


def _at(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))]


def measure(engine: Engine, articles: Sequence[Article], queries: Sequence[Query], limit: int = LIMIT) -> Measured:
    """Builds, asks every query whole, then types every query letter by letter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun = time.perf_counter()
        engine.build(folder, articles)
        built = time.perf_counter() - begun
        try:
            found = quality(queries, lambda words, lang: engine.find(words, lang, max(limit, LIMIT)))
            times, processor = [], []
            for query in queries:
                for letters in range(1, len(query.words) + 1):
                    begun, worked = time.perf_counter(), time.thread_time()
                    engine.find(query.words[:letters], query.lang, limit)
                    times.append(time.perf_counter() - begun)
                    processor.append(time.thread_time() - worked)
        finally:
            engine.close()
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    text = sum(len(part.encode()) for article in articles for part in (article.title, article.summary, article.body))
    return Measured(
        engine=engine.name,
        articles=len(articles),
        built=built,
        text=text,
        size=size,
        keystrokes=tuple(sorted(times)),
        processor=tuple(sorted(processor)),
        found=found,
    )


def quality_table(measured: Sequence[Measured]) -> str:
    """Recall@5 and MRR@10 of each kind of query."""
    rows = [["recall@5 / MRR@10", "queries", *(one.engine for one in measured)]]
    for kind, ours in measured[0].found.items():
        rows.append([kind, str(ours.count), *(f"{one.found[kind].recall_5:.3f} / {one.found[kind].mrr_10:.3f}" for one in measured)])
    return table(rows)


def speed_table(measured: Sequence[Measured]) -> str:
    """Times and sizes, and how many times ours the others take."""
    ours = measured[0]
    rows = [[f"{ours.articles} articles, {ours.text / 1e6:.1f} MB of text", *(one.engine for one in measured)]]
    shown = (
        ("build, s", [one.built for one in measured], "{:.2f}"),
        ("index, MB", [one.size / 1e6 for one in measured], "{:.1f}"),
        ("keystroke p50, ms", [one.keystroke(0.5) * 1e3 for one in measured], "{:.2f}"),
        ("keystroke p99, ms", [one.keystroke(0.99) * 1e3 for one in measured], "{:.2f}"),
        ("p99 of processor time, ms", [one.processor_time(0.99) * 1e3 for one in measured], "{:.2f}"),
        ("keystroke slowest, ms", [one.keystroke(1) * 1e3 for one in measured], "{:.2f}"),
    )
    for name, values, form in shown:
        rows.append([name, *(f"{form.format(value)} (×{value / (values[0] or 1):.2f})" for value in values)])
    rows.append(["index / text", *(f"{one.size / one.text:.2f}" for one in measured)])
    return table(rows)


def verdicts(small: Measured, large: Measured) -> list[tuple[str, float, float, bool]]:
    """What was to be reached: name, measured, wanted, whether it was."""
    kinds = {kind: value.recall_5 for kind, value in small.found.items()}
    values = {
        "recall@5": small.found["all"].recall_5,
        "MRR@10": small.found["all"].mrr_10,
        "error-code recall@5": kinds.get("error-code"),
        "typo recall@5": kinds.get("typo"),
    }
    told = [(name, value, TARGETS[name], value >= TARGETS[name]) for name, value in values.items() if value is not None]
    told.append((f"build of {small.articles}, s", small.built, BUILD_S, small.built <= BUILD_S * max(1.0, small.articles / 2400)))
    told.append(
        (f"keystroke p99 at {large.articles}, ms", large.keystroke(0.99) * 1e3, KEYSTROKE_MS, large.keystroke(0.99) * 1e3 < KEYSTROKE_MS)
    )
    told.append((f"index / text at {large.articles}", large.size / large.text, INDEX_RATIO, large.size < INDEX_RATIO * large.text))
    return told


def main(words: Sequence[str]) -> int:
    """The command. 0: every target was reached; 1: one was missed; 2: bad arguments."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench search", description=__doc__)
    parser.add_argument("--articles", type=Path, required=True, help="folder of article files")
    parser.add_argument("--queries", type=Path, required=True, help="queries, one JSON object a line")
    parser.add_argument("--large", type=int, default=LARGE, help=f"articles of the larger library ({LARGE}); 0 skips it")
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"results of a keystroke ({LIMIT})")
    parser.add_argument("--misses", action="store_true", help="shows the queries that are not answered first, and what came instead")
    chosen = parser.parse_args(words)
    articles = read_articles(chosen.articles)
    queries = read_queries(chosen.queries)
    if not articles or not queries:
        print("There are no articles, or no queries.", file=sys.stderr)
        return 2
    if not Tantivy.installed():
        print("tantivy is not installed and is left out.")
    small = [measure(engine, articles, queries, chosen.limit) for engine in engines()]
    print(quality_table(small), speed_table(small), sep="\n\n")
    large = small
    if chosen.large > len(articles):
        library = list(more_articles(articles, chosen.large))
        large = [measure(engine, library, queries, chosen.limit) for engine in engines()]
        print("", speed_table(large), sep="\n")
    told = verdicts(small[0], large[0])
    print(
        "\n" + table([["target", "measured", "wanted", ""], *([n, f"{v:.3f}", f"{w:g}", "" if ok else "missed"] for n, v, w, ok in told)])
    )
    if chosen.misses:
        print("\n" + misses(articles, queries))
    return 0 if all(ok for *_, ok in told) else 1


def misses(articles: Sequence[Article], queries: Sequence[Query]) -> str:
    """A line for each query whose first result doesn't answer."""
    engine = engines()[0]
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        engine.build(Path(folder), articles)
        for query in queries:
            ids = engine.find(query.words, query.lang, LIMIT)
            if not ids or ids[0] not in query.relevant | query.also_ok:
                lines.append(f"{query.words}\n    wanted {', '.join(sorted(query.relevant))}\n    found  {', '.join(ids[:4])}")
        engine.close()
    return "\n".join(lines)
