//! The report as one web page that needs nothing else: styles inside, no scripts, nothing loaded.

mod paper;
mod picture;

use super::{Asked, Block, Cell, Entry, Part, Report, Score, Section, Signs, Table};
use crate::details::{safe_link, Evidence};
use crate::marks::{self, plain};
pub use paper::paper;
use picture::picture;

const STYLE: &str = include_str!("html/report.css");

/// The text of the page.
pub fn html(report: &Report) -> String {
    let mut page = Page {
        out: String::with_capacity(64 * 1024),
        rtl: &*report.direction == "rtl",
        figures: 0,
        signs: report.signs.clone(),
    };
    page.raw("<!doctype html>\n<html lang=\"")
        .escaped(&report.language);
    page.raw("\" dir=\"").escaped(&report.direction);
    // Whatever a browser makes of the texts, it may load nothing and run nothing.
    page.raw(
        "\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>",
    );
    page.escaped(&title(report)).raw("</title>\n<style>\n");
    page.raw(STYLE.trim_end()).raw(&paper(report));
    page.raw("\n</style>\n</head>\n<body>\n<main>\n<header>\n");
    page.element("h1", &report.title);
    if !report.name.is_empty() {
        page.raw("<p class=\"lead\"><bdi>")
            .text(&report.name)
            .raw("</bdi></p>\n");
    }
    for badge in &report.badges {
        page.raw("<p class=\"badge\">").text(badge).raw("</p>\n");
    }
    page.raw("<dl>\n");
    for (label, value) in &report.facts {
        page.raw("<div><dt>")
            .text(label)
            .raw("</dt><dd>")
            .text(value)
            .raw("</dd></div>\n");
    }
    page.raw("</dl>\n</header>\n");
    for section in &report.sections {
        page.section(section);
    }
    page.raw("</main>\n</body>\n</html>\n");
    page.out
}

fn title(report: &Report) -> String {
    match report.name.is_empty() {
        true => report.title.to_string(),
        false => [&*report.name, &*report.signs.colon, &*report.title].concat(),
    }
}

/// Markup being written.
struct Page {
    out: String,
    rtl: bool,
    figures: usize,
    signs: Signs,
}

impl Page {
    #[inline(never)]
    fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Text between tags; words of another language are in an element that says so.
    #[inline(never)]
    fn text(&mut self, text: &str) -> &mut Self {
        let mut open = 0;
        for part in marks::parts(text) {
            match part {
                marks::Part::Words(words) => {
                    self.escaped(words);
                }
                marks::Part::Open(language) => {
                    self.raw("<bdi lang=\"").escaped(language).raw("\">");
                    open += 1;
                }
                marks::Part::Close if open > 0 => {
                    self.raw("</bdi>");
                    open -= 1;
                }
                marks::Part::Close => {}
            }
        }
        while open > 0 {
            self.raw("</bdi>");
            open -= 1;
        }
        self
    }

    /// Text where there is no place for an element: inside the quotes of an attribute, in the title.
    #[inline(never)]
    fn escaped(&mut self, text: &str) -> &mut Self {
        for c in plain(text).chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                '\n' | '\t' => self.out.push(c),
                '\r' => {}
                // No page may have them.
                c if c.is_control() => self.out.push('\u{fffd}'),
                c => self.out.push(c),
            }
        }
        self
    }

    #[inline(never)]
    fn element(&mut self, tag: &str, text: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(">").text(text);
        self.raw("</").raw(tag).raw(">\n")
    }

    fn section(&mut self, section: &Section) {
        self.raw(match section.part.begins_page() {
            true => "<section class=\"page\">\n",
            false => "<section>\n",
        });
        self.element("h2", &section.title);
        match section.part {
            Part::Extremes => self.pair(&section.blocks),
            _ => self.blocks(&section.blocks),
        }
        self.raw("</section>\n");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// Each heading with what it stands over, side by side.
    fn pair(&mut self, blocks: &[Block]) {
        self.raw("<div class=\"pair\">\n");
        for half in blocks.chunks(2) {
            self.raw("<div>\n").blocks(half);
            self.raw("</div>\n");
        }
        self.raw("</div>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Score(score) => self.score(score),
            Block::Text(text) => {
                self.element("p", text);
            }
            Block::Quiet(text) => {
                self.raw("<p class=\"quiet\">").text(text).raw("</p>\n");
            }
            Block::Points(points) => {
                self.raw("<ul>\n");
                for point in points {
                    self.element("li", point);
                }
                self.raw("</ul>\n");
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => picture(self, figure),
            Block::Heading(text) => {
                self.element("h3", text);
            }
            Block::Answers(entries) => {
                for entry in entries {
                    self.entry(entry);
                }
            }
            Block::Signatures(lines) => {
                self.raw("<div class=\"sign\">");
                for line in lines {
                    self.raw("<p>").text(line).raw("</p>");
                }
                self.raw("</div>\n");
            }
            Block::Asked(questions) => {
                for asked in questions {
                    self.asked(asked);
                }
            }
        }
    }

    fn asked(&mut self, asked: &Asked) {
        self.raw("<div class=\"entry\"><p class=\"q\"><b>")
            .text(&asked.number);
        self.raw("</b> ").text(&asked.question).raw("</p>");
        if !asked.how.is_empty() {
            self.raw("<p class=\"quiet\">").text(&asked.how).raw("</p>");
        }
        for (mark, label) in &asked.options {
            self.raw("<p class=\"typed\"><b>").text(mark);
            self.raw("</b> ").text(label).raw("</p>");
        }
        self.raw("<div class=\"sign\"><p>").text(&asked.note);
        self.raw("</p></div></div>\n");
    }

    fn score(&mut self, score: &Score) {
        self.raw("<div class=\"score\"><p class=\"label\">")
            .text(&score.label);
        self.raw("</p><p class=\"number\"><b>").text(&score.score);
        self.raw("</b> ").text(&score.of);
        self.raw("</p><p class=\"stage\"><b>").text(&score.stage);
        self.raw("</b> ").text(&score.place).raw("</p></div>\n");
    }

    fn table(&mut self, table: &Table) {
        self.raw("<table>\n<caption>").text(&table.caption);
        self.raw("</caption>\n<thead><tr>");
        for (head, is_number) in &table.columns {
            self.raw(match is_number {
                true => "<th scope=\"col\" class=\"n\">",
                false => "<th scope=\"col\">",
            });
            self.text(head).raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for (n, row) in table.rows.iter().enumerate() {
            self.raw(match table.sums.contains(&n) {
                true => "<tr class=\"sum\">",
                false => "<tr>",
            });
            for (at, (cell, (_, is_number))) in row.iter().zip(&table.columns).enumerate() {
                self.cell(cell, at == 0, *is_number);
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn cell(&mut self, Cell(text, small): &Cell, is_first: bool, is_number: bool) {
        self.raw(match (is_first, is_number) {
            (true, _) => "<th scope=\"row\">",
            (false, true) => "<td class=\"n\">",
            (false, false) => "<td>",
        });
        self.text(text);
        if !small.is_empty() {
            self.raw("<small>").text(small).raw("</small>");
        }
        self.raw(if is_first { "</th>" } else { "</td>" });
    }

    fn entry(&mut self, entry: &Entry) {
        self.raw("<div class=\"entry\"><p class=\"q\"><b>")
            .text(&entry.number);
        self.raw("</b> ").text(&entry.question);
        self.raw(match entry.open {
            true => "</p><p class=\"a open\">",
            false => "</p><p class=\"a\">",
        });
        self.text(&entry.answer).raw("</p>");
        for (label, text) in &entry.typed {
            self.raw("<p class=\"typed\"><span>").text(label);
            self.raw("</span> <span dir=\"auto\">")
                .text(text)
                .raw("</span></p>");
        }
        for evidence in &entry.evidence {
            self.evidence(evidence);
        }
        self.raw("</div>\n");
    }

    fn comma(&mut self) {
        let comma = self.signs.comma.clone();
        self.text(&comma);
    }

    /// A piece of evidence in one line; an address becomes a link only if it is safe to open.
    fn evidence(&mut self, evidence: &Evidence) {
        self.raw("<p class=\"typed evidence\">");
        for (at, part) in Entry::parts(evidence).enumerate() {
            if at > 0 {
                self.comma();
            }
            self.raw("<bdi>").text(part).raw("</bdi>");
        }
        if !evidence.link.is_empty() {
            let is_first = Entry::parts(evidence).next().is_none();
            if !is_first {
                self.comma();
            }
            match safe_link(&evidence.link) {
                Some(address) => {
                    self.raw("<a rel=\"noopener noreferrer\" href=\"")
                        .escaped(address);
                    self.raw("\"><bdi>").text(address).raw("</bdi></a>");
                }
                None => {
                    self.raw("<bdi>").text(&evidence.link).raw("</bdi>");
                }
            }
        }
        self.raw("</p>");
    }
}
