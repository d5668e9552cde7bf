"""Writes the trees in the form that src/classify/model.rs reads; its header describes it."""
import struct

import numpy as np

from model import CALIBRATION

MAGIC = b"UCM1"
LEAF = 255
LEAF_STEPS = 127


def export(booster, names):
    """The model's bytes; `names` are the table's columns, of which the booster's features are some.

    Leaf values are calibrated and rounded to 8 bits a tree, and the booster is given the same.
    """
    features_read = booster.feature_name()
    trees = [tree["tree_structure"] for tree in booster.dump_model()["tree_info"]]
    keys = [set() for _ in features_read]
    for tree in trees:
        for node in _preorder(tree):
            if "split_feature" in node:
                keys[node["split_feature"]].add(_key(node["threshold"]))
    tables = [sorted(k) for k in keys]
    index = [{key: i for i, key in enumerate(table)} for table in tables]
    assert len(features_read) <= LEAF and max(map(len, tables)) <= 255

    features, thresholds, leaves, scales, bias = bytearray(), bytearray(), bytearray(), [], 0.0
    for number, tree in enumerate(trees):
        nodes = list(_preorder(tree))
        values = [CALIBRATION * node["leaf_value"] for node in nodes if "leaf_value" in node]
        centre = np.float32((max(values) + min(values)) / 2)
        scale = np.float32(max((max(values) - min(values)) / 2 / LEAF_STEPS, 1e-9))
        bias += centre
        scales.append(scale)
        for node in nodes:
            if "leaf_value" in node:
                step = round((CALIBRATION * node["leaf_value"] - centre) / scale)
                step = int(np.clip(step, -LEAF_STEPS, LEAF_STEPS))
                features.append(LEAF)
                leaves += struct.pack("b", step)
                booster.set_leaf_output(number, node.get("leaf_index", 0), float(centre) + step * float(scale))
            else:
                feature = node["split_feature"]
                features.append(feature)
                thresholds.append(index[feature][_key(node["threshold"])])
    out = bytearray(MAGIC)
    out += struct.pack("<QBHf", names_hash(names), len(features_read), len(trees), bias)
    out += struct.pack(f"<{len(features_read)}H", *map(names.index, features_read))
    out += bytes(map(len, tables))
    out += b"".join(struct.pack(f"<{len(table)}H", *table) for table in tables)
    out += struct.pack(f"<{len(scales)}f", *scales)
    return bytes(out + features + thresholds + leaves)


def names_hash(names):
    """FNV-1a, 64 bits, of the names, each ended by a line feed."""
    value = 0xCBF29CE484222325
    for byte in "".join(name + "\n" for name in names).encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def _preorder(tree):
    stack = [tree]
    while stack:
        node = stack.pop()
        yield node
        if "split_feature" in node:
            assert node["decision_type"] == "<="
            stack += [node["right_child"], node["left_child"]]


def _key(threshold):
    """The largest bfloat16 that is no larger than the threshold, as a 16-bit integer that sorts as it does.

    Features are trained on as bfloat16, so `x <= threshold` and `key(x) <= key(threshold)` say the same.
    """
    rounded = np.float32(threshold)
    if rounded > threshold:
        rounded = np.nextafter(rounded, np.float32(-np.inf))
    bits = int(rounded.view(np.uint32))
    if bits < 0x80000000:
        return (0x80000000 | bits) >> 16
    return ((0x100000000 - bits) >> 16) - 1
