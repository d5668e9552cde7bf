//! The input: a page.

/// A page in the form that the caller has: bytes of unknown charset, or text.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// Bytes from a server or file.
    Bytes(&'a [u8]),
    /// Text that is already decoded.
    Text(&'a str),
}

impl Input<'_> {
    /// Returns the size in bytes.
    pub(crate) fn size(self) -> usize {
        match self {
            Input::Bytes(bytes) => bytes.len(),
            Input::Text(text) => text.len(),
        }
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Input::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Input::Bytes(bytes)
    }
}
