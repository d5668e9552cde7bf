"""The boosted trees: how they are trained, and with which weight each block counts."""
import lightgbm as lgb
import numpy as np

from data import FOLDS

ROUNDS = 150
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
    # The same model from the same data, on any machine.
    "seed": 3,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
# Pages with little or no gold text count as if they had this many words of it.
MIN_GOLD_WORDS = 80
# How much a page of a corpus counts: the large one is nearly all English, so pages in other languages count more.
CORPUS_WEIGHT = {"fundus_dev": 3, "magic_html_dev": 3, "vi_dev": 5}


def weights(table, corpus_weight=CORPUS_WEIGHT):
    """A block counts by its words; a page by what its words move the page's F1."""
    result = np.empty(len(table.y))
    for page in table.pages:
        words = table.words[page.start : page.stop]
        size = np.sqrt(max(page.gold.total(), MIN_GOLD_WORDS) * max(words.sum(), 1))
        result[page.start : page.stop] = (words + 2) / size * corpus_weight.get(page.corpus, 1)
    return result / result.mean()


def dataset(table, x=None, names=None, weight=None, parameters=PARAMETERS):
    data = lgb.Dataset(
        table.x if x is None else x,
        table.y,
        weight=weights(table) if weight is None else weight,
        feature_name=list(table.names if names is None else names),
        params=parameters,
        free_raw_data=False,
    )
    return data.construct()


def cross_validate(table, x=None, names=None, weight=None, parameters=PARAMETERS, rounds=ROUNDS):
    """A model for each fold, trained on the other folds, and its probabilities for the fold's own pages."""
    x = table.x if x is None else x
    data = dataset(table, x, names, weight, parameters)
    p, models = np.zeros(len(table.y)), []
    for fold in range(FOLDS):
        held_out = table.fold == fold
        models.append(lgb.train(parameters, data.subset(np.flatnonzero(~held_out)), rounds))
        p[held_out] = models[-1].predict(x[held_out], num_threads=1)
    return p, models


def train(table, rounds=ROUNDS):
    """The model of all pages."""
    return lgb.train(PARAMETERS, dataset(table), rounds)
