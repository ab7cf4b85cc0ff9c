//! Bad weather: several troubles in one set-up, drawn from a seed. Whatever happens, pressing on ends with exactly
//! one of everything, and undoing with nothing.

use std::time::Duration;

use aep_emulator::Fault;
use app_core::contract::setup::{Setup, SetupChoice, SetupState};
use inlet_tests::setup::{STEPS, SetupApp, count};

/// Numbers that follow from a seed, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        // The constants of Knuth's MMIX generator; its upper bits are the good ones.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn trouble(&mut self) -> Fault {
        let makes = &STEPS[usize::try_from(self.throw(7)).unwrap()];
        let on = match self.throw(4) {
            0 => makes.list,
            1 => makes.delete,
            _ => makes.create,
        };
        let fault = Fault::on(on).times(u32::try_from(1 + self.throw(5)).unwrap());
        match self.throw(7) {
            0 => fault.status(500),
            1 => fault.status(400),
            2 => fault.drop_connection(),
            3 => fault.lose_reply(),
            4 => fault.cut_body(),
            5 => fault.html(200),
            _ => fault.list_late(Duration::from_secs(20)),
        }
    }
}

async fn in_bad_weather(seed: u64) -> (SetupApp, Setup) {
    let test = SetupApp::start().await;
    let mut dice = Dice(seed);
    for _ in 0..6 {
        test.emulator.faults().add(dice.trouble());
    }
    let setup = test.set_up(test.form("Pendo events")).await;
    (test, setup)
}

/// The trouble is over, and lists have caught up.
fn clear_up(test: &SetupApp) {
    test.emulator.faults().clear();
    test.timer.pass(Duration::from_secs(60));
}

#[tokio::test]
async fn pressing_on_in_any_weather_ends_with_one_of_everything() {
    for seed in 0..12 {
        let (test, mut setup) = in_bad_weather(seed).await;
        let mut presses = 0;
        while setup.state != SetupState::Done {
            assert!(presses < 60, "seed {seed} does not end: {:?}", setup.cause);
            presses += 1;
            // By then every list is complete, so who is asked can see for themselves.
            test.timer.pass(Duration::from_secs(60));
            let looked = setup.state == SetupState::Unclear && presses % 2 == 0;
            let again = looked && setup.choices.contains(&SetupChoice::CreateAgain);
            setup = test.resumed(&setup.setup_id, again).await;
        }
        clear_up(&test);
        assert_eq!(count(&test.sandbox()).await, [1; 7], "seed {seed}");
    }
}

#[tokio::test]
async fn undoing_in_any_weather_ends_with_nothing() {
    for seed in 100..112 {
        let (test, mut setup) = in_bad_weather(seed).await;
        if setup.state == SetupState::Done {
            continue;
        }
        let mut presses = 0;
        while setup.state != SetupState::Undone {
            assert!(presses < 60, "seed {seed} does not end: {:?}", setup.undo_problem);
            presses += 1;
            test.timer.pass(Duration::from_secs(60));
            setup = test.undone(&setup.setup_id).await;
        }
        // A refused removal of a mapping set reads as "not offered": it is named then.
        clear_up(&test);
        let mut left = count(&test.sandbox()).await;
        left[5] = 0;
        assert_eq!(left, [0; 7], "seed {seed}: {:?}", setup.steps);
    }
}
