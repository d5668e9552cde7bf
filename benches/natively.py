"""Compares unchaff with resiliparse as native programs, page by page in one run.

    pip install resiliparse==2.0.1
    python3 benches/natively.py [--every 12] ../shared/corpora/wcxb_dev.jsonl.gz

Compiles the benchmark first. Both read a string. resiliparse returns the text of the article,
unchaff everything.
"""

import argparse
import gzip
import json
import statistics
import subprocess
import time

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

RUNS = 3


def theirs(html):
    start = time.perf_counter()
    extract_plain_text(HTMLTree.parse(html), main_content=True)
    return (time.perf_counter() - start) * 1000


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--every", type=int, default=12)
    arguments.add_argument("corpora", nargs="+")
    options = arguments.parse_args()
    command = ["cargo", "bench", "--quiet", "--features", "bench", "--bench", "stages"]
    subprocess.run([*command, "--no-run"], check=True)
    ours = subprocess.Popen([*command, "--", "--answer"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    times = {"ours": [], "resiliparse": []}
    for path in options.corpora:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number % options.every:
                    continue
                html = json.loads(line)["html"]
                best = {"ours": float("inf"), "resiliparse": float("inf")}
                for _ in range(RUNS):
                    ours.stdin.write(json.dumps(html) + "\n")
                    ours.stdin.flush()
                    best["ours"] = min(best["ours"], float(ours.stdout.readline()))
                    best["resiliparse"] = min(best["resiliparse"], theirs(html))
                for name, value in best.items():
                    times[name].append(value)
    ours.stdin.close()
    ours.wait()
    ratios = [b / a for a, b in zip(times["ours"], times["resiliparse"])]
    print(f"{len(ratios)} pages, milliseconds")
    for name, values in times.items():
        values = sorted(values)
        print(f"{name:12} median {statistics.median(values):7.2f}   95th {values[int(len(values) * 0.95)]:7.2f}")
    print(f"resiliparse / ours, median of the pages {statistics.median(ratios):.2f}")


main()
