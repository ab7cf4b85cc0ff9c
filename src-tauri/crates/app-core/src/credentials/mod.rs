//! What proves who is asking: read from a Developer Console file, tidied after pasting, held in memory until used.
//! Where secrets are kept between runs is the keychain's matter (`ports`), and never a file.

mod console_file;
mod held;
mod tidy;
mod token;

pub(crate) use console_file::read_console_file;
pub(crate) use held::HeldSecrets;
pub(crate) use tidy::{tidy, tidy_secret};
pub(crate) use token::expires_at;
