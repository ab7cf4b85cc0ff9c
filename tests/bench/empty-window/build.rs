//! What Tauri needs to compile its context.

fn main() {
    tauri_build::build();
}
