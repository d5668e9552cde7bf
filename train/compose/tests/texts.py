"""Small invented articles, so that the tests need no corpora."""
from compose.articles import Article, Part

SUBJECTS = "bridge harbour orchard theatre ferry quarry museum bakery".split()


def articles(language, count=40, unspaced=False):
    """Returns articles of several outlets. All pieces are different."""
    return [_article(language, number, unspaced) for number in range(count)]


def _article(language, number, unspaced):
    subject = SUBJECTS[number % len(SUBJECTS)]
    text = lambda kind: (f"{subject}{kind}{number}" if unspaced else f"The {subject} and its {kind} number {number}")
    sentence = lambda kind: text(kind) + ("。" if unspaced else " were talked about all day long in the town.")
    parts = [Part("p", sentence("first") + ("" if unspaced else " ") + sentence("other")), Part("h", text("heading"))]
    parts += [Part("p", sentence(f"paragraph{i}")) for i in range(5)]
    parts += [Part("caption", text("picture")), Part("item", "- " + text("point")), Part("p", sentence("last"))]
    return Article(text("headline"), sentence("lead"), tuple(parts), language, f"outlet {number % 17}", "Ann Lee", "AFP")
