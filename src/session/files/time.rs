//! Times as text, in Universal Time (ISO 8601).

const DAY: i64 = 86_400_000;

/// A time in milliseconds since 1970 as such as `2026-11-25T08:30:00.000Z`; `None` outside the years
/// 0 to 9999.
pub fn iso(ms: f64) -> Option<String> {
    if !ms.is_finite() || ms.abs() > 1e15 {
        return None;
    }
    let ms = ms.floor() as i64;
    let (year, month, day) = date_of(ms.div_euclid(DAY));
    if !(0..=9999).contains(&year) {
        return None;
    }
    let rest = ms.rem_euclid(DAY);
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
    let (second, thousandth) = (rest / 1000 % 60, rest % 1000);
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{thousandth:03}Z"
    ))
}

/// Milliseconds since 1970 of a date, or of a date and a time with its zone, as [`iso`] and other
/// programs write them; `None` if it is none or if no zone is said.
pub fn from_iso(text: &str) -> Option<f64> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let year = digits(date, 0, 4)?;
    let month = digits(date, 5, 2)?;
    let day = digits(date, 8, 2)?;
    let days = days_to(year, month, day);
    let is_date = date.len() == 10 && date.get(4..5) == Some("-") && date.get(7..8) == Some("-");
    // A day that no month has comes back as another one.
    if !is_date || date_of(days) != (year, month, day) {
        return None;
    }
    let ms = days * DAY + time.map_or(Some(0), in_day)?;
    Some(ms as f64)
}

/// Milliseconds since midnight in Universal Time: `08:30Z`, `08:30:00.5+03:00`.
fn in_day(text: &str) -> Option<i64> {
    let at = text.find(['Z', '+', '-'])?;
    let (clock, zone) = text.split_at(at);
    let (hour, minute) = hours(clock.get(..5)?)?;
    let (second, thousandth) = match clock.get(5..)? {
        "" => (0, 0),
        seconds => {
            let second = digits(seconds.strip_prefix(':')?, 0, 2)?;
            let fraction = match seconds.get(3..)? {
                "" => 0,
                fraction => thousandths(fraction.strip_prefix('.')?)?,
            };
            (second, fraction)
        }
    };
    let offset = match zone.split_at_checked(1)? {
        ("Z", "") => 0,
        (sign, zone) if sign != "Z" => {
            let (hours, minutes) = hours(zone)?;
            let minutes = hours * 60 + minutes;
            if sign == "-" {
                -minutes
            } else {
                minutes
            }
        }
        _ => return None,
    };
    (second < 60).then_some(((hour * 60 + minute - offset) * 60 + second) * 1000 + thousandth)
}

/// Hours and minutes.
fn hours(text: &str) -> Option<(i64, i64)> {
    let (hour, minute) = (digits(text, 0, 2)?, digits(text, 3, 2)?);
    let is_time = text.len() == 5 && text.get(2..3) == Some(":") && hour < 24 && minute < 60;
    is_time.then_some((hour, minute))
}

/// The first three digits after the point; what is finer is dropped.
fn thousandths(text: &str) -> Option<i64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let padded: String = text.chars().chain("00".chars()).take(3).collect();
    digits(&padded, 0, 3).filter(|_| is_number)
}

/// A number of so many digits at a place.
fn digits(text: &str, at: usize, count: usize) -> Option<i64> {
    let part = text.get(at..at + count)?;
    let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| is_number)
}

/// Year, month and day of a number of days since 1970-01-01, after Howard Hinnant, "chrono-compatible
/// low-level date algorithms", `civil_from_days`: the year is taken to begin in March.
fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The way back, `days_from_civil`.
fn days_to(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let march = (month + 9) % 12;
    let of_year = (153 * march + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{date_of, days_to, from_iso, iso};

    #[test]
    fn known_times_come_out() {
        for (ms, text) in [
            (0.0, "1970-01-01T00:00:00.000Z"),
            (-1.0, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000.0, "2000-02-29T00:00:00.000Z"),
            (1_000_000_000_000.0, "2001-09-09T01:46:40.000Z"),
            (1_700_000_000_123.0, "2023-11-14T22:13:20.123Z"),
            (4_107_542_400_000.0, "2100-03-01T00:00:00.000Z"),
            (253_402_300_799_999.0, "9999-12-31T23:59:59.999Z"),
            (-62_167_219_200_000.0, "0000-01-01T00:00:00.000Z"),
        ] {
            assert_eq!(iso(ms).as_deref(), Some(text));
            assert_eq!(from_iso(text), Some(ms), "{text}");
        }
        for ms in [
            f64::NAN,
            f64::INFINITY,
            1e300,
            253_402_300_800_000.0,
            -62_167_219_200_001.0,
        ] {
            assert_eq!(iso(ms), None, "{ms}");
        }
    }

    #[test]
    fn every_day_of_the_calendar_follows_the_day_before() {
        let mut before = (-1, 12, 31);
        for days in days_to(0, 1, 1)..=days_to(9999, 12, 31) {
            let (year, month, day) = date_of(days);
            assert_eq!(days_to(year, month, day), days);
            let (y, m, d) = before;
            let follows = (year, month, day) == (y, m, d + 1)
                || (year, month, day) == (y, m + 1, 1) && d >= 28
                || (year, month, day) == (y + 1, 1, 1) && (m, d) == (12, 31);
            assert!(follows, "{year}-{month}-{day}");
            before = (year, month, day);
        }
        assert_eq!(before, (9999, 12, 31));
    }

    #[test]
    fn times_over_the_whole_range_come_back() {
        // A step that no day divides, so that all parts of a time are met.
        let mut ms = -62_167_219_200_000_i64;
        while ms <= 253_402_300_799_999 {
            let text = iso(ms as f64).unwrap();
            assert_eq!(from_iso(&text), Some(ms as f64), "{text}");
            ms += 7_654_321_987;
        }
    }

    #[test]
    fn times_of_other_programs_are_read() {
        for (text, same) in [
            ("2026-03-12", "2026-03-12T00:00:00.000Z"),
            ("2026-03-12T08:30Z", "2026-03-12T08:30:00.000Z"),
            ("2026-03-12T08:30:05Z", "2026-03-12T08:30:05.000Z"),
            ("2026-03-12T08:30:05.5Z", "2026-03-12T08:30:05.500Z"),
            ("2026-03-12T08:30:05.1239Z", "2026-03-12T08:30:05.123Z"),
            ("2026-03-12T01:30:00+03:00", "2026-03-11T22:30:00.000Z"),
            ("2026-03-12T23:30:00-05:45", "2026-03-13T05:15:00.000Z"),
        ] {
            assert_eq!(iso(from_iso(text).unwrap()).as_deref(), Some(same));
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "now",
            "2026",
            "2026-3-12",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-03-12T",
            "2026-03-12T08:30",
            "2026-03-12T08:30:00",
            "2026-03-12T24:00Z",
            "2026-03-12T08:60Z",
            "2026-03-12T08:30:60Z",
            "2026-03-12T08:30:00.Z",
            "2026-03-12T08:30:00,5Z",
            "2026-03-12T08:30ZZ",
            "2026-03-12T08:30+3",
            "2026-03-12T08:30+99:00",
            "2026-03-12T+1:30Z",
            "2026-03-12 08:30Z",
            "+026-03-12",
            "2026-+3-12",
            "2026/03/12",
            "2026-03-12T08é30Z",
            "é026-03-12",
        ] {
            assert_eq!(from_iso(text), None, "{text}");
        }
    }
}
