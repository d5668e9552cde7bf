//! The insertion mode "in body", which covers most of a page.

use super::arena::Namespace;
use super::builder::{Flow, Mode, Scope, StartTag, TreeBuilder};
use super::names::{Tag, kind};

impl TreeBuilder {
    pub fn text_in_body(&mut self, text: &str) {
        self.reconstruct_formatting();
        self.insert_text(text);
    }

    pub fn start_in_body(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::HTML => return self.start_html(start),
            Tag::BODY => self.start_second_body(start),
            Tag::HEAD | Tag::FRAME | Tag::FRAMESET => {}
            tag if tag.is(kind::TABLE_PART) => {}
            tag if tag.is(kind::HEAD_CONTENT) => return self.start_head_content(start),

            Tag::PRE | Tag::LISTING => {
                self.close_p();
                self.insert_element(start);
                self.skip_line_end = true;
            }
            Tag::FORM => self.start_form(start),
            Tag::LI | Tag::DD | Tag::DT => self.start_item(start),
            Tag::BUTTON => {
                self.pop_in_scope(Scope::Default, Tag::BUTTON);
                self.insert_with_formatting(start);
            }
            Tag::TABLE => {
                if !self.quirks {
                    self.close_p();
                }
                self.insert_element(start);
                self.mode = Mode::InTable;
            }
            Tag::XMP => {
                self.close_p();
                self.reconstruct_formatting();
                return self.start_text_only(start);
            }
            Tag::TEXTAREA => {
                self.skip_line_end = true;
                return self.start_text_only(start);
            }
            Tag::IFRAME | Tag::NOEMBED => return self.start_text_only(start),
            Tag::PARAM | Tag::SOURCE | Tag::TRACK => {
                self.insert_void(start);
            }
            Tag::HR => {
                self.close_p();
                if self.is_in_scope(Scope::Default, Tag::SELECT) {
                    self.close_implied(None);
                }
                self.insert_void(start);
            }
            tag if tag.is(kind::CLOSES_P) => {
                self.close_p();
                if tag.is_heading() && self.current().namespace == Namespace::Html && self.current().tag.is_heading() {
                    self.pop();
                }
                self.insert_element(start);
            }

            Tag::A => {
                self.close_open_link();
                self.reconstruct_formatting();
                self.insert_formatting(start);
            }
            Tag::NOBR => {
                self.reconstruct_formatting();
                if self.is_in_scope(Scope::Default, Tag::NOBR) {
                    let _ = self.adopt(Tag::NOBR);
                    self.reconstruct_formatting();
                }
                self.insert_formatting(start);
            }
            tag if tag.is(kind::FORMATTING) => {
                self.reconstruct_formatting();
                self.insert_formatting(start);
            }
            Tag::APPLET | Tag::MARQUEE | Tag::OBJECT => {
                self.insert_with_formatting(start);
                self.formatting.push_marker();
            }

            Tag::SELECT => {
                if !self.pop_in_scope(Scope::Default, Tag::SELECT) {
                    self.insert_with_formatting(start);
                }
            }
            Tag::INPUT => {
                self.pop_in_scope(Scope::Default, Tag::SELECT);
                self.reconstruct_formatting();
                self.insert_void(start);
            }
            Tag::OPTION | Tag::OPTGROUP => self.start_option(start),
            Tag::RB | Tag::RTC | Tag::RP | Tag::RT => self.start_ruby_part(start),

            Tag::IMAGE => return self.start_in_body(&StartTag { tag: Tag::IMG, ..*start }),
            Tag::SVG | Tag::MATH => {
                self.reconstruct_formatting();
                let namespace = if start.tag == Tag::SVG { Namespace::Svg } else { Namespace::MathMl };
                self.insert_foreign(start, namespace);
            }
            tag if tag.is(kind::VOID) => {
                self.reconstruct_formatting();
                self.insert_void(start);
            }
            _ => self.insert_with_formatting(start),
        }
        Flow::Done
    }

    fn insert_with_formatting(&mut self, start: &StartTag<'_>) {
        self.reconstruct_formatting();
        self.insert_element(start);
    }

    fn start_second_body(&mut self, start: &StartTag<'_>) {
        let has_body = self.stack.get(1).is_some_and(|open| open.is(Tag::BODY));
        if has_body && !self.has_template() {
            self.tree.merge_attributes(self.tree.body(), start.attributes);
        }
    }

    fn start_form(&mut self, start: &StartTag<'_>) {
        let in_template = self.has_template();
        if self.form.is_some() && !in_template {
            return;
        }
        self.close_p();
        let form = self.insert_element(start);
        if !in_template {
            self.form = Some(form);
        }
    }

    /// Opens a list item or a part of a definition list, and closes the one before it.
    fn start_item(&mut self, start: &StartTag<'_>) {
        let closes = |tag: Tag| if start.tag == Tag::LI { tag == Tag::LI } else { tag == Tag::DD || tag == Tag::DT };
        for index in (1..self.stack.len()).rev() {
            let open = self.stack[index];
            if open.namespace == Namespace::Html && closes(open.tag) {
                self.pop_from(index);
                break;
            }
            if open.has(kind::SPECIAL) && !open.is(Tag::ADDRESS) && !open.is(Tag::DIV) && !open.is(Tag::P) {
                break;
            }
        }
        self.close_p();
        self.insert_element(start);
    }

    fn start_option(&mut self, start: &StartTag<'_>) {
        if self.is_in_scope(Scope::Default, Tag::SELECT) {
            self.close_implied(if start.tag == Tag::OPTION { Some(Tag::OPTGROUP) } else { None });
        } else if self.current().is(Tag::OPTION) {
            self.pop();
        }
        self.insert_with_formatting(start);
    }

    fn start_ruby_part(&mut self, start: &StartTag<'_>) {
        if self.is_in_scope(Scope::Default, Tag::RUBY) {
            self.close_implied(if matches!(start.tag, Tag::RP | Tag::RT) { Some(Tag::RTC) } else { None });
        }
        self.insert_element(start);
    }

    pub fn end_in_body(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::TEMPLATE => return self.end_template(),
            Tag::BODY => {
                self.end_body();
            }
            Tag::HTML if self.end_body() => return Flow::Again,
            Tag::FORM => self.end_form(),
            Tag::P => {
                if !self.is_in_scope(Scope::Button, Tag::P) {
                    self.insert_element(&StartTag::implied(Tag::P));
                }
                self.close_p();
            }
            Tag::LI => {
                self.pop_in_scope(Scope::ListItem, Tag::LI);
            }
            Tag::BR => return self.start_in_body(&StartTag::implied(Tag::BR)),
            tag if tag.is(kind::CONTAINER) || tag == Tag::DD || tag == Tag::DT => {
                self.pop_in_scope(Scope::Default, tag);
            }
            tag if tag.is_heading() => {
                if let Some(index) = self.find_in_scope(Scope::Default, Tag::is_heading) {
                    self.pop_from(index);
                }
            }
            tag if tag.is(kind::FORMATTING) => return self.adopt(tag),
            _ => return self.end_other(tag),
        }
        Flow::Done
    }

    /// Processes "any other end tag": closes the innermost element with the name, unless a special element is open in
    /// it.
    pub fn end_other(&mut self, tag: Tag) -> Flow {
        for index in (1..self.stack.len()).rev() {
            let open = self.stack[index];
            if open.is(tag) {
                self.pop_from(index);
                break;
            }
            if open.has(kind::SPECIAL) {
                break;
            }
        }
        Flow::Done
    }

    /// Ends the form, but not the elements that are open in it.
    fn end_form(&mut self) {
        if self.has_template() {
            self.pop_in_scope(Scope::Default, Tag::FORM);
            return;
        }
        let Some(form) = self.form.take() else { return };
        if self.is_node_in_scope(form) {
            self.close_implied(None);
            self.remove_from_stack(form);
        }
    }
}
