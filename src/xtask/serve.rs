//! `cargo xtask serve`: builds dist if it is stale, and serves it on this machine only.

mod http;
mod watch;

use crate::dist::{self, Flavour};
use anyhow::{bail, Context, Result};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::time::Instant;

const FIRST_PORT: u16 = 8080;
/// How many ports after the first are tried when nobody said which.
const TRIES: u16 = 100;

/// Runs the command; it ends when it is stopped.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn run(args: Vec<String>) -> Result<()> {
    let options = Options::parse(args)?;
    // Taken before the build: a port that is not free is said at once, not after minutes.
    let listener = options.listen()?;
    let start = Instant::now();
    dist::build(Flavour::Shipped)?;
    let root = Flavour::Shipped.folder();
    let port = listener.local_addr()?.port();
    let address = format!("http://127.0.0.1:{port}/demo/");
    println!("  ready after {:.1} s", start.elapsed().as_secs_f64());
    println!("\n  {address}    (Ctrl+C stops)\n");
    if options.open {
        open_in_browser(&address);
    }
    if options.watch {
        std::thread::spawn(watch::rebuild_on_change);
    }
    http::serve(&listener, &root);
    Ok(())
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    port: Option<u16>,
    open: bool,
    watch: bool,
}

impl Options {
    fn parse(args: Vec<String>) -> Result<Self> {
        let mut options = Options::default();
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--open" => options.open = true,
                "--watch" => options.watch = true,
                "--port" => {
                    let port = args.next().context("--port needs a number")?;
                    let number = port.parse();
                    options.port =
                        Some(number.with_context(|| format!("{port} is not a port number"))?);
                }
                other => bail!("serve does not know {other}"),
            }
        }
        Ok(options)
    }

    fn listen(&self) -> Result<TcpListener> {
        let local = Ipv4Addr::LOCALHOST;
        if let Some(port) = self.port {
            return TcpListener::bind((local, port))
                .with_context(|| format!("port {port} can not be used"));
        }
        (FIRST_PORT..FIRST_PORT + TRIES)
            .find_map(|port| TcpListener::bind((local, port)).ok())
            .context("no free port was found: choose one with --port")
    }
}

fn open_in_browser(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    command.stdout(Stdio::null()).stderr(Stdio::null());
    // The address is on the screen already: a machine without a browser loses nothing.
    let _ = command.arg(address).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Options> {
        Options::parse(args.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn options_are_read() -> Result<()> {
        let expected = Options {
            port: Some(0),
            open: true,
            watch: true,
        };
        assert_eq!(parse(&["--watch", "--port", "0", "--open"])?, expected);
        for wrong in [&["--port"][..], &["--port", "x"], &["--ports"]] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
        Ok(())
    }

    #[test]
    fn a_port_that_was_asked_for_is_not_exchanged() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let options = Options {
            port: Some(taken.local_addr()?.port()),
            ..Options::default()
        };
        assert!(options.listen().is_err());
        Ok(())
    }
}
