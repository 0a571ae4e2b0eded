//! Numbers for drawings. `format!` would cost kilobytes.

/// A length with two decimals at most.
pub fn decimal(x: f64) -> String {
    let hundredths = (x.abs() * 100.0 + 0.5) as u64;
    let mut text = String::new();
    if x < 0.0 && hundredths > 0 {
        text.push('-');
    }
    digits(&mut text, hundredths / 100);
    let rest = hundredths % 100;
    if rest > 0 {
        text.push('.');
        digits(&mut text, rest / 10);
        if !rest.is_multiple_of(10) {
            digits(&mut text, rest % 10);
        }
    }
    text
}

fn digits(text: &mut String, n: u64) {
    if n > 9 {
        digits(text, n / 10);
    }
    text.push(char::from(b'0' + (n % 10) as u8));
}

/// A place on a scale of 0–100.
pub(crate) fn place(points: f64) -> f64 {
    // Not a number is not above 0.
    if points > 0.0 {
        points.min(100.0)
    } else {
        0.0
    }
}

/// Sine and cosine of a part of a whole turn, by their series: those of the standard library would be
/// several kilobytes, and differ in the last digit from one machine to another.
pub(crate) fn turn(part: f64) -> (f64, f64) {
    let x = std::f64::consts::TAU * (part - part.round());
    let (mut sine, mut cosine, mut term) = (0.0, 0.0, 1.0);
    for n in (1..24).step_by(2) {
        let n = f64::from(n);
        cosine += term;
        term *= x / n;
        sine += term;
        term *= -x / (n + 1.0);
    }
    (sine, cosine)
}

#[cfg(test)]
mod tests {
    use super::{decimal, place, turn};

    #[test]
    fn lengths_have_two_decimals_at_most() {
        for (x, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (12.345, "12.35"),
            (0.05, "0.05"),
            (-3.5, "-3.5"),
            (1234.999, "1235"),
        ] {
            assert_eq!(decimal(x), text);
        }
    }

    #[test]
    fn places_stay_on_the_scale() {
        for (x, at) in [(-1.0, 0.0), (f64::NAN, 0.0), (50.0, 50.0), (101.0, 100.0)] {
            assert_eq!(place(x), at);
        }
    }

    #[test]
    fn a_turn_is_as_exact_as_a_drawing_needs() {
        for n in 0..=100 {
            let angle = std::f64::consts::TAU * f64::from(n) / 100.0;
            let (sine, cosine) = turn(f64::from(n) / 100.0);
            let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
            assert!(near(sine, angle.sin()) && near(cosine, angle.cos()), "{n}");
        }
    }
}
