//! Enumerations that the platform may extend or spell in another casing at any time.

/// Makes an enum of known words and `Other`. Known words are recognised whatever their casing and
/// whether or not they contain `_` or `-`; anything else is kept as it was sent.
macro_rules! open_enum {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
            /// A word we do not know, as the platform sent it.
            Other(String),
        }

        impl $name {
            /// The platform's word.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                let plain = |word: &str| -> String {
                    word.chars()
                        .filter(|c| !matches!(c, '_' | '-'))
                        .flat_map(char::to_lowercase)
                        .collect()
                };
                let key = plain(word);
                $(if key == plain($text) {
                    return Self::$variant;
                })*
                Self::Other(word.to_owned())
            }
        }

        impl Default for $name {
            /// What the platform did not say.
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let word = $crate::tolerant::text(deserializer)?;
                Ok(word.map_or_else(Self::default, |word| Self::from(word.as_str())))
            }
        }
    };
}

pub(crate) use open_enum;
