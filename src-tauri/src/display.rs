//! Whether there is a display to open a window on. Asked before Tauri starts, because its toolkit
//! panics without one. Nothing else about windows belongs here.

/// `Err` holds the sentence to print when no window can be opened.
#[cfg(target_os = "linux")]
pub(crate) fn look_for_one() -> Result<(), String> {
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    if !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
        return Err("Inlet opens a window and there is no display here: neither DISPLAY nor \
                    WAYLAND_DISPLAY is set. Start it from a desktop session."
            .to_owned());
    }
    gtk::init().map_err(|_| {
        "Inlet opens a window, and the display that DISPLAY or WAYLAND_DISPLAY names does not \
         answer. Start it from a desktop session."
            .to_owned()
    })
}

/// macOS and Windows always have a display to ask.
#[cfg(not(target_os = "linux"))]
pub(crate) fn look_for_one() -> Result<(), String> {
    Ok(())
}
