//! The least that Tauri can be: one window, one page with one heading. The yardstick of `make bench`.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!())
        .expect("a window opens where a benchmark runs");
}
