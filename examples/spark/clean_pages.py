"""Cleans a folder of web pages with unchaff in Spark.

    python clean_pages.py PAGES ARTICLES [--partitions N] [--command "npx unchaff"]

PAGES is a folder of HTML files, as any Hadoop file system names it; ARTICLES a folder for Parquet files, one row a page: its
path, its article's fields, or the error. Each partition is piped through one process of the command, so that Node starts
once a partition and holds two pages at a time.
"""

import argparse
import base64
import json

from pyspark.sql import SparkSession


def request(page):
    """A line for the command: a path and the file's bytes in, JSON out."""
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
    # checkCode: a worker without the command fails the job, instead of answering nothing.
    answers = pages.map(request).pipe(f"{arguments.command} --ndjson", checkCode=True)
    articles = spark.read.json(answers)
    articles.write.mode("overwrite").parquet(arguments.articles)

    written = spark.read.parquet(arguments.articles)
    found = written.filter("title is not null or textContent != ''").count()
    print(f"{written.count()} pages, {found} articles")
    spark.stop()


if __name__ == "__main__":
    main()
