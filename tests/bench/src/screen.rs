//! What a person would see, asked of the X server: a window is there, something is on it. Needs no help
//! from the program that is measured.

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ConnectionExt, EventMask, ImageFormat, Window,
};
use x11rb::rust_connection::RustConnection;

/// Longer than any start that is worth measuring.
const PATIENCE: Duration = Duration::from_secs(30);

/// The part of a window that is looked at: both programs write something there first.
const PART: (u16, u16) = (640, 500);

/// Windows beside the real one that toolkits open are smaller.
const SMALLEST: u16 = 600;

/// A screen that is watched.
pub(crate) struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    /// Watches the windows of a display.
    pub(crate) fn watch(display: &str) -> Self {
        let (connection, number) = x11rb::connect(Some(display)).expect("the display answers");
        let root = connection.setup().roots[number].root;
        let events = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        let asked = connection.change_window_attributes(root, &events);
        asked.expect("it takes requests").check().expect("nobody else manages its windows");
        Self { connection, root }
    }

    /// Waits for the next window to be mapped.
    pub(crate) fn next_window(&self) -> Window {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match self.connection.poll_for_event().expect("the display answers") {
                Some(Event::MapNotify(event)) if self.width(event.window) >= SMALLEST => {
                    return event.window;
                }
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(1)),
            }
        }
        panic!("no window within {PATIENCE:?}");
    }

    /// Waits until something is drawn in the window besides its background.
    pub(crate) fn content(&self, window: Window) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.pixels(window).is_some_and(|pixels| is_drawn_on(&pixels)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(4));
        }
        panic!("nothing was drawn within {PATIENCE:?}");
    }

    fn width(&self, window: Window) -> u16 {
        let geometry =
            self.connection.get_geometry(window).ok().and_then(|asked| asked.reply().ok());
        geometry.map_or(0, |geometry| geometry.width)
    }

    /// The part of the screen that the window shows.
    fn pixels(&self, window: Window) -> Option<Vec<u8>> {
        let at =
            self.connection.translate_coordinates(window, self.root, 0, 0).ok()?.reply().ok()?;
        let (width, height) = PART;
        let image = self
            .connection
            .get_image(ImageFormat::Z_PIXMAP, self.root, at.dst_x, at.dst_y, width, height, !0)
            .ok()?
            .reply()
            .ok()?;
        Some(image.data)
    }
}

/// Text and pictures differ clearly from the background, which is what is in the corner.
fn is_drawn_on(pixels: &[u8]) -> bool {
    let (pixels, _) = pixels.as_chunks::<4>();
    let background = pixels[0];
    let differs = |pixel: &&[u8; 4]| {
        pixel.iter().zip(background).take(3).any(|(one, other)| one.abs_diff(other) > 60)
    };
    pixels.iter().filter(differs).count() > 100
}
