"""Cleans a folder of web pages with unchaff in Spark.

    python clean_pages.py PAGES ARTICLES [--partitions N] [--command "npx unchaff"]

PAGES is a folder of HTML files, in any Hadoop file system. ARTICLES is a folder for Parquet
files with one row for each page: its path, and the fields of its article or the error. Each
partition is piped through one process of the command. So Node starts once for each partition and
holds two pages at a time.
"""

import argparse
import base64
import json
import os

from pyspark.sql import SparkSession

# The fields that unchaff returns, and their types. With a schema, Spark reads the answers once,
# when it writes them. Without one, it would clean every page twice, the first time to find the
# types.
FIELDS = {
    "title": "string",
    "byline": "string",
    "authors": "array<string>",
    "publishedTime": "string",
    "siteName": "string",
    "lang": "string",
    "url": "string",
    "image": "string",
    "textContent": "string",
    "markdown": "string",
    "summary": "array<string>",
    "keywords": "array<string>",
    "wordCount": "bigint",
    "pageType": "string",
}
PROBLEM = "struct<code: string, message: string>"
SCHEMA = ", ".join(f"{name} {kind}" for name, kind in {"id": "string", **FIELDS, "notice": PROBLEM, "error": PROBLEM}.items())


def request(page):
    """Returns a line for the command: a path and the bytes of the file, as JSON."""
    path, content = page
    return json.dumps({"id": path, "base64": base64.b64encode(content).decode("ascii")})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages")
    parser.add_argument("articles")
    parser.add_argument("--partitions", type=int, default=8, help="as many as there are cores, or a few times that")
    parser.add_argument("--command", default="npx unchaff", help="how the workers call unchaff")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("unchaff").getOrCreate()
    pages = spark.sparkContext.binaryFiles(arguments.pages).repartition(arguments.partitions)
    command = f"{arguments.command} --ndjson --fields {','.join(FIELDS)}"
    # The workers find Node by the environment, because `pipe` would otherwise start the command
    # with an empty one. With `checkCode`, a worker without the command fails the job instead of
    # returning nothing.
    answers = pages.map(request).pipe(command, env=dict(os.environ), checkCode=True)
    articles = spark.read.schema(SCHEMA).json(answers)
    articles.write.mode("overwrite").parquet(arguments.articles)

    written = spark.read.parquet(arguments.articles)
    found = written.filter("textContent != ''").count()
    failed = written.filter("error is not null").count()
    print(f"{written.count()} pages, {found} articles, {failed} failed")
    spark.stop()


if __name__ == "__main__":
    main()
