//! The clock of an exercise, and where in the schedule it stands.

use super::material::Activity;

/// A clock that can be stopped. It goes on while the page is closed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clock {
    /// Minutes that had passed when it was started last, or when it was stopped.
    pub spent: f64,
    /// When it was started last, in milliseconds since 1970; `None` while it stands still.
    pub since: Option<f64>,
}

impl Clock {
    /// Minutes that have passed, never less than 0: a device's own clock may have been set back.
    pub fn minutes(&self, now: f64) -> f64 {
        let running = self.since.map_or(0.0, |since| (now - since) / 60_000.0);
        self.spent + running.max(0.0)
    }

    /// Whether it goes.
    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it has ever been started.
    pub fn is_begun(&self) -> bool {
        self.is_running() || self.spent > 0.0
    }

    /// Starts it, or lets it go on.
    pub fn start(&mut self, now: f64) {
        self.since.get_or_insert(now);
    }

    /// Stops it.
    pub fn pause(&mut self, now: f64) {
        self.spent = self.minutes(now);
        self.since = None;
    }

    /// Puts it to a minute; one that goes goes on from there.
    pub fn set(&mut self, minute: f64, now: f64) {
        self.spent = minute;
        self.since = self.since.map(|_| now);
    }

    /// Milliseconds until the next whole minute; `None` while it stands still.
    pub fn until_next_minute(&self, now: f64) -> Option<f64> {
        let minutes = self.since.map(|_| self.minutes(now))?;
        Some((1.0 - (minutes - minutes.floor())) * 60_000.0)
    }
}

/// Where a minute stands in a schedule.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// The part that is on; `None` before the first.
    pub now: Option<usize>,
    /// The part that comes after it; `None` in the last.
    pub next: Option<usize>,
    /// Minutes until the next part, or in the last until the end; below 0 once that has passed.
    pub left: Option<f64>,
}

/// Where a minute stands in a schedule that ends after `end` minutes (0 if that is not known).
pub fn place(schedule: &[Activity], end: f64, minute: f64) -> Place {
    let now = schedule
        .iter()
        .rposition(|part| part.minute <= minute + 1e-9);
    let next = now.map_or(0, |at| at + 1);
    let next = (next < schedule.len()).then_some(next);
    let until = match next {
        Some(at) => schedule.get(at).map(|part| part.minute),
        None => (end > 0.0).then_some(end),
    };
    Place {
        now,
        next,
        left: until.map(|until| until - minute),
    }
}

#[cfg(test)]
mod tests {
    use super::{place, Activity, Clock, Place};

    const MINUTE: f64 = 60_000.0;

    #[test]
    fn the_clock_counts_only_while_it_goes() {
        let mut clock = Clock::default();
        assert!(!clock.is_begun());
        clock.start(10.0 * MINUTE);
        // Starting what goes already changes nothing.
        clock.start(12.0 * MINUTE);
        assert_eq!(clock.minutes(15.5 * MINUTE), 5.5);
        assert_eq!(clock.until_next_minute(15.5 * MINUTE), Some(0.5 * MINUTE));
        clock.pause(16.0 * MINUTE);
        assert_eq!(clock.minutes(90.0 * MINUTE), 6.0);
        assert_eq!(clock.until_next_minute(90.0 * MINUTE), None);
        clock.set(60.0, 90.0 * MINUTE);
        assert!(!clock.is_running());
        clock.start(100.0 * MINUTE);
        clock.set(120.0, 101.0 * MINUTE);
        assert_eq!(clock.minutes(102.0 * MINUTE), 121.0);
    }

    #[test]
    fn a_device_clock_that_was_set_back_takes_no_minutes_away() {
        let clock = Clock {
            spent: 7.0,
            since: Some(50.0 * MINUTE),
        };
        assert_eq!(clock.minutes(20.0 * MINUTE), 7.0);
    }

    #[test]
    fn a_minute_has_its_place_in_the_schedule() {
        let part = |minute| Activity {
            minute,
            text: "".into(),
        };
        let schedule = [part(0.0), part(15.0), part(60.0)];
        for (minute, now, next, left) in [
            (0.0, Some(0), Some(1), Some(15.0)),
            (14.5, Some(0), Some(1), Some(0.5)),
            (15.0, Some(1), Some(2), Some(45.0)),
            (70.0, Some(2), None, Some(20.0)),
            (95.0, Some(2), None, Some(-5.0)),
        ] {
            assert_eq!(
                place(&schedule, 90.0, minute),
                Place { now, next, left },
                "{minute}"
            );
        }
        assert_eq!(place(&schedule, 0.0, 70.0).left, None);
        assert_eq!(place(&[], 0.0, 3.0), Place::default());
        let late = [part(5.0)];
        assert_eq!(
            place(&late, 0.0, 3.0),
            Place {
                now: None,
                next: Some(0),
                left: Some(2.0)
            }
        );
    }
}
