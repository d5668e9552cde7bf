//! Builds a tree from lines. The marks of a line show which kind of block it begins.

use super::hyphen::Joiner;
use super::marks::{ListMark, cells, fence, looks_like_code, marker, rule_mark, table_rule};
use super::read::SourceLine;
use super::{markdown, program, read, wrap};
use crate::tree::{NodeId, Tag, Tree};
use std::borrow::Cow;

/// Longest line that a mark can make a heading, in characters. A longer line is a paragraph above a
/// separator, or a comment in a script.
const MAX_HEADING: usize = 120;

/// Minimum indentation of a line that can be code, in columns, as in Markdown.
const CODE_INDENT: usize = 4;

/// Builds the tree of a paste.
pub(super) struct PasteBuilder {
    tree: Tree,
    /// The element that receives the blocks: `<body>`, or the open post.
    parent: NodeId,
    blank_before: Vec<u16>,
    /// For backticks and for tildes, the length of the shortest opening fence without an end. A fence
    /// at least as long has no end either, so its end is not searched for. Otherwise many open fences
    /// would take quadratic time.
    unclosed: [usize; 2],
    /// The number of lines left after the last run of indented lines that turned out not to be
    /// code. The lines of that run are not read again.
    prose: usize,
    /// The same number for lines without indentation.
    no_program: usize,
    joiner: Joiner,
    /// `true` if marks inside a line are read as Markdown: emphasis, links, code.
    is_markdown: bool,
}

impl PasteBuilder {
    /// Returns a builder for a text of `bytes` bytes and these lines.
    pub(super) fn new(bytes: usize, lines: &[SourceLine]) -> PasteBuilder {
        let tree = Tree::empty(bytes);
        PasteBuilder {
            parent: tree.body(),
            tree,
            blank_before: Vec::new(),
            unclosed: [usize::MAX; 2],
            prose: lines.len(),
            no_program: lines.len(),
            joiner: Joiner::new(lines),
            is_markdown: markdown::is_markdown(lines),
        }
    }

    /// Opens a post of a conversation, which receives the blocks up to its end.
    pub(super) fn open_post(&mut self) -> NodeId {
        self.parent = self.tree.append_element(self.tree.body(), Tag::ARTICLE, &[]);
        self.parent
    }

    /// Closes the open post.
    pub(super) fn close_post(&mut self) {
        self.parent = self.tree.body();
    }

    /// Adds a line as a paragraph of its own.
    pub(super) fn line(&mut self, line: &SourceLine) -> NodeId {
        self.block(self.parent, Tag::P, line.blank_before, line.trimmed())
    }

    /// Returns the tree, and for each node the number of blank lines before it.
    pub(super) fn finish(mut self) -> (Tree, Vec<u16>) {
        self.blank_before.resize(self.tree.len(), 0);
        (self.tree, self.blank_before)
    }

    /// Reads the blocks of a text.
    pub(super) fn message(&mut self, lines: &[SourceLine], continues: &[bool]) {
        (self.prose, self.no_program) = (lines.len(), lines.len());
        self.unclosed = [usize::MAX; 2];
        let mut at = 0;
        while at < lines.len() {
            let rest = &lines[at..];
            at += self
                .fence(rest)
                .or_else(|| self.code(rest))
                .or_else(|| self.program(rest))
                .or_else(|| self.table(rest))
                .or_else(|| self.barred_table(rest))
                .or_else(|| self.note(rest, &continues[at..]))
                .or_else(|| self.quote(rest))
                .or_else(|| self.heading(rest))
                .or_else(|| self.rule(rest))
                .or_else(|| self.list(rest, &continues[at..]))
                .unwrap_or_else(|| self.paragraph(self.parent, rest, &continues[at..]));
        }
    }
}

/// The readers of blocks. A method that returns an `Option` reads a block of its kind at the start
/// of `lines` and returns how many lines it took. It returns `None` if there is no such block.
impl PasteBuilder {
    fn block(&mut self, parent: NodeId, tag: Tag, blank_before: usize, text: &str) -> NodeId {
        let id = self.tree.append_element(parent, tag, &[]);
        self.blank_before.resize(self.tree.len(), 0);
        self.blank_before[id.index()] = blank_before.try_into().unwrap_or(u16::MAX);
        if self.is_markdown {
            markdown::append(&mut self.tree, id, text);
        } else if !text.is_empty() {
            self.tree.append_text(id, text);
        }
        id
    }

    /// Reads code between fences of three or more backticks or tildes.
    fn fence(&mut self, lines: &[SourceLine]) -> Option<usize> {
        let (mark, length, info) = fence(lines[0].trimmed())?;
        let unclosed = &mut self.unclosed[usize::from(mark == '~')];
        if length >= *unclosed {
            return None;
        }
        let closes = |line: &SourceLine| {
            fence(line.trimmed())
                .is_some_and(|(other, count, info)| other == mark && count >= length && info.is_empty())
        };
        let Some(inside) = lines[1..].iter().position(closes) else {
            *unclosed = length;
            return None;
        };
        let language = info.split(char::is_whitespace).next().unwrap_or("");
        self.preformatted(&lines[1..1 + inside], lines[0].blank_before, 0, language);
        Some(inside + 2)
    }

    /// Reads indented lines if at least half of them look like lines of a program.
    fn code(&mut self, lines: &[SourceLine]) -> Option<usize> {
        if lines.len() > self.prose {
            return None;
        }
        // Code may have blank lines.
        let end = lines.iter().position(|line| line.indent() < CODE_INDENT).unwrap_or(lines.len());
        let run = &lines[..end];
        let marked = run.iter().filter(|line| looks_like_code(line.trimmed())).count();
        if marked == 0 || marked * 2 < run.len() {
            self.prose = lines.len() - end;
            return None;
        }
        let indent = run.iter().map(SourceLine::indent).min().unwrap_or(0);
        self.preformatted(run, run[0].blank_before, indent, "");
        Some(end)
    }

    /// Reads the output of a terminal, or a program without indentation.
    fn program(&mut self, lines: &[SourceLine]) -> Option<usize> {
        let count = program::session(lines).or_else(|| program::columns(lines)).or_else(|| {
            let (end, is_program) = (lines.len() <= self.no_program).then(|| program::program(lines))?;
            if !is_program {
                self.no_program = lines.len() - end;
            }
            is_program.then_some(end)
        })?;
        let indent = lines[..count].iter().map(SourceLine::indent).min().unwrap_or(0);
        self.preformatted(&lines[..count], lines[0].blank_before, indent, "");
        Some(count)
    }

    fn preformatted(&mut self, lines: &[SourceLine], blank_before: usize, indent: usize, language: &str) {
        let mut text = String::new();
        for (number, line) in lines.iter().enumerate() {
            if number > 0 {
                text.extend(std::iter::repeat_n('\n', line.blank_before + 1));
            }
            text.push_str(&line.without_indent(indent));
        }
        let body = self.parent;
        let pre = self.block(body, Tag::PRE, blank_before, "");
        let class = format!("language-{language}");
        let attributes = [("class", class.as_str())];
        let attributes = if language.is_empty() { &[][..] } else { &attributes };
        let code = self.tree.append_element(pre, Tag::CODE, attributes);
        self.tree.append_text(code, &text);
    }

    /// Reads two or more rows with tabs between their cells, as browsers copy a table.
    fn table(&mut self, lines: &[SourceLine]) -> Option<usize> {
        let rows = follow(lines, |line| line.trimmed().contains('\t'));
        if rows < 2 {
            return None;
        }
        let table = self.tree.append_element(self.parent, Tag::TABLE, &[]);
        let body = self.tree.append_element(table, Tag::TBODY, &[]);
        for line in &lines[..rows] {
            let row = self.tree.append_element(body, Tag::TR, &[]);
            for (column, cell) in line.text.split('\t').enumerate() {
                self.block(row, Tag::TD, if column == 0 { line.blank_before } else { 0 }, cell.trim());
            }
        }
        Some(rows)
    }

    /// Reads a Markdown table: a row of headings, a rule under it, and rows with bars between cells.
    fn barred_table(&mut self, lines: &[SourceLine]) -> Option<usize> {
        let rule = lines.get(1).filter(|line| self.is_markdown && line.blank_before == 0)?;
        let columns = table_rule(rule.trimmed())?;
        let rows = follow(lines, |line| line.trimmed().contains('|'));
        if cells(lines[0].trimmed()).count() != columns {
            return None;
        }
        let table = self.tree.append_element(self.parent, Tag::TABLE, &[]);
        let head = self.tree.append_element(table, Tag::THEAD, &[]);
        self.row(head, Tag::TH, &lines[0], columns);
        let body = self.tree.append_element(table, Tag::TBODY, &[]);
        for line in lines[..rows].iter().skip(2) {
            self.row(body, Tag::TD, line, columns);
        }
        Some(rows)
    }

    fn row(&mut self, parent: NodeId, tag: Tag, line: &SourceLine, columns: usize) {
        let row = self.tree.append_element(parent, Tag::TR, &[]);
        for (column, cell) in cells(line.trimmed()).take(columns).enumerate() {
            self.block(row, tag, if column == 0 { line.blank_before } else { 0 }, &cell);
        }
    }

    /// Reads a Markdown note after its label.
    fn note(&mut self, lines: &[SourceLine], continues: &[bool]) -> Option<usize> {
        let (label, _) = markdown::note_definition(lines[0].trimmed()).filter(|_| self.is_markdown)?;
        let place = markdown::place_of_note(label);
        let list = self.tree.append_element(self.parent, Tag::OL, &[]);
        let item = self.tree.append_element(list, Tag::LI, &[("id", &place)]);
        let (text, count) = self.joined(lines, continues);
        let says = markdown::note_definition(&text).map_or(text.as_str(), |(_, says)| says);
        self.block(item, Tag::P, lines[0].blank_before, says);
        Some(count)
    }

    /// Reads lines that start with `>`, as in e-mails. Nested quotes become one.
    ///
    /// A single line must be a sentence after one `>`. News sites mark links with `>> Xem thêm`, and steps of a path
    /// with `> Thời sự`.
    fn quote(&mut self, lines: &[SourceLine]) -> Option<usize> {
        let count = follow(lines, |line| line.trimmed().starts_with('>'));
        let is_sentence =
            |text: &str| text.starts_with("> ") && text.ends_with(['.', '!', '?', '…', '"', '”', '»', '。']);
        if count == 0 || (count == 1 && !is_sentence(lines[0].trimmed())) {
            return None;
        }
        let unmarked = lines[..count].iter().map(|line| line.trimmed().trim_start_matches(['>', ' ']));
        let inside = read::numbered(unmarked, lines[0].blank_before);
        let continues = wrap::continues(&inside);
        let quote = self.tree.append_element(self.parent, Tag::BLOCKQUOTE, &[]);
        let mut at = 0;
        while at < inside.len() {
            at += self.paragraph(quote, &inside[at..], &continues[at..]);
        }
        Some(count)
    }

    /// Reads `## Heading`, or a line underlined with `===` or `---`.
    fn heading(&mut self, lines: &[SourceLine]) -> Option<usize> {
        let line = &lines[0];
        let text = line.trimmed();
        let title = text.trim_start_matches('#');
        let level = text.len() - title.len();
        let (tag, title, taken) = if level > 0 {
            let title = title.strip_prefix([' ', '\t'])?.trim_end_matches('#').trim();
            (*HEADINGS.get(level - 1)?, title, 1)
        } else {
            let underline = lines.get(1).filter(|line| line.blank_before == 0)?.trimmed();
            let tag = match rule_mark(underline)? {
                '=' => Tag::H1,
                '-' => Tag::H2,
                _ => return None,
            };
            let above = !underline.contains(' ') && !text.ends_with('.') && rule_mark(text).is_none();
            if !above || marker(text).is_some() {
                return None;
            }
            (tag, text, 2)
        };
        if title.is_empty() || title.chars().count() > MAX_HEADING {
            return None;
        }
        self.block(self.parent, tag, line.blank_before, title);
        Some(taken)
    }

    /// Reads a line of three or more `-`, `*`, `_` or `=` and nothing else.
    fn rule(&mut self, lines: &[SourceLine]) -> Option<usize> {
        rule_mark(lines[0].trimmed())?;
        self.block(self.parent, Tag::HR, lines[0].blank_before, "");
        Some(1)
    }

    /// Reads two or more items with a bullet, or with numbers that go up by one (or are all 1, as Markdown allows).
    /// Items with more indentation form a list inside the item above them.
    fn list(&mut self, lines: &[SourceLine], continues: &[bool]) -> Option<usize> {
        let (first, _) = marker(lines[0].trimmed())?;
        let mut items: Vec<ListedItem> = Vec::new();
        // The indentation and the last mark of each open list.
        let mut open = vec![(lines[0].indent(), first)];
        let mut taken = 0;
        for (line, &goes_on) in lines.iter().zip(continues) {
            let loose = line.blank_before > 1 && taken > 0;
            match marker(line.trimmed()) {
                Some((mark, text)) if !loose && (taken == 0 || open_list(&mut open, line.indent(), mark)) => {
                    items.push(ListedItem { line, text: text.to_owned(), depth: open.len(), mark });
                }
                // The continuation of a wrapped item is aligned with the text or the mark of the
                // item.
                None if line.blank_before == 0 && (goes_on || line.indent() > 1) && line.is_plain() => {
                    if let Some(item) = items.last_mut() {
                        self.joiner.join(&mut item.text, &lines[taken - 1], line);
                    }
                }
                _ => break,
            }
            taken += 1;
        }
        if items.len() < 2 {
            return None;
        }
        let mut lists: Vec<NodeId> = Vec::new();
        let mut parent = self.parent;
        for ListedItem { line, text, depth, mark } in items {
            lists.truncate(depth);
            if lists.len() < depth {
                lists.push(match mark {
                    ListMark::Bullet => self.tree.append_element(parent, Tag::UL, &[]),
                    ListMark::Number(1) => self.tree.append_element(parent, Tag::OL, &[]),
                    ListMark::Number(start) => {
                        self.tree.append_element(parent, Tag::OL, &[("start", &start.to_string())])
                    }
                });
            }
            parent = self.block(lists[depth - 1], Tag::LI, line.blank_before, &text);
        }
        Some(taken)
    }

    /// Reads a line and the lines that continue its paragraph.
    fn paragraph(&mut self, parent: NodeId, lines: &[SourceLine], continues: &[bool]) -> usize {
        let (text, count) = self.joined(lines, continues);
        self.block(parent, Tag::P, lines[0].blank_before, &with_bars(&text));
        count
    }

    /// Joins the first line and the lines that continue it. Returns the text and the number of lines.
    fn joined(&self, lines: &[SourceLine], continues: &[bool]) -> (String, usize) {
        let mut text = lines[0].trimmed().to_owned();
        let count = 1 + continues[1..].iter().take_while(|&&goes_on| goes_on).count();
        for pair in lines[..count].windows(2) {
            self.joiner.join(&mut text, &pair[0], &pair[1]);
        }
        (text, count)
    }
}

/// Puts bars between the cells of a row that stands alone, such as a menu. White space is collapsed later, and the cells
/// would become one sentence.
fn with_bars(text: &str) -> Cow<'_, str> {
    const FEWEST_CELLS: usize = 3;
    let cells = || text.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    match cells().count() >= FEWEST_CELLS {
        true => Cow::Owned(cells().collect::<Vec<_>>().join(" | ")),
        false => Cow::Borrowed(text),
    }
}

struct ListedItem<'a, 'b> {
    line: &'a SourceLine<'b>,
    text: String,
    /// 1 in the outermost list.
    depth: usize,
    mark: ListMark,
}

/// Opens or closes nested lists for an item. Returns `false` if the item belongs to another list.
fn open_list(open: &mut Vec<(usize, ListMark)>, indent: usize, mark: ListMark) -> bool {
    /// Minimum number of columns by which a nested item is indented more than the item around it.
    const STEP: usize = 2;
    const MOST: usize = 8;
    let depth = open.iter().rposition(|&(column, _)| indent >= column).unwrap_or(0);
    let (column, last) = open[depth];
    if open.len() < MOST && (indent >= column + STEP || indent > column && !mark.follows(last)) {
        open.truncate(depth + 1);
        open.push((indent, mark));
        return true;
    }
    open.truncate(depth + 1);
    open[depth].1 = mark;
    mark.follows(last)
}

const HEADINGS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];

/// Counts the lines of a kind at the start of `lines`, without blank lines between them.
fn follow(lines: &[SourceLine], kind: impl Fn(&SourceLine) -> bool) -> usize {
    lines.iter().enumerate().take_while(|&(number, line)| kind(line) && (number == 0 || line.blank_before == 0)).count()
}
