//! Quirks mode, in which browsers follow the rules from before 1999.

use crate::tokenize::DoctypeIds;

/// Returns `true` if a doctype sets quirks mode, in which a paragraph may contain a table.
pub(super) fn is_quirky(ids: &DoctypeIds) -> bool {
    let DoctypeIds { name, public_id, system_id } = ids;
    if name.as_deref() != Some("html") {
        return true;
    }
    if system_id.as_deref() == Some("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd") {
        return true;
    }
    let Some(public_id) = public_id else { return false };
    let public_id = public_id.as_str();
    matches!(public_id, "-//w3o//dtd w3 html strict 3.0//en//" | "-/w3c/dtd html 4.0 transitional/en" | "html")
        || QUIRKY_PUBLIC_IDS.iter().any(|prefix| public_id.starts_with(prefix))
        || system_id.is_none() && HTML4_PUBLIC_IDS.iter().any(|prefix| public_id.starts_with(prefix))
}

/// Prefixes of public identifiers that set quirks mode only without a system identifier.
const HTML4_PUBLIC_IDS: [&str; 2] = ["-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"];

/// Prefixes of public identifiers that set quirks mode. The standard's list is longer: here, entries with a common
/// prefix are merged, and those of editors whose pages no longer exist are dropped.
const QUIRKY_PUBLIC_IDS: [&str; 14] = [
    "-//ietf//dtd html",
    "-//microsoft//dtd internet explorer 2.0 ",
    "-//microsoft//dtd internet explorer 3.0 ",
    "-//netscape comm. corp.//dtd ",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental ",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html",
];
