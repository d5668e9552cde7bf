//! Pages of any size that are easy to send but take much work to read. They are described in
//! `tests/shapes.json`.
//!
//! The page of a shape is a short article followed by the shape's parts. A string is written once.
//! `fill` is repeated, with `{n}` as a counter. `nest` opens and closes elements as often as there
//! is room. Parts that grow share the room equally.

use serde::Deserialize;

const ARTICLE: &str = "The ferry left the harbour at dawn with forty cars and four hundred people aboard, as it had been \
    promised in the spring. Nobody on the quay had slept much, because the storm had taken two roofs and the light. By noon \
    it was on the other side of the bay, and the cars rolled off one after the other.";

#[derive(Deserialize)]
pub struct Shape {
    pub name: String,
    #[serde(default)]
    r#type: String,
    parts: Vec<Part>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Once(String),
    Fill { fill: String },
    Nest { nest: [String; 2] },
}

/// Returns all shapes.
pub fn shapes() -> Vec<Shape> {
    serde_json::from_str(include_str!("../shapes.json")).expect("a list of shapes")
}

impl Shape {
    /// Returns `true` if the shape is pasted text.
    pub fn is_text(&self) -> bool {
        self.r#type == "text"
    }

    /// Returns the page with this number of bytes, or slightly fewer.
    pub fn page(&self, bytes: usize) -> String {
        let mut page = if self.is_text() {
            format!("The ferry\n\n{ARTICLE}\n\n")
        } else {
            format!("<body><article><h1>The ferry</h1><p>{ARTICLE}</p>")
        };
        let grows = |part: &&Part| !matches!(part, Part::Once(_));
        let once: usize = self.parts.iter().map(|part| if let Part::Once(text) = part { text.len() } else { 0 }).sum();
        let growing = self.parts.iter().filter(grows).count().max(1);
        let room = bytes.saturating_sub(page.len() + once) / growing;
        for part in &self.parts {
            match part {
                Part::Once(text) => page.push_str(text),
                Part::Fill { fill } => fill_room(&mut page, fill, room),
                Part::Nest { nest: [open, close] } => {
                    let levels = room / (open.len() + close.len());
                    page.push_str(&open.repeat(levels));
                    page.push_str(&close.repeat(levels));
                }
            }
        }
        page
    }
}

fn fill_room(page: &mut String, piece: &str, room: usize) {
    if !piece.contains("{n}") {
        return page.push_str(&piece.repeat(room / piece.len()));
    }
    let end = page.len() + room;
    for number in 0.. {
        let piece = piece.replace("{n}", &number.to_string());
        if page.len() + piece.len() > end {
            break;
        }
        page.push_str(&piece);
    }
}
