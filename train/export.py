"""Writes models in the format that src/classify/ reads. model.rs, trees.rs and network.rs describe
it.
"""
import struct

import numpy as np

from data import truncate
from network import FAR, NEAR, SHARE, bfloat16

MAGIC = b"UCM4"
LEAF = 255
# Weights are stored as whole numbers of steps, in 8 bits.
STEPS = 127
# Maximum number of channels in the decoder.
CHANNELS = 24


def export(table, booster, networks, inputs, share=SHARE):
    """Returns the bytes of a model for this table's columns: trees, and networks with their inputs.
    `share` is the weight of the networks.

    Also rounds the leaves of the booster itself, because the file can only hold rounded ones.
    """
    names = table.names
    out = MAGIC + struct.pack("<QH", names_hash(names), len(names))
    out += _upper(truncate(np.median(table.x, axis=0)))
    out += _trees(booster, names)
    out += _upper(bfloat16(share)) + struct.pack("B", len(networks)) + _inputs(inputs)
    return out + b"".join(map(_network, networks))


def _trees(booster, names):
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
        values = [node["leaf_value"] for node in nodes if "leaf_value" in node]
        centre = np.float32((max(values) + min(values)) / 2)
        scale = np.float32(max((max(values) - min(values)) / 2 / STEPS, 1e-9))
        bias += centre
        scales.append(scale)
        for node in nodes:
            if "leaf_value" in node:
                step = round((node["leaf_value"] - centre) / scale)
                step = int(np.clip(step, -STEPS, STEPS))
                features.append(LEAF)
                leaves += struct.pack("b", step)
                booster.set_leaf_output(number, node.get("leaf_index", 0), float(centre) + step * float(scale))
            else:
                feature = node["split_feature"]
                features.append(feature)
                thresholds.append(index[feature][_key(node["threshold"])])
    out = struct.pack("<BHf", len(features_read), len(trees), bias)
    out += struct.pack(f"<{len(features_read)}H", *map(names.index, features_read))
    out += bytes(map(len, tables))
    out += b"".join(struct.pack(f"<{len(table)}H", *table) for table in tables)
    out += struct.pack(f"<{len(scales)}f", *scales)
    return bytes(out + features + thresholds + leaves)


def rounded(weights):
    """Returns a network's weights as the decoder sees them, and for each layer the whole steps,
    their sizes and the bias."""
    result, stored = {}, {}
    for name in filter(weights.__contains__, _layers()):
        matrix = np.asarray(weights[name])
        step = bfloat16(np.maximum(np.abs(matrix).max(0) / STEPS, 1e-9))
        whole = np.clip(np.round(matrix / step), -STEPS, STEPS).astype(np.int8)
        bias = bfloat16(np.asarray(weights.get(f"{name}_bias", np.zeros(matrix.shape[1]))))
        result[name] = whole * step
        if f"{name}_bias" in weights:
            result[f"{name}_bias"] = bias
        stored[name] = whole, step, bias
    return result, stored


def _inputs(inputs):
    out = struct.pack("<H", inputs.words_column)
    for columns, mean, scale in (
        (inputs.columns, inputs.mean, inputs.scale),
        (inputs.page_columns, inputs.page_mean, inputs.page_scale),
    ):
        out += struct.pack(f"<H{len(columns)}H", len(columns), *columns) + _upper(mean) + _upper(scale)
    out += struct.pack("B", len(inputs.kinds)) + b"".join(struct.pack("<HB", *kind) for kind in inputs.kinds)
    return out + struct.pack(f"<B{len(inputs.group_columns)}H", len(inputs.group_columns), *inputs.group_columns)


def _network(weights):
    out, channels = b"", len(weights["block_bias"])
    for name, (whole, step, bias) in rounded(weights)[1].items():
        if name not in ("page", "block"):
            rows = whole.reshape(-1, channels, whole.shape[1])
            whole = np.pad(rows, ((0, 0), (0, CHANNELS - channels), (0, 0))).reshape(-1, whole.shape[1])
        pad = ((0, 0), (0, CHANNELS - whole.shape[1]))
        out += _upper(np.pad(step, pad[1])) + _upper(np.pad(bias, pad[1])) + np.pad(whole, pad).tobytes()
    return out


def _layers():
    """Returns the matrices and their biases, in the order of the file."""
    convolutions = [f"convolution{i}" for i in range(len(NEAR + FAR))]
    near, far = convolutions[: len(NEAR)], convolutions[len(NEAR) :]
    return ["page", "page_to_block", "block", *near, "group", "gate", "type", "context", *far, "out"]


def _upper(x):
    """Returns the stored form of bfloat16 numbers."""
    return (np.asarray(x, dtype="<f4").view("<u4") >> 16).astype("<u2").tobytes()


def names_hash(names):
    """Returns the FNV-1a hash, with 64 bits, of the names, each followed by a line feed."""
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
    """Returns the largest bfloat16 that is not larger than the threshold, as a 16-bit integer with
    the same order.

    Features are bfloat16 numbers in training, so `x <= threshold` and `key(x) <= key(threshold)`
    are equivalent.
    """
    rounded = np.float32(threshold)
    if rounded > threshold:
        rounded = np.nextafter(rounded, np.float32(-np.inf))
    bits = int(rounded.view(np.uint32))
    if bits < 0x80000000:
        return (0x80000000 | bits) >> 16
    return ((0x100000000 - bits) >> 16) - 1
