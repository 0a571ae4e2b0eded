// Texts that programs have broken on, chosen by hand: one for each way that we know of, and some company.

const repeat = (text, n) => text.repeat(n);

export const naughty = [
  // Words that are values elsewhere.
  "undefined", "null", "NULL", "nil", "None", "true", "false", "NaN", "Infinity", "-Infinity", "0", "-0", "1e1000", "0x10", "1,000", "1/0", "\\N", "hasOwnProperty",
  "__proto__", "constructor", "prototype", "toString", "then", "valueOf", "[object Object]", "__dirname", "this",
  // Marks and escapes.
  "'", '"', '""', "`", "\\", "\\\\", "\\n", "\\u0000", "\\x41", "%00", "%0a", "%s%s%s%n", "{0}", "{name}", "{{7*7}}", "${7*7}", "#{7*7}", "$HOME", "$(id)", "`id`", "; rm -rf /", "| cat", "&&", "//", "/* */", "<!--", "-->", "]]>", "?>", "--", "~!@#$%^&*()_+-={}[]|:;<>,.?/",
  // JSON, SQL, HTML, addresses, formulas.
  '{"answers":{}}', '"}', "',", "1;DROP TABLE users", "1'; DROP TABLE users-- 1", "' OR 1=1 -- 1", "Robert'); DROP TABLE Students;--",
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "</textarea><script>alert(1)</script>", "&lt;b&gt;", "&amp;", "&#0;", "<b>bold</b>", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "http://a/%%30%30", "file:///etc/passwd", "../../etc/passwd", "C:\\con\\con", "=1+1", "+1", "@SUM(1)", "-2+3",
  // Spaces and what looks like none.
  "a  b", "a\tb", "a\u00a0b", "a\u2003b", "a\u3000b", "a\u200bb", "a\u200cb", "a\u200db", "a\u2060b", "a\ufeffb", "\ufeffb", "a\u00adb", "a\u180eb", "a\u2028b", "a\u2029b", "a\u0085b",
  // Control characters.
  "a\u0000b", "\u0000", "a\u0001b", "a\u0007b", "a\u0008b", "a\u000bb", "a\u000cb", "a\u001bb", "a\u001b[31mb", "a\u007fb", "a\u009fb",
  // Directions.
  "\u202eabc", "a\u202eb\u202cc", "\u2067abc\u2069", "\u200fabc", "\u061cabc", "العربية 2026", "עברית (א)", "abc العربية def", "ﷺ",
  // Scripts, accents, and letters in several pieces.
  "Côte d’Ivoire", "Co\u0302te", "ñ n\u0303", "ÅÅ\u212b", "İıIi", "ﬁ ﬂ", "ß ẞ", "Ω Ω", "中文測試", "日本語テスト", "한국어", "\u1112\u1161\u11ab", "हिन्दी", "தமிழ்", "ไทย", "ქართული", "ⵜⵉⴼⵉⵏⴰⵖ", "ꦗꦮ", "𞤀𞤁𞤂", "𐐷𐐶", "𠜎𠜱", "Z\u0351\u036b\u0343\u0363a\u0363\u034c\u0301l\u034b\u0357g\u0352o\u0307",
  `e${repeat("\u0301", 100)}`,
  // Emoji.
  "😀", "👩🏽‍💻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇰🇪🇹🇩", "1️⃣", "❤️ ❤︎", "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "\u{1f3fb}",
  // The edges of Unicode.
  "\u{10ffff}", "\ufffd", "\ufffe", "\uffff", "\u{e000}", "\u{fdd0}", "\u{1d173}",
  // Halves of a pair: no text in UTF-8 can hold them, so they become U+FFFD wherever they come in.
  "a\ud800b", "a\udc00b", "\udfff\ud800", "\ud83d",
];
