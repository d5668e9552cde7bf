"""The boosted trees: their training, and the weight of each block."""
import lightgbm as lgb
import numpy as np

from data import is_group
from folds import FOLDS

ROUNDS = 150
# Number of features that a model reads, and number of training rounds that select them.
FEATURES, SELECTION_ROUNDS = 240, 50
PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.12,
    "num_leaves": 31,
    "min_data_in_leaf": 60,
    "min_sum_hessian_in_leaf": 5,
    "lambda_l2": 5,
    "feature_fraction": 0.2,
    "bagging_fraction": 0.5,
    "bagging_freq": 1,
    "max_bin": 63,
    "use_missing": False,
    # With this seed, the same data gives the same model on all machines.
    "seed": 3,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
# Pages with little or no gold text count as if they had this many words of it.
MIN_GOLD_WORDS = 80
# The weight of a page by corpus. The large corpus is nearly all English, so pages in other
# languages get more weight. There are many composed pastes and augmented pages, and they are
# artificial, so each gets less weight than a real page.
CORPUS_WEIGHT = {
    "fundus_dev": 3, "magic_html_dev": 3, "vi_dev": 5, "fundus_more_dev": 3, "vi_more_dev": 5, "composed": 1, "augmented": 1,
}  # fmt: skip
# Types of pages with less weight than others of their corpus. Fragments from an aggregator have
# hardly any boilerplate.
TYPE_WEIGHT = {"aggregator_fragment": 0.2}


def page_weight(page):
    """Returns the weight of a page."""
    return CORPUS_WEIGHT.get(page.corpus, 1) * TYPE_WEIGHT.get(page.kind, 1)


def weights(table):
    """Returns the weights of blocks. A block's weight depends on its words, and a page's weight on
    the effect of a word on the page's F1."""
    result = np.empty(len(table.y))
    for page in table.pages:
        words = table.words[page.start : page.stop]
        size = np.sqrt(max(page.gold.total(), MIN_GOLD_WORDS) * max(words.sum(), 1))
        result[page.start : page.stop] = (words + 2) / size * page_weight(page)
    result[table.other_copies()] = 0
    return result / result.mean()


def strongest_features(table):
    """Returns the features with the highest gain in a short training, in the order of the table.

    Weak features cost bytes and time without any gain. All pages are used for this, so the
    choice of columns is the same in every fold. Nothing else is shared between folds.
    """
    names = [name for name in table.names if not is_group(name)]
    gain = _train(_dataset(table, names), SELECTION_ROUNDS).feature_importance("gain")
    return [names[i] for i in np.sort(np.argsort(-gain)[:FEATURES])]


def cross_validate(table, names):
    """Returns the log odds of all blocks, from models that have not seen the block's page, and
    these models by fold."""
    data = _dataset(table, names)
    odds, models = np.zeros(len(table.y)), []
    for fold in range(FOLDS):
        held_out = table.fold == fold
        models.append(_train(data.subset(np.flatnonzero(~held_out)), ROUNDS))
        odds[held_out] = models[-1].predict(table.columns(names)[held_out], raw_score=True, num_threads=1)
    return odds, models


def train(table, names):
    """Returns the model trained on all pages."""
    return _train(_dataset(table, names), ROUNDS)


def _dataset(table, names):
    data = lgb.Dataset(
        table.columns(names),
        table.y,
        weight=weights(table),
        feature_name=names,
        params=PARAMETERS,
        free_raw_data=False,
    )
    return data.construct()


def _train(data, rounds):
    return lgb.train(PARAMETERS, data, rounds)
