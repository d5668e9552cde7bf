//! The insertion modes inside tables.
//!
//! Content that does not belong in a table is put before it ("foster parenting").

use super::builder::{Flow, Mode, Scope, StartTag, TreeBuilder, is_blank, split_blank};
use super::names::{Tag, kind};

impl TreeBuilder {
    pub fn text_in_table(&mut self, text: &str) {
        let current = self.current();
        let in_structure = current.tag.is(kind::FOSTERS) || current.tag == Tag::TEMPLATE;
        if in_structure && is_blank(text) {
            self.insert_text(text);
        } else {
            self.foster_parenting = true;
            self.text_in_body(text);
            self.foster_parenting = false;
        }
    }

    fn start_outside_table(&mut self, start: &StartTag<'_>) -> Flow {
        self.foster_parenting = true;
        let flow = self.start_in_body(start);
        self.foster_parenting = false;
        flow
    }

    /// Closes the elements inside the innermost table part for which `wanted` returns `true`, or
    /// inside a template.
    fn pop_to(&mut self, wanted: impl Fn(Tag) -> bool) {
        if let Some(index) = self.find_in_scope(Scope::Table, |tag| tag == Tag::TEMPLATE || wanted(tag)) {
            self.pop_from(index + 1);
        }
    }

    fn pop_to_table(&mut self) {
        self.pop_to(|tag| tag == Tag::TABLE);
    }

    fn pop_to_section(&mut self) {
        self.pop_to(is_section);
    }

    fn pop_to_row(&mut self) {
        self.pop_to(|tag| tag == Tag::TR);
    }

    fn insert_in_mode(&mut self, start: &StartTag<'_>, mode: Mode) {
        self.insert_element(start);
        self.mode = mode;
    }

    /// Inserts an element that is missing in the source, so that the token gets the right parent.
    fn imply(&mut self, tag: Tag, mode: Mode) -> Flow {
        self.insert_in_mode(&StartTag::implied(tag), mode);
        Flow::Again
    }

    pub fn start_in_table(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::CAPTION => {
                self.pop_to_table();
                self.insert_in_mode(start, Mode::InCaption);
                self.formatting.push_marker();
            }
            Tag::COLGROUP => {
                self.pop_to_table();
                self.insert_in_mode(start, Mode::InColumnGroup);
            }
            Tag::COL => {
                self.pop_to_table();
                return self.imply(Tag::COLGROUP, Mode::InColumnGroup);
            }
            tag if is_section(tag) => {
                self.pop_to_table();
                self.insert_in_mode(start, Mode::InTableBody);
            }
            Tag::TR | Tag::TD | Tag::TH => {
                self.pop_to_table();
                return self.imply(Tag::TBODY, Mode::InTableBody);
            }
            Tag::TABLE => return self.end_table(),
            Tag::STYLE | Tag::SCRIPT | Tag::TEMPLATE => return self.start_head_content(start),
            Tag::INPUT if start.attribute("type").as_deref() == Some("hidden") => {
                self.insert_void(start);
            }
            Tag::FORM => {
                if self.form.is_none() && !self.has_template() {
                    self.form = Some(self.insert_void(start));
                }
            }
            _ => return self.start_outside_table(start),
        }
        Flow::Done
    }

    /// Closes the table. A start tag of another table also ends it and is then processed again.
    fn end_table(&mut self) -> Flow {
        if self.pop_in_scope(Scope::Table, Tag::TABLE) {
            self.reset_mode();
            return Flow::Again;
        }
        Flow::Done
    }

    pub fn end_in_table(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::TABLE => {
                let _ = self.end_table();
            }
            Tag::TEMPLATE => return self.end_template(),
            tag if is_ignored_end(tag) => {}
            _ => {
                self.foster_parenting = true;
                let flow = self.end_in_body(tag);
                self.foster_parenting = false;
                return flow;
            }
        }
        Flow::Done
    }

    pub fn start_in_caption(&mut self, start: &StartTag<'_>) -> Flow {
        if start.tag.is(kind::TABLE_PART) { self.close_caption() } else { self.start_in_body(start) }
    }

    pub fn end_in_caption(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::CAPTION => {
                let _ = self.close_caption();
                Flow::Done
            }
            Tag::TABLE => self.close_caption(),
            tag if is_ignored_end(tag) => Flow::Done,
            _ => self.end_in_body(tag),
        }
    }

    fn close_caption(&mut self) -> Flow {
        if !self.pop_in_scope(Scope::Table, Tag::CAPTION) {
            return Flow::Done;
        }
        self.mode = Mode::InTable;
        Flow::Again
    }

    pub fn text_in_column_group<'t>(&mut self, text: &'t str) -> &'t str {
        let (blank, rest) = split_blank(text);
        self.insert_text(blank);
        if !rest.is_empty() && self.close_column_group() == Flow::Again { rest } else { "" }
    }

    pub fn start_in_column_group(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::HTML => self.start_html(start),
            Tag::COL => {
                self.insert_void(start);
                Flow::Done
            }
            Tag::TEMPLATE => self.start_head_content(start),
            _ => self.close_column_group(),
        }
    }

    pub fn end_in_column_group(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::COLGROUP => {
                let _ = self.close_column_group();
                Flow::Done
            }
            Tag::COL => Flow::Done,
            Tag::TEMPLATE => self.end_template(),
            _ => self.close_column_group(),
        }
    }

    fn close_column_group(&mut self) -> Flow {
        if !self.current().is(Tag::COLGROUP) {
            return Flow::Done;
        }
        self.pop();
        self.mode = Mode::InTable;
        Flow::Again
    }

    pub fn start_in_table_body(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::TR => {
                self.pop_to_section();
                self.insert_in_mode(start, Mode::InRow);
                Flow::Done
            }
            Tag::TD | Tag::TH => {
                self.pop_to_section();
                self.imply(Tag::TR, Mode::InRow)
            }
            tag if tag.is(kind::TABLE_PART) => self.close_section(),
            _ => self.start_in_table(start),
        }
    }

    pub fn end_in_table_body(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::TABLE => self.close_section(),
            tag if is_section(tag) => {
                if self.is_in_scope(Scope::Table, tag) {
                    let _ = self.close_section();
                }
                Flow::Done
            }
            tag if is_ignored_end(tag) => Flow::Done,
            _ => self.end_in_table(tag),
        }
    }

    fn close_section(&mut self) -> Flow {
        let Some(index) = self.find_in_scope(Scope::Table, is_section) else { return Flow::Done };
        self.pop_from(index);
        self.mode = Mode::InTable;
        Flow::Again
    }

    pub fn start_in_row(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::TD | Tag::TH => {
                self.pop_to_row();
                self.insert_in_mode(start, Mode::InCell);
                self.formatting.push_marker();
                Flow::Done
            }
            tag if tag.is(kind::TABLE_PART) => self.close_row(),
            _ => self.start_in_table(start),
        }
    }

    pub fn end_in_row(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::TR => {
                let _ = self.close_row();
                Flow::Done
            }
            Tag::TABLE => self.close_row(),
            tag if is_section(tag) => {
                if self.is_in_scope(Scope::Table, tag) {
                    self.close_row()
                } else {
                    Flow::Done
                }
            }
            tag if is_ignored_end(tag) => Flow::Done,
            _ => self.end_in_table(tag),
        }
    }

    fn close_row(&mut self) -> Flow {
        if !self.pop_in_scope(Scope::Table, Tag::TR) {
            return Flow::Done;
        }
        self.mode = Mode::InTableBody;
        Flow::Again
    }

    pub fn start_in_cell(&mut self, start: &StartTag<'_>) -> Flow {
        if start.tag.is(kind::TABLE_PART) { self.close_cell() } else { self.start_in_body(start) }
    }

    pub fn end_in_cell(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::TD | Tag::TH => {
                if self.is_in_scope(Scope::Table, tag) {
                    let _ = self.close_cell();
                }
                Flow::Done
            }
            Tag::TABLE | Tag::TR => self.close_cell_for(tag),
            tag if is_section(tag) => self.close_cell_for(tag),
            tag if is_ignored_end(tag) => Flow::Done,
            _ => self.end_in_body(tag),
        }
    }

    fn close_cell_for(&mut self, tag: Tag) -> Flow {
        if self.is_in_scope(Scope::Table, tag) { self.close_cell() } else { Flow::Done }
    }

    fn close_cell(&mut self) -> Flow {
        let cell = self.find_in_scope(Scope::Table, |tag| tag == Tag::TD || tag == Tag::TH);
        let Some(index) = cell else { return Flow::Done };
        self.pop_from(index);
        self.mode = Mode::InRow;
        Flow::Again
    }
}

fn is_section(tag: Tag) -> bool {
    tag.is(kind::TABLE_SECTION)
}

/// Returns `true` for the end tags that are ignored in a table unless they close an open element.
fn is_ignored_end(tag: Tag) -> bool {
    tag.is(kind::TABLE_PART) || tag == Tag::BODY || tag == Tag::HTML
}
