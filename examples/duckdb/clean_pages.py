"""Cleans a table of web pages with unchaff in DuckDB.

    python clean_pages.py PAGES ARTICLES [--jobs N] [--command "npx unchaff"]

PAGES is anything that DuckDB can read with the columns `url` and `html`: Parquet, CSV or JSON, a
file or a pattern. ARTICLES is a Parquet file with one row for each page: its address, and the
fields of its article or the error.
"""

import argparse
import json
import shlex
import subprocess

import duckdb
import pyarrow

# The fields that unchaff returns, and their types.
FIELDS = {
    "title": "VARCHAR",
    "byline": "VARCHAR",
    "authors": ["VARCHAR"],
    "publishedTime": "VARCHAR",
    "siteName": "VARCHAR",
    "lang": "VARCHAR",
    "image": "VARCHAR",
    "textContent": "VARCHAR",
    "markdown": "VARCHAR",
    "summary": ["VARCHAR"],
    "keywords": ["VARCHAR"],
    "wordCount": "BIGINT",
    "pageType": "VARCHAR",
}
PROBLEM = {"code": "VARCHAR", "message": "VARCHAR"}
SCHEMA = json.dumps({**FIELDS, "notice": PROBLEM, "error": PROBLEM})


def cleaner(command):
    """Returns a function for DuckDB. It takes addresses and pages, and returns answers as JSON,
    about two thousand at a time."""

    def clean(urls, pages):
        rows = zip(urls.to_pylist(), pages.to_pylist())
        lines = "".join(json.dumps({"url": url, "html": html or ""}) + "\n" for url, html in rows)
        answers = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
        # Each line is an answer. `splitlines` would also split at Unicode line separators inside an
        # answer.
        return pyarrow.array(answers.decode().removesuffix("\n").split("\n"))

    return clean


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages")
    parser.add_argument("articles")
    parser.add_argument("--jobs", type=int, default=4, help="threads of unchaff, as many as there are cores")
    parser.add_argument("--command", default="npx unchaff", help="how to call unchaff")
    arguments = parser.parse_args()

    command = shlex.split(f"{arguments.command} --ndjson --jobs {arguments.jobs} --fields {','.join(FIELDS)}")
    text = duckdb.sqltypes.VARCHAR
    connection = duckdb.connect()
    connection.create_function("unchaff", cleaner(command), [text, text], text, type="arrow", null_handling="special")
    connection.execute(
        """COPY (
            SELECT url, unnest(from_json(unchaff(url, html), $schema)) FROM query_table($pages)
        ) TO $articles (FORMAT parquet)""",
        {"schema": SCHEMA, "pages": arguments.pages, "articles": arguments.articles},
    )
    counts = "SELECT count(*), count(*) FILTER (textContent != ''), count(error) FROM read_parquet($articles)"
    written, found, failed = connection.execute(counts, {"articles": arguments.articles}).fetchone()
    print(f"{written} pages, {found} articles, {failed} failed")


if __name__ == "__main__":
    main()
