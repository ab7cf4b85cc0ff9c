//! Ids of runs. They hide the flow's place and the hour, so that a run is found by its id although
//! no run is stored.

use uuid::{Builder, Uuid};

/// The id of the run of the flow at a place for an hour. `check` fills the rest of it.
pub(crate) fn write(place: u64, hour: i64, check: u64) -> String {
    let hidden = hide((place << 24) | (hour.unsigned_abs() & 0x00ff_ffff));
    let number = (u128::from(check) << 64) | u128::from(hidden);
    Builder::from_random_bytes(number.to_be_bytes()).into_uuid().to_string()
}

/// Place and hour of an id, if it is a UUID at all. Whether there is such a run is not said.
pub(crate) fn read(id: &str) -> Option<(u64, i64)> {
    let shown = reveal(Uuid::parse_str(id).ok()?.as_u128() as u64);
    Some((shown >> 24, (shown & 0x00ff_ffff) as i64))
}

/// The low bits of a UUID that are free: two belong to its variant.
const FREE_BITS: u64 = (1 << 62) - 1;
/// An odd number and its inverse: multiplying by both changes nothing.
const SPREAD: u64 = 0x2545_f491_4f6c_dd1d;
const GATHER: u64 = inverse(SPREAD);

const fn inverse(odd: u64) -> u64 {
    let mut guess = odd;
    let mut round = 0;
    while round < 6 {
        guess = guess.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(guess)));
        round += 1;
    }
    guess
}

fn hide(number: u64) -> u64 {
    number.wrapping_mul(SPREAD) & FREE_BITS
}

fn reveal(hidden: u64) -> u64 {
    (hidden & FREE_BITS).wrapping_mul(GATHER) & FREE_BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_in_an_id_is_found_again() {
        for number in [0, 1, 77, (10_000 << 24) | 495_000, FREE_BITS] {
            assert_eq!(reveal(hide(number)), number);
        }
        assert_eq!(read(&write(9_999, 495_000, u64::MAX)), Some((9_999, 495_000)));
        assert_eq!(read("not an id"), None);
    }
}
