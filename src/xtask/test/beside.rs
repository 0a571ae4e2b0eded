//! A chore that goes on beside others, and tells what it did when its turn comes.

use crate::workspace::scratch;
use crate::{files, workspace};
use anyhow::{bail, Context, Result};
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How often what it says is looked for.
const MOMENT: Duration = Duration::from_millis(200);

/// This program with other arguments, at work; it is stopped when this is dropped.
pub struct Beside {
    child: Child,
    said: File,
}

impl Beside {
    /// Starts it; what it says is kept in a file of this name.
    ///
    /// # Errors
    /// When it can not be started.
    pub fn begin(args: &[&str], log: &str) -> Result<Self> {
        let path = scratch().join(log);
        files::write(&path, b"")?;
        let out = File::create(&path).with_context(|| workspace::shown(&path))?;
        let child = Command::new(std::env::current_exe()?)
            .args(args)
            .stdin(Stdio::null())
            .stderr(out.try_clone()?)
            .stdout(out)
            .spawn()
            .context("can not start this program again")?;
        let said = File::open(&path).with_context(|| workspace::shown(&path))?;
        Ok(Beside { child, said })
    }

    /// Shows what it said so far and what it says until it ends.
    ///
    /// # Errors
    /// When it failed.
    pub fn end(mut self) -> Result<()> {
        loop {
            // Looked for before the rest is read, so that nothing comes after it.
            let status = self.child.try_wait()?;
            let mut more = Vec::new();
            self.said.read_to_end(&mut more)?;
            std::io::stdout().write_all(&more)?;
            std::io::stdout().flush()?;
            match status {
                Some(status) if status.success() => return Ok(()),
                Some(status) => bail!("it ended with {status}"),
                None => std::thread::sleep(MOMENT),
            }
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It has ended, or what it makes is wanted no more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
