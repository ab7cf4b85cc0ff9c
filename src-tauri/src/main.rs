//! The program itself: it does nothing but start the shell.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    inlet_shell::run()
}
