"""Prints composed pastes for inspection. `+` or `-` before each line tells whether it belongs to
the article.

    cd train && python3 -m compose.show LANGUAGE COUNT [--corpora FOLDER] [--grammar NAME] [--raw]

With `--raw`, the pastes also have the habits of text tools. Without it, the page is shown as it
was composed, with the role of each line.
"""
import argparse
import pathlib

from compose.source import Source


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("language")
    arguments.add_argument("count", type=int)
    arguments.add_argument("--corpora", type=pathlib.Path)
    arguments.add_argument("--grammar", help="only pages of this grammar")
    arguments.add_argument("--first", type=int, default=0, help="the number of the first page")
    arguments.add_argument("--raw", action="store_true")
    options = arguments.parse_args()
    source = Source.of(options.language, options.corpora)
    for paste in source.pastes(options.count, options.first, options.grammar):
        facts = f"title={paste.title!r} byline={paste.byline!r} source={paste.source!r} date={paste.date!r}"
        print(f"\n=== {paste.id} {paste.kind} {paste.form} fold={paste.fold} second={paste.second}\n    {facts}")
        if options.raw:
            for line in source.dumped(paste):
                print(f"{' +-'[0 if line.content is None else 1 if line.content else 2]} {line.text}")
        else:
            for line in paste.lines:
                print(f"{'+' if line.content else '-'} {line.role:<16}{line.text}")


if __name__ == "__main__":
    main()
