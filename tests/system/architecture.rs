//! The rules of who may import whom, read from the manifests and the sources themselves.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Packages of this workspace, each with those that it may use. One that is missing here fails the test.
const PACKAGES: &[(&str, &[&str])] = &[
    ("aep-client", &[]),
    ("aep-emulator", &[]),
    ("local-history", &[]),
    ("app-core", &["aep-client", "local-history"]),
    ("dev-host", &["app-core", "aep-emulator"]),
    ("inlet", &["app-core", "aep-emulator"]),
    ("inlet-tests", &["aep-client", "aep-emulator", "app-core", "local-history"]),
    ("window-tests", &[]),
    ("inlet-bench", &["aep-client", "aep-emulator", "app-core", "local-history", "window-tests"]),
    ("empty-window", &[]),
];

/// Libraries (by the start of their name) and the only packages that may use them in what is shipped.
const DOORS: &[(&str, &[&str])] = &[
    ("tauri", &["inlet"]),
    ("gtk", &["inlet"]),
    ("keyring", &["inlet"]),
    ("secret-service", &["inlet"]),
    ("zbus", &["inlet"]),
    ("reqwest", &["aep-client"]),
    ("rusqlite", &["local-history"]),
];

/// Packages that are tests, and may use a library to look at the shipped code from outside.
const TEST_PACKAGES: &[&str] = &["inlet-tests", "window-tests", "inlet-bench", "empty-window"];

/// Modules of `app-core` that others stand on, each with those that it may import besides itself.
const MODULES: &[(&str, &[&str])] = &[
    ("starter", &["contract"]),
    ("mapping", &["contract", "csv", "starter"]),
    (
        "setup",
        &[
            "app",
            "connect",
            "contract",
            "dataset_tags",
            "kept",
            "mapping",
            "ports",
            "starter",
            "work",
        ],
    ),
];

/// Layers of the window, each with those that it may import. `api/bindings` are types alone, `screens/parts`
/// is what several screens share.
const LAYERS: &[(&str, &[&str])] = &[
    ("lib", &["lib", "api/bindings"]),
    ("kit", &["kit", "lib"]),
    ("api", &["api", "lib"]),
    ("forms", &["forms", "kit", "lib", "api/bindings", "api/errors"]),
    ("screens", &["screens/parts", "forms", "kit", "lib", "api"]),
    ("app", &["app", "screens", "forms", "kit", "lib", "api", "boot"]),
];

/// No source file may be longer.
const LONGEST: usize = 500;

#[test]
fn a_package_uses_only_the_packages_below_it() {
    let packages = packages();
    let names: BTreeSet<&str> = packages.iter().map(|package| text(package, "name")).collect();
    let mut broken = Vec::new();
    for package in &packages {
        let name = text(package, "name");
        let Some((_, allowed)) = PACKAGES.iter().find(|(known, _)| *known == name) else {
            broken.push(format!("{name} has no rule in this test"));
            continue;
        };
        for used in dependencies(package) {
            if names.contains(used) && !allowed.contains(&used) {
                broken.push(format!("{name} uses {used}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn each_door_to_the_outside_is_in_one_package() {
    let mut broken = Vec::new();
    for package in packages() {
        let name = text(&package, "name");
        for (library, allowed) in DOORS {
            let uses = dependencies(&package).any(|used| used.starts_with(library));
            if uses && !allowed.contains(&name) && !TEST_PACKAGES.contains(&name) {
                broken.push(format!("{name} uses {library}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn a_module_of_the_core_imports_only_the_modules_below_it() {
    const CORE: &str = "src-tauri/crates/app-core/src";
    let mut broken = Vec::new();
    for (module, allowed) in MODULES {
        let folder = format!("{CORE}/{module}");
        let all = sources(&folder, &["rs"]);
        for path in all.filter(|path| !path.to_string_lossy().ends_with("tests.rs")) {
            for used in modules_used(&path) {
                if used != *module && !allowed.contains(&used.as_str()) {
                    broken.push(format!("{} imports {used}", shown(&path)));
                }
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn one_file_of_the_window_imports_tauri() {
    let importers: Vec<String> = sources("ui/src", &["ts", "tsx"])
        .filter(|path| imports(path).iter().any(|import| import.starts_with("@tauri-apps")))
        .map(|path| shown(&path))
        .collect();
    assert_eq!(importers, ["ui/src/api/transport.ts"]);
}

#[test]
fn a_layer_of_the_window_imports_only_the_layers_below_it() {
    let mut broken = Vec::new();
    for path in sources("ui/src", &["ts", "tsx"]) {
        let file = path.strip_prefix(root().join("ui/src")).expect("it was found there").to_owned();
        let layer = first(&file);
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else { continue };
        for import in imports(&path).iter().filter(|import| import.starts_with('.')) {
            let target = resolve(&file, import);
            let own_screen = layer == "screens" && target.starts_with(screen(&file));
            let below = allowed.iter().any(|place| target.starts_with(place));
            // What tests of screens stand on lies outside the sources, in ui/build.
            let stand = target.starts_with("build") && shown(&path).contains(".test.");
            if !own_screen && !below && !stand {
                broken.push(format!("{} imports {}", file.display(), target.display()));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn the_window_may_open_the_addresses_that_it_offers_and_no_others() {
    let capability: Value =
        serde_json::from_str(&read(&root().join("src-tauri/capabilities/main.json")))
            .expect("a capability is JSON");
    let permissions = capability["permissions"].as_array().expect("it lists permissions");
    let allowed: Vec<&str> = permissions
        .iter()
        .filter_map(|permission| permission["allow"].as_array())
        .flatten()
        .map(|entry| text(entry, "url").trim_end_matches('*'))
        .collect();
    let words = sources("ui/src", &["ts", "tsx"]).filter(|path| !shown(path).contains(".test."));
    let guides = sources("src-tauri/crates/app-core/src/starter/sources", &["json"]);
    let offered: Vec<String> =
        words.flat_map(|path| addresses(&path)).chain(guides.map(|path| guide(&path))).collect();
    let is_allowed = |address: &String| allowed.iter().any(|start| address.starts_with(start));
    let is_offered = |start: &&&str| offered.iter().any(|address| address.starts_with(**start));
    let closed: Vec<&String> = offered.iter().filter(|address| !is_allowed(address)).collect();
    let unused: Vec<&&str> = allowed.iter().filter(|start| !is_offered(start)).collect();
    assert_eq!((closed, unused), (Vec::new(), Vec::new()));
}

#[test]
fn every_rust_module_says_what_it_is_for() {
    let silent: Vec<String> = ["src-tauri", "tests"]
        .iter()
        .flat_map(|folder| sources(folder, &["rs"]))
        .filter(|path| !read(path).starts_with("//!") && read(path).lines().count() > 1)
        .map(|path| shown(&path))
        .collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn no_source_file_is_too_long_to_read() {
    let long: Vec<String> = ["src-tauri", "tests", "ui/src"]
        .iter()
        .flat_map(|folder| sources(folder, &["rs", "ts", "tsx", "css"]))
        .filter(|path| read(path).lines().count() > LONGEST)
        .map(|path| shown(&path))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace exists")
}

fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo answers in JSON");
    metadata["packages"].as_array().expect("there are packages").clone()
}

/// What a package is built from; what its own tests use besides does not count.
fn dependencies(package: &Value) -> impl Iterator<Item = &str> {
    let all = package["dependencies"].as_array().expect("a package has a list of dependencies");
    all.iter().filter(|used| used["kind"] != "dev").map(|used| text(used, "name"))
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().expect("it is a text")
}

/// Every source under a folder, without what is made or installed.
fn sources(folder: &str, kinds: &'static [&str]) -> impl Iterator<Item = PathBuf> {
    let mut folders = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be listed").flatten() {
            let path = entry.path();
            let made = ["node_modules", "target", "bindings", "dist", "out"];
            if path.is_dir() && !made.iter().any(|name| path.ends_with(name)) {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kinds.iter().any(|known| kind == *known))
            {
                files.push(path);
            }
        }
    }
    assert!(!files.is_empty(), "no sources in {folder}");
    files.sort();
    files.into_iter()
}

/// The modules of its own package that a source of Rust names, without what its tests do: `crate::one` and
/// `crate::{one, two::Three}`.
fn modules_used(path: &Path) -> BTreeSet<String> {
    let source = read(path);
    let shipped = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let named = |text: &str| {
        let name: String =
            text.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
        Some(name).filter(|name| !name.is_empty())
    };
    let uses = shipped.split("crate::").skip(1);
    uses.flat_map(|used| match used.strip_prefix('{') {
        Some(several) => {
            let several = several.split(';').next().unwrap_or_default();
            several.split(',').filter_map(named).collect::<Vec<_>>()
        }
        None => named(used).into_iter().collect(),
    })
    .collect()
}

/// What stands between quotes after `from` or `import`.
fn imports(path: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for keyword in ["from '", "import '", "import('"] {
        let source = read(path);
        let mut rest = source.as_str();
        while let Some((_, after)) = rest.split_once(keyword) {
            let Some((import, behind)) = after.split_once('\'') else { break };
            found.push(import.to_owned());
            rest = behind;
        }
    }
    found
}

/// What stands between quotes and is an address that the browser or the mail program would open.
fn addresses(path: &Path) -> Vec<String> {
    let source = read(path);
    let starts = ["http://", "https://", "mailto:"];
    let quoted = source.split(['\'', '"', '`']);
    quoted
        .filter(|part| starts.iter().any(|start| part.starts_with(start)))
        // The name of a kind of picture, never opened.
        .filter(|part| *part != "http://www.w3.org/2000/svg")
        .map(str::to_owned)
        .collect()
}

/// The address of the guide that the record of a source offers.
fn guide(path: &Path) -> String {
    let record: Value = serde_json::from_str(&read(path)).expect("a record is JSON");
    text(&record, "guideUrl").to_owned()
}

/// The file that an import means, relative to `ui/src`.
fn resolve(file: &Path, import: &str) -> PathBuf {
    let mut target = file.parent().expect("a file lies in a folder").to_owned();
    for part in Path::new(import).components() {
        match part {
            std::path::Component::ParentDir => drop(target.pop()),
            std::path::Component::Normal(name) => target.push(name),
            _ => {}
        }
    }
    target
}

fn first(file: &Path) -> &str {
    file.iter().next().and_then(|name| name.to_str()).expect("a path has a first name")
}

/// The folder of the screen that a file belongs to, such as `screens/setup`.
fn screen(file: &Path) -> PathBuf {
    file.iter().take(2).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).expect("it lies in the workspace").display().to_string()
}
