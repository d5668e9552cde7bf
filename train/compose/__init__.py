"""Composes labelled pastes: pages as text, from grammars of sites, articles of corpora and phrases of our own."""
