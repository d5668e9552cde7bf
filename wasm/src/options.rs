//! Reads options that JavaScript passes, with any keys and types. An unknown key, or a value of
//! another type, is an error that says what to do.

use crate::failure::Failure;
use crate::property;
use js_sys::{Array, Object};
use unchaff::{Corrections, InputType, Length, Options, Rule, RuleAction};
use wasm_bindgen::prelude::*;

/// The parts that the caller does not want in the answer. Each of them leaves the core only if it
/// is wanted.
#[derive(Clone, Copy, Default)]
pub(crate) struct Omitted {
    pub(crate) content: bool,
    pub(crate) markdown: bool,
    pub(crate) links: bool,
    pub(crate) blocks: bool,
}

/// Reads the options of `clean` and `join`.
pub(crate) fn clean_options(value: &JsValue) -> Result<(Options, Omitted), Failure> {
    const KNOWN: [&str; 16] = [
        "url",
        "type",
        "charset",
        "sentences",
        "summaryShare",
        "summaryCharacters",
        "maxBytes",
        "beta",
        "whole",
        "keep",
        "drop",
        "rules",
        "comments",
        "jsonLd",
        "explain",
        "omit",
    ];
    let mut options = Options::new();
    let (mut omitted, mut has_summary) = (Omitted::default(), true);
    let mut lengths = Vec::new();
    for (name, value) in entries(value, &KNOWN)? {
        options = match name.as_str() {
            "url" => options.url(string(&name, &value)?),
            "charset" => options.charset(string(&name, &value)?),
            "jsonLd" => options.json_ld(boolean(&name, &value)?),
            "comments" => options.comments(boolean(&name, &value)?),
            "explain" => options.explain(boolean(&name, &value)?),
            "whole" => options.whole(boolean(&name, &value)?),
            "keep" => options.keep(counts(&name, &value)?),
            "drop" => options.drop(counts(&name, &value)?),
            "rules" => options.rules(rules(&name, &value)?),
            "maxBytes" => options.max_bytes(count(&name, &value)?),
            "beta" => options.beta(value.as_f64().ok_or_else(|| Failure::of_option(&name, "it must be a number"))?),
            "sentences" | "summaryShare" | "summaryCharacters" => {
                lengths.push((name, value));
                options
            }
            "omit" => {
                let mut has_keywords = true;
                for part in strings(&name, &value)? {
                    match part.as_str() {
                        "content" => omitted.content = true,
                        "markdown" => omitted.markdown = true,
                        "links" => omitted.links = true,
                        "summary" => has_summary = false,
                        "keywords" => has_keywords = false,
                        "blocks" => omitted.blocks = true,
                        other => {
                            const PARTS: &str = "content, markdown, links, summary, keywords or blocks";
                            return Err(Failure::of_option(
                                &name,
                                &format!("it holds \"{other}\"; give some of {PARTS}"),
                            ));
                        }
                    }
                }
                options.keywords(has_keywords)
            }
            _ => options.input_type(match string(&name, &value)?.as_str() {
                "auto" => InputType::Auto,
                "html" => InputType::Html,
                "text" => InputType::Text,
                other => return Err(Failure::of_option(&name, &format!("it is \"{other}\"; give auto, html or text"))),
            }),
        };
    }
    let length = length(&lengths)?;
    Ok((options.summary_length(if has_summary { length } else { Length::Sentences(0) }), omitted))
}

/// Returns the options that are set. `undefined` and `null` count as not set. An option that is not
/// in `known` is an error, so that a misspelt name is never ignored.
pub(crate) fn entries(options: &JsValue, known: &[&str]) -> Result<Vec<(String, JsValue)>, Failure> {
    if options.is_undefined() || options.is_null() {
        return Ok(Vec::new());
    }
    if !options.is_object() || Array::is_array(options) {
        return Err(Failure::of_option("options", "it must be an object, such as { url: \"https://example.com/a\" }"));
    }
    let mut set = Vec::new();
    for name in Object::keys(options.unchecked_ref::<Object>()).iter().filter_map(|name| name.as_string()) {
        if !known.contains(&name.as_str()) {
            return Err(unknown(&name, known));
        }
        let value = property(options, &name);
        if !value.is_undefined() && !value.is_null() {
            set.push((name, value));
        }
    }
    Ok(set)
}

/// Returns the length of a summary. At most one of the options for it may be set.
///
/// `share` and `characters` are older names, which `summarize` still accepts.
pub(crate) fn length(given: &[(String, JsValue)]) -> Result<Length, Failure> {
    let (name, value) = match given {
        [] => return Ok(Length::default()),
        [given] => given,
        [(first, _), (second, _), ..] => {
            return Err(Failure::of_option(second, &format!("there is {first} too; give one length of the summary")));
        }
    };
    let length = match name.as_str() {
        "sentences" => Length::Sentences(count(name, value)?),
        "share" | "summaryShare" => {
            let share = value.as_f64().ok_or_else(|| Failure::of_option(name, "it must be a number, such as 0.1"))?;
            Length::Share(share)
        }
        _ => Length::Characters(count(name, value)?),
    };
    length.check(name)?;
    Ok(length)
}

pub(crate) fn string(name: &str, value: &JsValue) -> Result<String, Failure> {
    value.as_string().ok_or_else(|| Failure::of_option(name, "it must be a string"))
}

fn boolean(name: &str, value: &JsValue) -> Result<bool, Failure> {
    value.as_bool().ok_or_else(|| Failure::of_option(name, "it must be true or false"))
}

fn count(name: &str, value: &JsValue) -> Result<usize, Failure> {
    match value.as_f64() {
        Some(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => Ok(number as usize),
        _ => Err(Failure::of_option(name, "it must be a whole number, 0 or more")),
    }
}

pub(crate) fn counts(name: &str, value: &JsValue) -> Result<Vec<usize>, Failure> {
    if !Array::is_array(value) {
        return Err(Failure::of_option(name, "it must be an array of whole numbers, such as [3, 4]"));
    }
    value.unchecked_ref::<Array>().iter().map(|number| count(name, &number)).collect()
}

/// Reads the rules of a site.
fn rules(name: &str, value: &JsValue) -> Result<Vec<Rule>, Failure> {
    const FORM: &str = "such as { action: \"drop\", path: \"main > p.note\" }";
    if !Array::is_array(value) {
        return Err(Failure::of_option(name, &format!("it must be an array of rules, {FORM}")));
    }
    let mut rules = Vec::new();
    for (number, item) in value.unchecked_ref::<Array>().iter().enumerate() {
        let wrong = |problem: &str| Failure::of_option(name, &format!("rule {number} {problem}"));
        if !item.is_object() {
            return Err(wrong(&format!("must be an object, {FORM}")));
        }
        let mut rule = Rule::new(RuleAction::Keep);
        let mut has_action = false;
        for key in Object::keys(item.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()) {
            let said = property(&item, &key);
            if said.is_undefined() || said.is_null() {
                continue;
            }
            let Some(said) = said.as_string() else { return Err(wrong(&format!("has a {key} that is no string"))) };
            match key.as_str() {
                "action" => {
                    let action = RuleAction::from_name(&said);
                    rule.action = action.ok_or_else(|| {
                        wrong(&format!("has the action \"{said}\"; give keep, drop, drop-from, title, author or date"))
                    })?;
                    has_action = true;
                }
                "path" => rule.path = Some(said),
                "under" => rule.under = Some(said),
                "text" => rule.text = Some(said),
                _ => return Err(wrong(&format!("has \"{key}\"; it may have action, path, under and text"))),
            }
        }
        if !has_action {
            return Err(wrong("has no action; give keep, drop, drop-from, title, author or date"));
        }
        rules.push(rule);
    }
    Ok(rules)
}

/// Reads a person's corrections.
pub(crate) fn corrections(value: &JsValue) -> Result<Corrections, Failure> {
    let mut corrections = Corrections::default();
    for (name, value) in entries(value, &["keep", "drop", "title", "author", "date"])? {
        match name.as_str() {
            "keep" => corrections.keep = counts(&name, &value)?,
            "drop" => corrections.drop = counts(&name, &value)?,
            "title" => corrections.title = Some(count(&name, &value)?),
            "author" => corrections.author = Some(count(&name, &value)?),
            _ => corrections.date = Some(count(&name, &value)?),
        }
    }
    Ok(corrections)
}

fn strings(name: &str, value: &JsValue) -> Result<Vec<String>, Failure> {
    if !Array::is_array(value) {
        return Err(Failure::of_option(name, "it must be an array of strings"));
    }
    value.unchecked_ref::<Array>().iter().map(|item| string(name, &item)).collect()
}

fn unknown(name: &str, known: &[&str]) -> Failure {
    // If a name differs in as many letters as it has, it is a different word and not a typing
    // error.
    let near = |candidate: &&&str| distance(name, candidate) < name.chars().count().min(4);
    let nearest = known.iter().filter(near).min_by_key(|candidate| distance(name, candidate));
    let hint = nearest.map(|nearest| format!(" Did you mean {nearest}?")).unwrap_or_default();
    Failure::of_option(name, &format!("there is no such option.{hint} Known are: {}.", known.join(", ")))
}

/// Returns the number of letters to insert, remove or change between two names, ignoring case
/// (Levenshtein distance by rows).
fn distance(name: &str, known: &str) -> usize {
    // No option is as long as this limit, which bounds the work.
    const LONGEST: usize = 64;
    let name: Vec<char> = name.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (above, wanted) in known.to_lowercase().chars().enumerate() {
        let mut left = above + 1;
        let mut cells = row.iter_mut();
        let mut diagonal = cells.next().map_or(above, |first| std::mem::replace(first, left));
        for (cell, letter) in cells.zip(&name) {
            let change = diagonal + usize::from(*letter != wanted);
            diagonal = std::mem::replace(cell, change.min(*cell + 1).min(left + 1));
            left = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}
