//! How fast the window opens and how much memory it takes, beside an empty window of the same release
//! profile. The two take turns, so that a busy moment of the computer meets both.

use std::process::Stdio;
use std::time::{Duration, Instant};

use window_tests::app::program;
use window_tests::process::Process;
use window_tests::{Desk, Keychain};

use crate::memory;
use crate::screen::Screen;
use crate::table::{Row, median, print};

const LAUNCHES: usize = 20;

/// How long after the page is there its memory is read: caches have filled, timers have run once.
const SETTLED: Duration = Duration::from_secs(2);

/// Ours may take this many times what the empty window takes.
const AIM: f64 = 1.3;

/// What one program took, by launch.
#[derive(Default)]
struct Figures {
    mapped_ms: Vec<f64>,
    ready_ms: Vec<f64>,
    memory_mb: Vec<f64>,
}

/// Measures and prints.
pub(crate) fn measure() {
    let desk = Desk::start(Keychain::Unlocked);
    let screen = Screen::watch(desk.display());
    let [mut ours, mut empty] = [Figures::default(), Figures::default()];
    // The first launch of each fills the caches of the disk and of its web engine.
    launch(&desk, &screen, "inlet", &mut Figures::default());
    launch(&desk, &screen, "empty-window", &mut Figures::default());
    for _ in 0..LAUNCHES {
        launch(&desk, &screen, "inlet", &mut ours);
        launch(&desk, &screen, "empty-window", &mut empty);
    }
    let row = |what: &str, unit, ours, empty| Row {
        what: what.to_owned(),
        unit,
        ours: median(ours),
        yardstick: median(empty),
        aim: AIM,
    };
    print(
        &format!("The window: median of {LAUNCHES} launches, alternating"),
        "empty window",
        &[
            row("window mapped", "ms", ours.mapped_ms, empty.mapped_ms),
            row("page drawn", "ms", ours.ready_ms, empty.ready_ms),
            row("memory (PSS of all processes)", "MB", ours.memory_mb, empty.memory_mb),
        ],
    );
}

fn launch(desk: &Desk, screen: &Screen, name: &str, figures: &mut Figures) {
    let start = Instant::now();
    let mut process = Process::start(
        desk.command(program(name))
            .stdin(Stdio::null())
            .stdout(desk.log(name))
            .stderr(desk.log(name)),
    );
    let window = screen.next_window();
    figures.mapped_ms.push(milliseconds(start));
    screen.content(window);
    figures.ready_ms.push(milliseconds(start));
    std::thread::sleep(SETTLED);
    figures.memory_mb.push(memory::of_tree(process.child().id()));
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
