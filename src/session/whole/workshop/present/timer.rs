//! How long a question is discussed.

/// Lengths to choose from, in minutes.
pub const LENGTHS: [u32; 7] = [1, 2, 3, 5, 10, 15, 20];
/// The length at first, in minutes.
const USUAL: u32 = 5;

/// A timer that runs down. Times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timer {
    /// Length in minutes.
    pub minutes: u32,
    /// What was left when it was looked at last.
    left: f64,
    /// When it will have run down, since 1970; `None` while it stands still.
    end: Option<f64>,
}

impl Default for Timer {
    fn default() -> Self {
        Self {
            minutes: USUAL,
            left: length(USUAL),
            end: None,
        }
    }
}

impl Timer {
    /// Whole seconds that are left; one that has begun counts.
    pub fn seconds(&self) -> usize {
        (self.left / 1000.0).ceil() as usize
    }

    /// Milliseconds until another second is shown.
    pub fn until_next(&self) -> u32 {
        // A little later, or a timer that fires early would see the same second.
        (self.left % 1000.0) as u32 + 10
    }

    /// Whether it goes.
    pub fn is_running(&self) -> bool {
        self.end.is_some()
    }

    /// Whether the time is up.
    pub fn is_over(&self) -> bool {
        self.left <= 0.0
    }

    /// Whether it stands at its beginning.
    pub fn is_fresh(&self) -> bool {
        self.end.is_none() && self.left >= length(self.minutes)
    }

    /// Starts it, stops it, or begins again if the time was up.
    pub(super) fn turn(&mut self, now: f64) {
        if self.is_running() {
            self.tick(now);
            self.end = None;
            return;
        }
        if self.is_over() {
            self.reset();
        }
        self.end = Some(now + self.left);
    }

    /// What is left at a time; never more than its length, should the clock of the device be set back.
    pub(super) fn tick(&mut self, now: f64) {
        if let Some(end) = self.end {
            self.left = (end - now).clamp(0.0, length(self.minutes));
            self.end = self.end.filter(|_| self.left > 0.0);
        }
    }

    pub(super) fn reset(&mut self) {
        self.left = length(self.minutes);
        self.end = None;
    }

    pub(super) fn stop(&mut self) {
        self.end = None;
    }

    pub(super) fn set(&mut self, minutes: u32) {
        self.minutes = minutes.clamp(1, 180);
        self.reset();
    }
}

fn length(minutes: u32) -> f64 {
    f64::from(minutes) * 60_000.0
}

#[cfg(test)]
mod tests {
    use super::Timer;

    #[test]
    fn what_was_left_when_it_was_stopped_is_left_when_it_goes_on() {
        let mut timer = Timer::default();
        timer.set(1);
        timer.turn(1000.0);
        timer.turn(21_500.0);
        assert_eq!((timer.seconds(), timer.is_running()), (40, false));
        timer.tick(90_000.0);
        assert_eq!(timer.seconds(), 40);
        timer.turn(100_000.0);
        timer.tick(130_000.0);
        assert_eq!((timer.seconds(), timer.is_over()), (10, false));
        timer.tick(150_000.0);
        assert!(timer.is_over() && !timer.is_running());
        timer.turn(200_000.0);
        assert_eq!((timer.seconds(), timer.is_running()), (60, true));
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_make_it_longer() {
        let mut timer = Timer::default();
        timer.turn(1e9);
        timer.tick(0.0);
        assert_eq!(timer.seconds(), 300);
    }
}
