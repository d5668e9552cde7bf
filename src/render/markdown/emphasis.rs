//! Finds out which emphasis Markdown can express.
//!
//! The characters beside a `*` decide whether it opens or closes emphasis. In `**“强调”**文字`, the
//! last two stars do not close it, because there is punctuation before them and a letter after
//! them. Readers would see the stars. So the stars are paired here as a CommonMark parser would
//! pair them (spec 0.31, "Emphasis and strong emphasis", rules 1 to 17 and the delimiter algorithm
//! of its appendix). If they do not pair as intended, punctuation at the edge moves outside
//! (`“**强调**”文字`), and emphasis around a link moves into the link. Stars that still do not pair are
//! dropped.

use super::piece::{EmphasisMark, Piece};

/// Maximum number of attempts to keep some of a block's emphasis before all of it is dropped. Dropped stars change the
/// neighbours of others, so one attempt may not be enough. Real text needs two.
const MAX_ATTEMPTS: usize = 4;

/// Maximum number of attempts to move marks to where they pair: one for each mark around a link, and one for the
/// punctuation.
const MAX_MOVES: usize = 3;

/// Moves the marks that a parser would not pair at their places, and removes those that still do not pair.
pub(super) fn keep_expressible(pieces: &mut Vec<Piece>) {
    for attempt in 0..MAX_MOVES + MAX_ATTEMPTS {
        let lost: Vec<(usize, usize)> = READINGS.iter().flat_map(|&reading| unpaired(pieces, reading)).collect();
        if lost.is_empty() {
            return;
        }
        if attempt < MAX_MOVES && (move_into_links(pieces, &lost) | move_punctuation_out(pieces, &lost)) {
            continue;
        }
        let mut keep = vec![true; pieces.len()];
        for (open, close) in lost {
            keep[open] = false;
            keep[close] = false;
        }
        let mut keep = keep.into_iter();
        pieces.retain(|_| keep.next() == Some(true));
    }
    pieces.retain(|piece| !matches!(piece, Piece::Open(_) | Piece::Close(_)));
}

/// Moves marks around a single link into the link. Returns `false` if there are none.
fn move_into_links(pieces: &mut [Piece], lost: &[(usize, usize)]) -> bool {
    let mut moved = false;
    for &(open, close) in lost {
        let is_link = pieces[open + 1] == Piece::OpenLink
            && pieces[open..].iter().position(|piece| matches!(piece, Piece::CloseLink(_))) == Some(close - 1 - open);
        if is_link {
            pieces.swap(open, open + 1);
            pieces.swap(close - 1, close);
            moved = true;
        }
    }
    moved
}

/// Moves punctuation from the inner edge of marks to the outside if there is a letter on the outside. Returns `false`
/// if there is none.
fn move_punctuation_out(pieces: &mut Vec<Piece>, lost: &[(usize, usize)]) -> bool {
    let mut is_lost = vec![false; pieces.len()];
    for &(open, close) in lost {
        is_lost[open] = true;
        is_lost[close] = true;
    }
    let is_word = |c: Option<char>| c.is_some_and(|c| Class::of(c, false) == Class::Word);
    let mut moved = false;
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let is_same =
        |a: &Piece, b: &Piece| matches!((a, b), (Piece::Open(_), Piece::Open(_)) | (Piece::Close(_), Piece::Close(_)));
    let mut at = 0;
    while at < pieces.len() {
        let marks = pieces[at..].chunk_by(is_same).next().map_or(1, <[Piece]>::len);
        let end = at + marks;
        let has_lost = is_lost[at..end].contains(&true);
        match (pieces[at], pieces.get(end), out.last().copied()) {
            (Piece::Open(_), Some(&Piece::Word(word)), before) if has_lost => {
                let rest = word.trim_start_matches(is_punctuation);
                let (first, rest) = word.split_at(word.len() - rest.len());
                if !first.is_empty() && !rest.is_empty() && is_word(before.map(|piece| piece.last_character())) {
                    moved = true;
                    out.push(Piece::Word(first));
                    pieces[end] = Piece::Word(rest);
                }
                out.extend_from_slice(&pieces[at..end]);
            }
            (Piece::Close(_), after, Some(Piece::Word(word))) if has_lost => {
                let (rest, last) = word.split_at(word.trim_end_matches(is_punctuation).len());
                let moves = !last.is_empty() && !rest.is_empty() && is_word(after.map(Piece::first_character));
                if moves {
                    moved = true;
                    out.pop();
                    out.push(Piece::Word(rest));
                }
                out.extend_from_slice(&pieces[at..end]);
                out.extend(moves.then_some(Piece::Word(last)));
            }
            _ => out.extend_from_slice(&pieces[at..end]),
        }
        at = end;
    }
    *pieces = out;
    moved
}

/// Returns two flags: whether `~~` between these characters opens struck text in every parser, and
/// whether it closes it.
pub(super) fn strokes(before: char, after: char) -> (bool, bool) {
    READINGS
        .iter()
        .map(|&reading| DelimiterRun::new(2, before, after, reading))
        .fold((true, true), |(open, close), run| (open && run.can_open, close && run.can_close))
}

/// How to read characters that may be punctuation, before and after stars. `true` means
/// punctuation. Parsers differ (symbols count since CommonMark 0.31), and a decision would need
/// Unicode's tables for marks and symbols. So emphasis must work with both readings.
type Reading = (bool, bool);

const READINGS: [Reading; 4] = [(false, false), (false, true), (true, false), (true, true)];

/// A row of stars that the parser reads as one unit.
#[derive(Debug)]
struct DelimiterRun {
    length: usize,
    /// The number of stars not yet paired.
    left: usize,
    can_open: bool,
    can_close: bool,
}

/// A pair of marks: its meaning, the run that opens it and the run that closes it.
type Pair = (EmphasisMark, usize, usize);

/// Returns the marks that a parser would not pair, by the positions of their pieces.
///
/// A parser pairs the stars inside a link before those around it. That makes no difference if all marks pair as
/// intended, so links are not treated separately here.
fn unpaired(pieces: &[Piece], reading: Reading) -> Vec<(usize, usize)> {
    let mut runs: Vec<DelimiterRun> = Vec::new();
    let mut meant: Vec<(Pair, (usize, usize))> = Vec::new();
    let mut open_marks: Vec<(usize, usize)> = Vec::new();
    let mut pairing = Pairing::default();
    let is_mark = |piece: &Piece| matches!(piece, Piece::Open(_) | Piece::Close(_));
    let mut end = 0;
    for group in pieces.chunk_by(|a, b| is_mark(a) && is_mark(b)) {
        let start = end;
        end += group.len();
        let mut length = 0;
        for (piece, at) in group.iter().zip(start..) {
            match *piece {
                Piece::Open(mark) => {
                    open_marks.push((at, runs.len()));
                    length += mark.stars().len();
                }
                Piece::Close(mark) => {
                    if let Some((open, run)) = open_marks.pop() {
                        meant.push(((mark, run, runs.len()), (open, at)));
                    }
                    length += mark.stars().len();
                }
                _ => {}
            }
        }
        if length > 0 {
            let before = start.checked_sub(1).map_or(' ', |i| pieces[i].last_character());
            let after = pieces.get(end).map_or(' ', Piece::first_character);
            runs.push(DelimiterRun::new(length, before, after, reading));
            pairing.add(&mut runs);
        }
    }
    let mut found = pairing.pairs;
    found.sort_unstable();
    meant.retain(|(pair, _)| found.binary_search(pair).is_err());
    meant.into_iter().map(|(_, positions)| positions).collect()
}

impl DelimiterRun {
    fn new(length: usize, before: char, after: char, reading: Reading) -> DelimiterRun {
        let (before, after) = (Class::of(before, reading.0), Class::of(after, reading.1));
        // "Left-flanking" and "right-flanking" in the specification.
        let flanks =
            |inner: Class, outer: Class| inner == Class::Word || (inner == Class::Punctuation && outer != Class::Word);
        DelimiterRun { length, left: length, can_open: flanks(after, before), can_close: flanks(before, after) }
    }
}

/// The delimiter stack of the specification's appendix.
#[derive(Default)]
struct Pairing {
    pairs: Vec<Pair>,
    /// The runs that can still open emphasis.
    openers: Vec<usize>,
    /// For each kind of closing run, the first run that may open for it. Without this bound, many
    /// runs without a partner would take quadratic time.
    first_candidate: [usize; 6],
}

impl Pairing {
    /// Pairs the last run with those before it.
    fn add(&mut self, runs: &mut [DelimiterRun]) {
        let closer = runs.len() - 1;
        let kind = runs[closer].length % 3 + if runs[closer].can_open { 3 } else { 0 };
        while runs[closer].can_close && runs[closer].left > 0 {
            let candidates = self.openers.partition_point(|&run| run < self.first_candidate[kind]);
            let found = self.openers[candidates..].iter().rposition(|&opener| can_pair(&runs[opener], &runs[closer]));
            let Some(position) = found.map(|position| candidates + position) else {
                self.first_candidate[kind] = closer;
                break;
            };
            let opener = self.openers[position];
            let mark = if runs[opener].left >= 2 && runs[closer].left >= 2 {
                EmphasisMark::Strong
            } else {
                EmphasisMark::Emphasis
            };
            runs[opener].left -= mark.stars().len();
            runs[closer].left -= mark.stars().len();
            self.pairs.push((mark, opener, closer));
            let keeps_opener = runs[opener].left > 0;
            self.openers.truncate(position + usize::from(keeps_opener));
        }
        if runs[closer].can_open && runs[closer].left > 0 {
            self.openers.push(closer);
        }
    }
}

fn can_pair(opener: &DelimiterRun, closer: &DelimiterRun) -> bool {
    let either_way = opener.can_close || closer.can_open;
    let multiple_of_3 = (opener.length + closer.length).is_multiple_of(3) && !opener.length.is_multiple_of(3);
    !(either_way && multiple_of_3)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Word,
    Punctuation,
}

impl Class {
    fn of(c: char, unknown_is_punctuation: bool) -> Class {
        match c {
            _ if c.is_whitespace() => Class::Space,
            // Combining marks: the tone marks of decomposed Vietnamese.
            '\u{300}'..='\u{36F}' => Class::Word,
            _ if c.is_alphanumeric() => Class::Word,
            _ if c.is_ascii_punctuation() || is_common_punctuation(c) => Class::Punctuation,
            // Other punctuation, symbols, marks and formatting.
            _ if unknown_is_punctuation => Class::Punctuation,
            _ => Class::Word,
        }
    }
}

/// Returns `true` if some parsers may treat a character as punctuation.
fn is_punctuation(c: char) -> bool {
    Class::of(c, true) == Class::Punctuation
}

/// Returns `true` for punctuation outside ASCII that often stands next to emphasis. All of it has general category P.
fn is_common_punctuation(c: char) -> bool {
    matches!(c, '«' | '»' | '¿' | '¡' | '‐'..='‧' | '、'..='〃' | '〈'..='】' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '！')
}
