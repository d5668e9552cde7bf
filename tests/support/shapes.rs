//! Pages that are cheap to send and costly to read, in any size: `tests/shapes.json`.
//!
//! A shape's page is a short article, then its parts: a string stands once, `fill` is repeated with `{n}` counting, and
//! `nest` opens and closes elements as often as there is room. Parts that grow share the room.

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

/// All shapes.
pub fn shapes() -> Vec<Shape> {
    serde_json::from_str(include_str!("../shapes.json")).expect("a list of shapes")
}

impl Shape {
    /// Whether it is pasted text.
    pub fn is_text(&self) -> bool {
        self.r#type == "text"
    }

    /// The page, of so many bytes or a few less.
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
