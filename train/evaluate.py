"""From probabilities to results for pages: the threshold, repeated blocks, and the figures."""
from collections import Counter, defaultdict

import numpy as np

from text import bag_f1

# The corpus of changed copies of pages. Its figures are not those of real pages.
AUGMENTED = "augmented"

# Repetitions of blocks with fewer words are common in articles: table cells, refrains, names.
REPEAT_WORDS = 8
# Minimum number of expected words of content. A page with fewer has no article.
MIN_EXPECTED_WORDS = 5
# The readings of a page: a factor for all odds, and a weight.
READINGS = ((1, 2 / 3), (20.7, 1 / 6), (1 / 20.7, 1 / 6))


def choose(p, words, copies, may_repeat):
    """Returns the blocks that maximize the expected F1 of the page's words, in the same way as
    src/classify/threshold.rs."""
    if not len(p):
        return np.array([], dtype=int)
    order = np.argsort(-p, kind="stable")
    taken, expected = np.cumsum(words[order]), 0
    for factor, weight in READINGS:
        hits = np.cumsum((p * factor / (1 - p + p * factor) * words)[order])
        expected += weight * 2 * hits / (taken + hits[-1])
    chosen, seen = [], set()
    for i in order[: int(np.argmax(expected)) + 1]:
        if words[i] >= REPEAT_WORDS and not may_repeat[i]:
            if copies[i] in seen:
                continue
            seen.add(copies[i])
        chosen.append(i)
    enough = (p * words)[chosen].sum() >= MIN_EXPECTED_WORDS
    return np.sort(chosen) if enough else np.array([], dtype=int)


def page_score(table, page, chosen):
    """Returns F1, precision and recall of a selection. `chosen` counts from the page's first
    block."""
    answer = Counter()
    for i in chosen:
        answer.update(table.tokens[page.start + i].tolist())
    return bag_f1(answer, page.gold)


def scores(table, chosen):
    """Returns F1, precision and recall of each page, as rows. `chosen` returns the chosen blocks of
    a slice of the table."""
    return np.array([page_score(table, page, chosen(slice(page.start, page.stop))) for page in table.pages])


def print_table(pages, rows):
    """Prints macro means, with one line for each corpus, page type and language, and for each kind
    of augmented pages."""
    groups = defaultdict(list)
    for page, row in zip(pages, rows):
        if page.corpus == AUGMENTED:
            groups[f"{AUGMENTED}:", page.id.rpartition("#")[2], ""].append(row)
            continue
        groups[page.corpus, "", ""].append(row)
        groups[page.corpus, "type", page.kind].append(row)
        groups[page.corpus, "language", page.language].append(row)
    print(f"{'corpus':<16}{'group':<24}{'pages':>6}{'F1':>8}{'P':>8}{'R':>8}")
    for (corpus, by, name), values in sorted(groups.items()):
        f1, precision, recall = np.mean(values, axis=0)
        print(f"{corpus:<16}{(by + ' ' + name).strip():<24}{len(values):>6}{f1:8.4f}{precision:8.4f}{recall:8.4f}")
