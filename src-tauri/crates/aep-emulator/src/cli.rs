//! Reads the command line of the emulator.

use std::net::SocketAddr;
use std::time::Duration;

use aep_emulator::{Builder, Emulator, Seed};

/// What the command line can say.
pub(crate) const HELP: &str = "\
usage: aep-emulator [options]

  --listen ADDRESS     loopback address and port; 127.0.0.1:0 takes a free port (default)
  --flows N            begin with N dataflows
  --runs-per-flow N    give each of them N hourly runs (default 24)
  --practice           begin with the practice set instead
  --seed N             number that all ids and made-up traffic follow from (default 1)
  --start TIME         what the clock shows first, such as 2026-01-31T09:00:00Z (default now)
  --clock-speed N      run the clock N times as fast as real time (default 1; 0 stands still)
  --latency-ms N       real time that every request takes at least (default 0)
  --tls                HTTPS with a throw-away authority, whose certificate is printed
  --help               this text";

/// What the caller wants.
pub(crate) enum Wish {
    /// An emulator like this.
    Start(Box<Builder>),
    /// The text above.
    Help,
}

/// Reads arguments, without the name of the program. The error is a sentence.
pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Wish, String> {
    let mut arguments = arguments;
    let mut builder = Emulator::builder();
    let (mut flows, mut runs_per_flow, mut practice) = (None, 24, false);
    while let Some(option) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{option} needs a value"));
        builder = match option.as_str() {
            "--help" | "-h" => return Ok(Wish::Help),
            "--listen" => builder.listen(number::<SocketAddr>(&option, value()?)?),
            "--flows" => {
                flows = Some(number(&option, value()?)?);
                builder
            }
            "--runs-per-flow" => {
                runs_per_flow = number(&option, value()?)?;
                builder
            }
            "--practice" => {
                practice = true;
                builder
            }
            "--seed" => builder.seed_number(number(&option, value()?)?),
            "--start" => {
                let start: jiff::Timestamp = number(&option, value()?)?;
                builder.clock_start_ms(start.as_millisecond())
            }
            "--clock-speed" => builder.clock_speed(speed(&option, value()?)?),
            "--latency-ms" => builder.latency(Duration::from_millis(number(&option, value()?)?)),
            "--tls" => builder.tls(true),
            _ => return Err(format!("the option {option} is not known")),
        };
    }
    let seed = match flows {
        _ if practice => Seed::practice(),
        Some(count) => Seed::flows(count, runs_per_flow),
        None => Seed::empty(),
    };
    Ok(Wish::Start(Box::new(builder.seed(seed))))
}

fn number<T: std::str::FromStr>(option: &str, value: String) -> Result<T, String> {
    value.parse().map_err(|_| format!("{value:?} does not fit {option}"))
}

fn speed(option: &str, value: String) -> Result<f64, String> {
    let speed: f64 = number(option, value)?;
    if speed.is_finite() && speed >= 0.0 {
        return Ok(speed);
    }
    Err(format!("{option} takes a number from 0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(line: &str) -> Option<String> {
        read(line.split_whitespace().map(str::to_owned)).err()
    }

    #[test]
    fn what_is_wrong_with_a_command_line_is_said() {
        assert_eq!(problem("--flows"), Some("--flows needs a value".to_owned()));
        assert_eq!(problem("--flows x"), Some("\"x\" does not fit --flows".to_owned()));
        assert_eq!(problem("--nope"), Some("the option --nope is not known".to_owned()));
        assert_eq!(problem("--clock-speed -1"), Some("--clock-speed takes a number from 0".into()));
        assert_eq!(problem("--listen 127.0.0.1:0 --flows 3 --seed 7 --tls"), None);
    }
}
