//! Ids of batches: 26 letters and digits, as the platform writes them. A batch belongs to one run, and its id is the
//! run's in another writing, so that it is found without being stored.

use uuid::Uuid;

/// Base 32 without the letters that look like digits.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: u32 = 26;

/// The batch of a run.
pub(crate) fn write(run_id: &str) -> String {
    let number = Uuid::parse_str(run_id).map_or(0, |id| id.as_u128());
    let letter = |place: u32| LETTERS[(number >> (5 * place)) as usize & 31] as char;
    (0..LENGTH).rev().map(letter).collect()
}

/// The run of a batch, if it is an id at all. Whether there is such a run is not said.
pub(crate) fn read(batch_id: &str) -> Option<String> {
    if batch_id.len() != LENGTH as usize {
        return None;
    }
    let number = batch_id.bytes().try_fold(0_u128, |number, byte| {
        let digit = LETTERS.iter().position(|letter| letter.eq_ignore_ascii_case(&byte))?;
        Some((number << 5) | digit as u128)
    })?;
    Some(Uuid::from_u128(number).to_string())
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn a_batch_leads_back_to_its_run() {
        for run in ["65b7cfcc-6b2e-47c8-8190-000000000001", "ffffffff-ffff-4fff-bfff-ffffffffffff"]
        {
            let batch = write(run);
            assert_eq!((batch.len(), read(&batch).as_deref()), (26, Some(run)));
        }
        assert_eq!(read("not a batch"), None);
    }
}
