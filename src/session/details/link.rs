//! Which addresses may become links.

/// The address, if it may become a link: `http`, `https` or `mailto`, and nothing in it that could
/// make a reader take it for another. Everything else is shown as text.
pub fn safe_link(address: &str) -> Option<&str> {
    // Browsers drop tabs and line breaks and take a backslash for a slash, so that what they open
    // would not be what was checked here.
    let refused = |c: char| {
        c.is_control() || c.is_whitespace() || is_invisible(c) || "\\<>\"`{}|^".contains(c)
    };
    if address.contains(refused) {
        return None;
    }
    let (scheme, rest) = address.split_once(':')?;
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    let is_safe = if is("http") || is("https") {
        names_a_host(rest)
    } else {
        is("mailto") && names_a_person(rest)
    };
    is_safe.then_some(address)
}

/// Characters that nobody sees or that turn the direction of writing.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Two slashes and a host in plain letters. A user name before the host is a favourite disguise, and
/// letters of other scripts look like those of another host.
fn names_a_host(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.strip_prefix('[') {
        Some(inside) => match inside.split_once(']') {
            Some((host, port)) => (host, port),
            None => return false,
        },
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let is_bracketed = authority.starts_with('[');
    let may_stand = |c: char| {
        if is_bracketed {
            c.is_ascii_hexdigit() || c == ':' || c == '.'
        } else {
            c.is_ascii_alphanumeric() || c == '-' || c == '.' || c == '_'
        }
    };
    let port_is_good = match port.strip_prefix(':') {
        Some(digits) => digits.chars().all(|c| c.is_ascii_digit()),
        None => port.is_empty(),
    };
    let has_name = host.chars().any(|c| c.is_ascii_alphanumeric());
    has_name && host.chars().all(may_stand) && port_is_good
}

/// An address in plain characters with something on both sides of the at sign.
fn names_a_person(rest: &str) -> bool {
    let person = rest.split('?').next().unwrap_or_default();
    let sides = person.split_once('@');
    rest.is_ascii() && sides.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::safe_link;

    #[test]
    fn web_and_mail_addresses_may_become_links() {
        for address in [
            "https://www.itu.int/en/ITU-D/Cybersecurity/Pages/default.aspx",
            "HTTP://example.org",
            "hTTps://example.org:8443/a?b=c#d",
            "https://example.org/é/العربية",
            "https://192.0.2.1/",
            "https://[2001:db8::1]:443/x",
            "https://xn--bcher-kva.example/",
            "https://host_name.example?x",
            "mailto:cert@example.org",
            "MAILTO:cert@example.org?subject=Act%207",
        ] {
            assert_eq!(safe_link(address), Some(address), "{address}");
        }
    }

    #[test]
    fn everything_else_stays_text() {
        for address in [
            "",
            "Act 7 of 2021",
            "example.org",
            "//evil.example",
            "/path",
            "https:evil.example",
            "https:/evil.example",
            "https:///evil.example",
            "https://",
            "https://?x",
            "https://.",
            "https://:80",
            "https://a:b@evil.example",
            "https://itu.int@evil.example",
            "https://evil.example\\@itu.int",
            "https:\\\\evil.example",
            "https://it\u{443}.int",
            "https://\u{ff49}tu.int",
            "https://itu.int\u{3002}evil.example",
            "https://itu%2eint/",
            "https://example.org:80a/",
            "https://[::1",
            "https://[::1]x/",
            "https://[x]/",
            " https://example.org",
            "https://example.org ",
            "https://example.org/a b",
            "\thttps://example.org",
            "https://exam\tple.org",
            "https://exam\nple.org",
            "https://example.org/\u{0}",
            "https://example.org/\u{7f}",
            "https://example.org/\u{202e}fdp.exe",
            "https://example.org/\u{200b}",
            "\u{feff}https://example.org",
            "https://example.org/<script>",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "javascript&colon;alert(1)",
            "&#106;avascript:alert(1)",
            "&#x68;ttps://example.org",
            "data:text/html,<script>alert(1)</script>",
            "data:text/html;base64,PHNjcmlwdD4=",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "blob:https://example.org/1",
            "ftp://example.org",
            "view-source:https://example.org",
            "about:blank",
            "https //example.org",
            "http\u{0}s://example.org",
            "https\u{ff1a}//example.org",
            "mailto:",
            "mailto:cert",
            "mailto:@example.org",
            "mailto:cert@",
            "mailto:?to=cert@example.org",
            "mailto:cert@ex\u{e4}mple.org",
        ] {
            assert_eq!(safe_link(address), None, "{address}");
        }
    }
}
