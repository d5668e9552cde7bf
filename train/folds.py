"""The folds of the cross-validation. Pages that are judged together are always in the same fold."""
import hashlib
from urllib.parse import urlsplit

FOLDS = 5
# Second-level names under which domains are registered in many countries: example.co.uk, example.com.vn.
SECOND_LEVELS = {"ac", "co", "com", "edu", "gob", "gouv", "gov", "mil", "ne", "net", "nom", "or", "org"}


def domain(url):
    """Returns the registrable domain of an address. Pages of one site look alike, so they must be
    in the same fold."""
    host = (urlsplit(url or "").hostname or "").rstrip(".")
    labels = host.split(".")
    take = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVELS else 2
    return ".".join(labels[-take:])


def fold_of_name(name):
    """Returns the fold of a site, an outlet or a grammar by its name. It is a hash, so it never
    changes."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % FOLDS


def fold_of(page):
    """Returns the fold of a page. It is the same for all pages of a site, and for all pastes of a
    page without an address."""
    return fold_of_name(domain(page.get("url")) or page["id"].partition("#")[0])
