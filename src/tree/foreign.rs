//! SVG and MathML inside HTML.

use super::arena::Namespace;
use super::builder::{Flow, OpenElement, StartTag, TreeBuilder};
use super::names::{Tag, kind};

impl OpenElement {
    /// Returns `true` for an SVG or MathML element that may contain HTML.
    pub fn is_integration_point(&self) -> bool {
        match self.namespace {
            Namespace::Html => false,
            Namespace::Svg => self.html_integration,
            Namespace::MathMl => self.tag == Tag::ANNOTATION_XML || self.is_mathml_text(),
        }
    }

    /// Returns `true` if the text of the element follows the rules of HTML.
    pub fn is_integration_point_for_text(&self) -> bool {
        self.html_integration || self.is_mathml_text()
    }

    fn is_mathml_text(&self) -> bool {
        self.namespace == Namespace::MathMl && matches!(self.tag, Tag::MI | Tag::MO | Tag::MN | Tag::MS | Tag::MTEXT)
    }
}

impl TreeBuilder {
    /// Returns `true` if a start tag follows the rules of the insertion mode, and not those of SVG
    /// and MathML.
    pub fn goes_by_html_rules(&self, start: &StartTag<'_>) -> bool {
        let current = self.current();
        match current.namespace {
            Namespace::Html => true,
            _ if current.html_integration => true,
            Namespace::Svg => false,
            Namespace::MathMl if current.tag == Tag::ANNOTATION_XML => start.tag == Tag::SVG,
            Namespace::MathMl => current.is_mathml_text() && !matches!(start.tag, Tag::MGLYPH | Tag::MALIGNMARK),
        }
    }

    /// Processes a start tag by the rules of SVG and MathML.
    pub fn start_tag_in_foreign(&mut self, start: &StartTag<'_>) -> Flow {
        if leaves_foreign(start) {
            self.leave_foreign();
            return self.start_tag_in_mode(start);
        }
        let namespace = self.current().namespace;
        self.insert_foreign(start, namespace);
        Flow::Done
    }

    /// Inserts an SVG or MathML element. Opens it unless its tag is self-closing.
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

    /// Processes an end tag by the rules of SVG and MathML.
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

    /// Closes SVG and MathML elements up to the first one that may contain HTML.
    fn leave_foreign(&mut self) {
        while self.current().namespace != Namespace::Html && !self.current().is_integration_point_for_text() {
            self.pop();
        }
    }
}

/// Returns `true` if a start tag can only be HTML, so that it ends SVG or MathML.
fn leaves_foreign(start: &StartTag<'_>) -> bool {
    start.tag.is(kind::ENDS_FOREIGN)
        || start.tag.is_heading()
        || start.tag == Tag::FONT && ["color", "face", "size"].iter().any(|name| start.attribute(name).is_some())
}
