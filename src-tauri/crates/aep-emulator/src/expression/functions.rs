//! The functions that are understood, and the names that no attribute may have without `${…}`.

/// A function, with what the platform's list tells about each.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: &'static str,
    pub(crate) category: &'static str,
    pub(crate) description: &'static str,
    pub(crate) parameters: &'static [&'static str],
    /// How many of the parameters must be given.
    pub(crate) least: usize,
    /// Whether the last parameter may be repeated.
    pub(crate) repeats: bool,
    pub(crate) returns: &'static str,
    pub(crate) example: &'static str,
    pub(crate) result: &'static str,
}

impl Function {
    /// Whether it can be called with so many arguments.
    pub(crate) fn takes(&self, count: usize) -> bool {
        count >= self.least && (self.repeats || count <= self.parameters.len())
    }

    /// How a call of it is written.
    pub(crate) fn syntax(&self) -> String {
        let more = if self.repeats { ", …" } else { "" };
        format!("{}({}{more})", self.name, self.parameters.join(", "))
    }
}

const fn fixed(
    name: &'static str,
    category: &'static str,
    description: &'static str,
    parameters: &'static [&'static str],
    (returns, example, result): (&'static str, &'static str, &'static str),
) -> Function {
    let least = parameters.len();
    let repeats = false;
    Function { name, category, description, parameters, least, repeats, returns, example, result }
}

/// Every function that is understood.
pub(crate) static FUNCTIONS: [Function; 12] = [
    Function {
        repeats: true,
        ..fixed(
            "concat",
            "String",
            "Puts texts together",
            &["TEXT"],
            ("String", "concat(\"a\", \"-\", \"b\")", "\"a-b\""),
        )
    },
    Function {
        repeats: true,
        ..fixed(
            "coalesce",
            "Array",
            "The first value that is not null",
            &["VALUE"],
            ("Any", "coalesce(null, \"b\")", "\"b\""),
        )
    },
    fixed(
        "iif",
        "Logical",
        "One value if a condition is true, another if it is not",
        &["CONDITION", "IF_TRUE", "IF_FALSE"],
        ("Any", "iif(2 > 1, \"yes\", \"no\")", "\"yes\""),
    ),
    fixed(
        "lower",
        "String",
        "Small letters",
        &["TEXT"],
        ("String", "lower(\"PENDO\")", "\"pendo\""),
    ),
    fixed(
        "upper",
        "String",
        "Capital letters",
        &["TEXT"],
        ("String", "upper(\"pendo\")", "\"PENDO\""),
    ),
    fixed(
        "trim",
        "String",
        "No space at either end",
        &["TEXT"],
        ("String", "trim(\" a \")", "\"a\""),
    ),
    fixed(
        "dformat",
        "Date",
        "A time in milliseconds since 1970 as text, in UTC",
        &["MILLISECONDS", "FORMAT"],
        ("String", "dformat(86400000, \"yyyy-MM-dd\")", "\"1970-01-02\""),
    ),
    Function {
        least: 1,
        ..fixed(
            "date",
            "Date",
            "A text as a date; the default stands in for null",
            &["TEXT", "FORMAT", "DEFAULT"],
            ("Date", "date(\"1970-01-02\", \"yyyy-MM-dd\")", "\"1970-01-02T00:00:00Z\""),
        )
    },
    fixed(
        "now",
        "Date",
        "The time at which the event is mapped",
        &[],
        ("Date", "now()", "\"2021-10-26T10:10:24Z\""),
    ),
    fixed(
        "uuid",
        "Special",
        "An id that nothing else has",
        &[],
        ("String", "uuid()", "\"7c0e5a9d-41b8-4f63-9a27-d0b35e18c4f2\""),
    ),
    fixed(
        "to_integer",
        "Type",
        "A text or a number as an integer",
        &["VALUE"],
        ("Integer", "to_integer(\"42\")", "42"),
    ),
    fixed(
        "size_of",
        "Array",
        "How many items a list, members an object or letters a text has",
        &["VALUE"],
        ("Integer", "size_of(\"abc\")", "3"),
    ),
];

/// The function of a name.
pub(crate) fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

/// Words of the language itself.
const RESERVED: &str = " new mod or break var lt for false while eq gt div not null continue else \
    and ne true le if ge return _errors do function empty size ";

/// Names of the platform's functions; they are reserved whether or not they are understood here.
const TAKEN: &str = " concat explode instr replacestr substr lower lcase upper ucase split join \
    lpad rpad left right ltrim rtrim trim equals equalsIgnoreCase extract_regex matches_regex sha1 \
    sha256 sha512 md5 crc32 get_url_protocol get_url_host get_url_port get_url_path \
    get_url_query_str get_url_encoded get_url_decoded now timestamp format dformat date date_part \
    set_date_part make_date_time make_timestamp zone_date_to_utc zone_date_to_zone is_empty \
    arrays_to_object arrays_to_objects to_object str_to_object contains_key nullify get_keys \
    get_values map_get_values map_has_keys add_to_map object_to_map coalesce first last \
    add_to_array join_arrays to_array size_of upsert_array_append upsert_array_replace \
    array_to_map to_map decode iif min max to_bigint to_decimal to_float to_integer \
    json_to_object uuid guid fpid_to_ecid ";

/// Whether an attribute of this name has to be written `${…}`.
pub(crate) fn is_reserved(name: &str) -> bool {
    let listed = |list: &str| list.split_whitespace().any(|word| word == name);
    listed(RESERVED) || listed(TAKEN)
}
