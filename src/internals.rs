//! Internals for the crate's own tests, tools and training. They change without notice.

macro_rules! expose {
    ($($(#[$attribute:meta])* $module:ident),* $(,)?) => {$(
        $(#[$attribute])*
        #[allow(missing_docs, reason = "the module has its own")]
        pub mod $module {
            pub use crate::$module::*;
        }
    )*};
}

expose!(
    blocks, classify, clean, decode, detect, features, lines, metadata, pipeline, select, selection, stage, summary,
    tree
);

/// The limits that callers need not know.
pub mod limits {
    use crate::limits;

    macro_rules! expose {
        ($($name:ident),* $(,)?) => {$(
            #[allow(missing_docs, reason = "the limit has its own")]
            pub const $name: usize = limits::$name;
        )*};
    }

    expose!(
        BYTES_PER_FORMATTING_COPY,
        MAX_ADDRESS_GROWTH,
        MAX_ATTRIBUTES,
        MAX_OUTPUT_GROWTH,
        MAX_TREE_DEPTH,
        MIN_ADDRESS_BYTES,
        MIN_FORMATTING_COPIES,
        MIN_OUTPUT_BYTES,
    );
}

#[cfg(feature = "bench")]
pub use crate::tokenize::lex_alone;
