//! The insertion modes before and after the body, and templates.

use super::builder::{Flow, Mode, Scope, StartTag, TreeBuilder, split_blank};
use super::names::{Tag, kind};

impl TreeBuilder {
    /// Leaves the initial mode of a page without a doctype. A browser is then in quirks mode.
    pub fn leave_initial(&mut self) -> Flow {
        self.quirks = true;
        self.mode = Mode::BeforeHtml;
        Flow::Again
    }

    pub fn text_before_body<'t>(&mut self, text: &'t str) -> &'t str {
        let (blank, rest) = split_blank(text);
        if matches!(self.mode, Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead) {
            self.insert_text(blank);
        }
        if rest.is_empty() {
            return "";
        }
        match self.mode {
            Mode::Initial => {
                let _ = self.leave_initial();
            }
            Mode::BeforeHtml => self.mode = Mode::BeforeHead,
            Mode::BeforeHead => self.open_head(&StartTag::implied(Tag::HEAD)),
            Mode::InHead => self.close_head(),
            Mode::InHeadNoscript => self.close_head_noscript(),
            _ => self.open_body(&StartTag::implied(Tag::BODY)),
        }
        rest
    }

    pub fn start_before_html(&mut self, start: &StartTag<'_>) -> Flow {
        self.mode = Mode::BeforeHead;
        if start.tag == Tag::HTML { self.start_html(start) } else { Flow::Again }
    }

    pub fn end_before_html(&mut self, tag: Tag) -> Flow {
        if !implies_head(tag) {
            return Flow::Done;
        }
        self.mode = Mode::BeforeHead;
        Flow::Again
    }

    pub fn start_html(&mut self, start: &StartTag<'_>) -> Flow {
        if !self.has_template() {
            self.tree.merge_attributes(self.tree.root(), start.attributes);
        }
        Flow::Done
    }

    pub fn start_before_head(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::HTML => self.start_html(start),
            Tag::HEAD => {
                self.open_head(start);
                Flow::Done
            }
            _ => {
                self.open_head(&StartTag::implied(Tag::HEAD));
                Flow::Again
            }
        }
    }

    pub fn end_before_head(&mut self, tag: Tag) -> Flow {
        if !implies_head(tag) {
            return Flow::Done;
        }
        self.open_head(&StartTag::implied(Tag::HEAD));
        Flow::Again
    }

    pub fn open_head(&mut self, start: &StartTag<'_>) {
        let head = self.insert_element(start);
        self.head = Some(head);
        self.tree.set_head(head);
        self.mode = Mode::InHead;
    }

    fn close_head(&mut self) {
        self.pop();
        self.mode = Mode::AfterHead;
    }

    pub fn open_body(&mut self, start: &StartTag<'_>) {
        let body = self.insert_element(start);
        self.tree.set_body(body);
        self.mode = Mode::InBody;
    }

    pub fn start_in_head(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::HTML => self.start_html(start),
            Tag::HEAD => Flow::Done,
            Tag::NOSCRIPT => {
                self.insert_element(start);
                self.mode = Mode::InHeadNoscript;
                Flow::Done
            }
            tag if tag.is(kind::HEAD_CONTENT) => self.start_head_content(start),
            _ => {
                self.close_head();
                Flow::Again
            }
        }
    }

    /// Processes a start tag that belongs in the head but is allowed anywhere: script, style, meta, template and so on.
    pub fn start_head_content(&mut self, start: &StartTag<'_>) -> Flow {
        if start.tag.is(kind::TEXT_ONLY) {
            return self.start_text_only(start);
        }
        if start.tag == Tag::TEMPLATE {
            self.insert_element(start);
            self.formatting.push_marker();
            self.mode = Mode::InTemplate;
            self.template_modes.push(Mode::InTemplate);
        } else {
            self.insert_void(start);
        }
        Flow::Done
    }

    pub fn end_in_head(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::HEAD => {
                self.close_head();
                Flow::Done
            }
            Tag::TEMPLATE => self.end_template(),
            Tag::BODY | Tag::HTML | Tag::BR => {
                self.close_head();
                Flow::Again
            }
            _ => Flow::Done,
        }
    }

    pub fn start_in_head_noscript(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::HTML => self.start_html(start),
            Tag::BASEFONT | Tag::BGSOUND | Tag::LINK | Tag::META | Tag::NOFRAMES | Tag::STYLE => {
                self.start_head_content(start)
            }
            Tag::HEAD | Tag::NOSCRIPT => Flow::Done,
            _ => {
                self.close_head_noscript();
                Flow::Again
            }
        }
    }

    pub fn end_in_head_noscript(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::NOSCRIPT => {
                self.close_head_noscript();
                Flow::Done
            }
            Tag::BR => {
                self.close_head_noscript();
                Flow::Again
            }
            _ => Flow::Done,
        }
    }

    fn close_head_noscript(&mut self) {
        self.pop();
        self.mode = Mode::InHead;
    }

    pub fn start_after_head(&mut self, start: &StartTag<'_>) -> Flow {
        match start.tag {
            Tag::HTML => self.start_html(start),
            Tag::BODY => {
                self.open_body(start);
                Flow::Done
            }
            Tag::HEAD | Tag::FRAMESET => Flow::Done,
            tag if tag.is(kind::HEAD_CONTENT) => self.start_late_head_content(start),
            _ => {
                self.open_body(&StartTag::implied(Tag::BODY));
                Flow::Again
            }
        }
    }

    /// Processes head content between `</head>` and the body, which still goes into the head.
    fn start_late_head_content(&mut self, start: &StartTag<'_>) -> Flow {
        let Some(head) = self.head else { return self.start_head_content(start) };
        self.open(head, false);
        let flow = self.start_head_content(start);
        self.remove_from_stack(head);
        flow
    }

    pub fn end_after_head(&mut self, tag: Tag) -> Flow {
        match tag {
            Tag::TEMPLATE => self.end_template(),
            Tag::BODY | Tag::HTML | Tag::BR => {
                self.open_body(&StartTag::implied(Tag::BODY));
                Flow::Again
            }
            _ => Flow::Done,
        }
    }

    pub fn start_in_template(&mut self, start: &StartTag<'_>) -> Flow {
        let mode = match start.tag {
            tag if tag.is(kind::HEAD_CONTENT) => return self.start_head_content(start),
            Tag::CAPTION | Tag::COLGROUP | Tag::TBODY | Tag::TFOOT | Tag::THEAD => Mode::InTable,
            Tag::COL => Mode::InColumnGroup,
            Tag::TR => Mode::InTableBody,
            Tag::TD | Tag::TH => Mode::InRow,
            _ => Mode::InBody,
        };
        self.template_modes.pop();
        self.template_modes.push(mode);
        self.mode = mode;
        Flow::Again
    }

    pub fn end_in_template(&mut self, tag: Tag) -> Flow {
        if tag == Tag::TEMPLATE { self.end_template() } else { Flow::Done }
    }

    pub fn end_template(&mut self) -> Flow {
        if let Some(index) = self.stack.iter().rposition(|open| open.is(Tag::TEMPLATE)) {
            self.pop_from(index);
            self.reset_mode();
        }
        Flow::Done
    }

    pub fn start_after_body(&mut self, start: &StartTag<'_>) -> Flow {
        if start.tag == Tag::HTML {
            return self.start_html(start);
        }
        self.mode = Mode::InBody;
        Flow::Again
    }

    pub fn end_after_body(&mut self, tag: Tag) -> Flow {
        if tag == Tag::HTML {
            self.mode = Mode::AfterAfterBody;
            return Flow::Done;
        }
        self.end_after_after_body()
    }

    pub fn end_after_after_body(&mut self) -> Flow {
        self.mode = Mode::InBody;
        Flow::Again
    }

    pub fn end_body(&mut self) -> bool {
        let in_scope = self.is_in_scope(Scope::Default, Tag::BODY);
        if in_scope {
            self.mode = Mode::AfterBody;
        }
        in_scope
    }
}

/// Returns `true` for the end tags that imply a missing head and body. Others are ignored there.
fn implies_head(tag: Tag) -> bool {
    matches!(tag, Tag::HEAD | Tag::BODY | Tag::HTML | Tag::BR)
}
