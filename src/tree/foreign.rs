//! SVG and MathML inside HTML.

use super::builder::{Builder, Flow, Open, StartTag};
use super::{Namespace, Tag};

/// Which rules a start tag goes by.
pub(super) enum StartKind {
    Html,
    Foreign,
}

impl Open {
    /// An element of SVG or MathML that HTML may stand in.
    pub fn is_integration_point(&self) -> bool {
        match self.namespace {
            Namespace::Html => false,
            Namespace::Svg => self.html_integration,
            Namespace::MathMl => self.tag == Tag::ANNOTATION_XML || self.is_mathml_text(),
        }
    }

    /// Whether text in it goes by the rules of HTML.
    pub fn is_integration_point_for_text(&self) -> bool {
        self.html_integration || self.is_mathml_text()
    }

    fn is_mathml_text(&self) -> bool {
        self.namespace == Namespace::MathMl && matches!(self.tag, Tag::MI | Tag::MO | Tag::MN | Tag::MS | Tag::MTEXT)
    }
}

impl Builder {
    pub fn start_kind(&self, start: &StartTag<'_>) -> StartKind {
        let current = self.current();
        let html = current.namespace == Namespace::Html
            || current.html_integration
            || current.is_mathml_text() && !matches!(start.tag, Tag::MGLYPH | Tag::MALIGNMARK)
            || current.namespace == Namespace::MathMl && current.tag == Tag::ANNOTATION_XML && start.tag == Tag::SVG;
        if html { StartKind::Html } else { StartKind::Foreign }
    }

    pub fn start_tag_in_foreign(&mut self, start: &StartTag<'_>) -> Flow {
        if leaves_foreign(start) {
            self.leave_foreign();
            return self.start_tag_in_mode(self.mode, start);
        }
        let namespace = self.current().namespace;
        self.insert_foreign(start, namespace);
        Flow::Done
    }

    pub fn insert_foreign(&mut self, start: &StartTag<'_>, namespace: Namespace) {
        let html_integration = match namespace {
            Namespace::Html => false,
            Namespace::Svg => matches!(start.tag, Tag::FOREIGN_OBJECT | Tag::DESC | Tag::TITLE),
            Namespace::MathMl => {
                start.tag == Tag::ANNOTATION_XML
                    && matches!(start.attribute("encoding").as_deref(), Some("text/html" | "application/xhtml+xml"))
            }
        };
        self.make_room();
        let node = self.tree.new_element(start.tag, namespace, start.attributes);
        self.insert_and_push(node, html_integration);
        if start.self_closing {
            self.pop();
        }
    }

    pub fn end_tag_in_foreign(&mut self, tag: Tag) -> Flow {
        if matches!(tag, Tag::P | Tag::BR) {
            self.leave_foreign();
            return self.end_tag_in_mode(tag);
        }
        for index in (1..self.stack.len()).rev() {
            let open = self.stack[index];
            if open.namespace == Namespace::Html {
                break;
            }
            if open.tag == tag {
                self.pop_from(index);
                return Flow::Done;
            }
        }
        self.end_tag_in_mode(tag)
    }

    /// Closes SVG and MathML up to where HTML may stand.
    fn leave_foreign(&mut self) {
        while self.current().namespace != Namespace::Html && !self.current().is_integration_point_for_text() {
            self.pop();
        }
    }
}

/// Whether a start tag ends SVG or MathML because it can only be meant as HTML.
fn leaves_foreign(start: &StartTag<'_>) -> bool {
    match start.tag {
        Tag::B | Tag::BIG | Tag::BLOCKQUOTE | Tag::BODY | Tag::BR | Tag::CENTER | Tag::CODE | Tag::DD | Tag::DIV => {
            true
        }
        Tag::DL | Tag::DT | Tag::EM | Tag::EMBED | Tag::HEAD | Tag::HR | Tag::I | Tag::IMG | Tag::LI => true,
        Tag::LISTING | Tag::MENU | Tag::META | Tag::NOBR | Tag::OL | Tag::P | Tag::PRE | Tag::RUBY | Tag::S => true,
        Tag::SMALL | Tag::SPAN | Tag::STRONG | Tag::STRIKE | Tag::SUB | Tag::SUP | Tag::TABLE | Tag::TT => true,
        Tag::U | Tag::UL | Tag::VAR => true,
        Tag::FONT => ["color", "face", "size"].iter().any(|name| start.attribute(name).is_some()),
        tag => tag.is_heading(),
    }
}
