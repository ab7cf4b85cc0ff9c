//! Writes the `Commands` map beside the types that ts-rs writes.

use std::fmt::Write as _;
use std::path::Path;

use super::commands::rows;

fn imports(rows: &[(&str, String, String, &str)]) -> String {
    let mut names: Vec<&str> = rows
        .iter()
        .flat_map(|(_, args, reply, _)| [args, reply])
        .flat_map(|ty| ty.split(|c: char| !c.is_ascii_alphanumeric()))
        .filter(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase()) && !["Array"].contains(word)
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names.iter().fold(String::new(), |mut text, name| {
        let _ = writeln!(text, "import type {{ {name} }} from \"./{name}\";");
        text
    })
}

#[test]
fn export_bindings_commands() {
    let config = ts_rs::Config::from_env();
    let rows = rows(&config);
    let mut text = String::from("// Made from the table of commands. Do not edit.\n");
    text.push_str(&imports(&rows));
    text.push_str(
        "\n/** Every command: its argument and its reply. */\nexport type Commands = {\n",
    );
    for (name, args, reply, doc) in &rows {
        let _ = writeln!(text, "  /**{doc} */\n  {name}: {{ args: {args}; reply: {reply} }};");
    }
    text.push_str("};\n");
    let folder = config.out_dir();
    std::fs::create_dir_all(folder).expect("the folder of bindings can be made");
    std::fs::write(Path::new(folder).join("Commands.ts"), text).expect("the map can be written");
}
