"""Words in the form that the evaluation counts."""
import re
from collections import Counter

# Scripts without spaces: Thai, Lao, Myanmar, Khmer, kana, Han. Each character is a token.
UNSPACED = r"\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF"
TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


def tokens(text):
    """Returns words in lower case, and single characters of scripts without spaces."""
    return TOKEN.findall((text or "").lower())


def bag_f1(answer, gold):
    """Returns F1, precision and recall of two bags of tokens (`Counter`s). Two empty bags agree."""
    if not gold or not answer:
        right = float(not gold and not answer)
        return right, right, right
    hit = sum((answer & gold).values())
    precision, recall = hit / answer.total(), hit / gold.total()
    return (2 * precision * recall / (precision + recall) if hit else 0.0), precision, recall
