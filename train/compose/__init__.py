"""Composes labelled pastes: pages as text, made from grammars of sites, articles of corpora and our
own phrases.
"""
