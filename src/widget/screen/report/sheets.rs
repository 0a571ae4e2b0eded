//! The report as sheets of paper: what is seen here is what is printed.

use super::figure::figure;
use crate::dom::{el, text, El};
use crate::screen::question::outward;
use crate::table::{heads, scrolled};
use crate::ui::Ui;
use gca_session::details::{safe_link, Evidence};
use gca_session::whole::report::{Asked, Block, Cell, Entry, Part, Report, Score, Section, Table};
use gca_session::Key;
use yew::Html;

pub(super) fn section(ui: &Ui, report: &Report) -> El {
    el("section|section rule")
        .kid(ui.h(1, "t2", Key::ReportPreview))
        .el(sheets(ui, report, 1))
}

/// The sheets alone, under a heading of this level.
pub(crate) fn sheets(ui: &Ui, report: &Report, level: u8) -> El {
    let mut sheets = el("div|sheets|part=report");
    let mut is_first = true;
    let mut open: Option<El> = None;
    for section in &report.sections {
        if section.part.begins_page() || open.is_none() {
            if let Some(sheet) = open.take() {
                sheets = sheets.el(sheet);
            }
        }
        let sheet = match open.take() {
            Some(sheet) => sheet,
            None if is_first => begin(report).el(head(ui, report, level + 1)),
            None => begin(report),
        };
        is_first = false;
        open = Some(sheet.el(part(ui, section, level + 2)));
    }
    if let Some(sheet) = open {
        sheets = sheets.el(sheet);
    }
    sheets
}

/// A sheet with the line at its top.
fn begin(report: &Report) -> El {
    let running = el("p|xs muted sheet-head").words(&report.running);
    el("div|sheet").el(running)
}

fn head(ui: &Ui, report: &Report, level: u8) -> El {
    let title = text(report.title.clone().into());
    let mut head = el("div|stack-s").kid(ui.heading(level, "t1", title));
    if !report.name.is_empty() {
        head = head.el(el("p|lead").el(el("bdi").words(&report.name)));
    }
    for badge in &report.badges {
        head = head.el(el("p|badge strong").words(badge));
    }
    if report.facts.is_empty() {
        return head;
    }
    let mut facts = el("dl|facts");
    for (at, (label, value)) in report.facts.iter().enumerate() {
        // A class of its own: `:nth-child` without one has all of a page styled anew whenever a part comes onto it.
        let fact = el(if at == 1 { "div|wider" } else { "div" })
            .el(el("dt|xs muted").words(label))
            .el(el("dd|strong").words(value));
        facts = facts.el(fact);
    }
    head.el(facts)
}

fn part(ui: &Ui, section: &Section, level: u8) -> El {
    let title = text(section.title.clone().into());
    let whole = el("section|stack").kid(ui.heading(level, "t2", title));
    match (section.part, section.blocks.split_first()) {
        (Part::Headline, Some((Block::Score(score), rest))) => {
            let words = blocks(ui, el("div|stack-s"), rest, level + 1);
            whole.el(el("div|headline").el(self::score(score)).el(words))
        }
        (Part::Extremes, _) => {
            let mut halves = el("div|cols halves");
            for half in section.blocks.chunks(2) {
                halves = halves.el(blocks(ui, el("div|stack-s"), half, level + 1));
            }
            whole.el(halves)
        }
        _ => blocks(ui, whole, &section.blocks, level + 1),
    }
}

fn blocks(ui: &Ui, mut into: El, blocks: &[Block], level: u8) -> El {
    for one in blocks {
        into = into.kid(block(ui, one, level));
    }
    into
}

fn block(ui: &Ui, block: &Block, level: u8) -> Html {
    match block {
        Block::Score(one) => score(one).html(),
        Block::Text(words) => el("p").words(words).html(),
        Block::Quiet(words) => el("p|small muted").words(words).html(),
        Block::Points(points) => {
            let mut list = el("ul|blist small");
            for point in points {
                list = list.el(el("li").words(point));
            }
            list.html()
        }
        Block::Table(one) => table(ui, one).html(),
        Block::Figure(one) => figure(ui, one),
        Block::Heading(words) => ui.heading(level, "t3", text(words.clone().into())),
        Block::Answers(entries) => {
            let mut list = el("ul|entries");
            for one in entries {
                list = list.el(entry(ui, one));
            }
            list.html()
        }
        Block::Signatures(lines) => {
            let mut row = el("div|sign xs");
            for words in lines {
                row = row.el(el("span").words(words));
            }
            row.html()
        }
        Block::Asked(questions) => {
            let mut list = el("ul|entries");
            for one in questions {
                list = list.el(asked(one));
            }
            list.html()
        }
    }
}

fn score(score: &Score) -> El {
    let of = el("small").space().words(&score.of);
    let place = el("span|muted").words(&score.place);
    el("div")
        .el(el("p|muted small").words(&score.label))
        .el(el("p|score num").words(&score.score).el(of))
        .el(el("p|stage").words(&score.stage).space().el(place))
}

fn table(ui: &Ui, table: &Table) -> El {
    let columns = table.columns.iter();
    let columns = columns.map(|(head, is_number)| (head.clone().into(), *is_number));
    let mut body = el("tbody");
    for (n, cells) in table.rows.iter().enumerate() {
        let mut row = if table.sums.contains(&n) {
            el("tr|strong sums")
        } else {
            el("tr")
        };
        for (at, (Cell(words, small), (_, is_number))) in
            cells.iter().zip(&table.columns).enumerate()
        {
            let cell = match (at, is_number) {
                (0, _) => el("th||scope=row"),
                (_, true) => el("td|n"),
                _ => el("td"),
            };
            let below = || el("span|muted xs below").words(small);
            row = row.el(cell.words(words).el_if(!small.is_empty(), below));
        }
        body = body.el(row);
    }
    let whole = el("table|tbl report-table");
    scrolled(
        ui,
        whole,
        table.caption.clone().into(),
        heads(columns),
        body,
    )
}

/// A question to be answered on paper: numbers to circle, and a line to write on.
fn asked(asked: &Asked) -> El {
    let question = el("p|strong")
        .el(el("span|num").words(&asked.number))
        .space()
        .words(&asked.question);
    let mut options = el("ul|marks");
    for (mark, label) in &asked.options {
        options = options.el(el("li")
            .el(el("b|num").words(mark))
            .space()
            .el(el("span").words(label)));
    }
    el("li")
        .el(question)
        .el_if(!asked.how.is_empty(), || el("p|xs muted").words(&asked.how))
        .el(options)
        .el(el("p|blank xs muted").words(&asked.note))
}

fn entry(ui: &Ui, entry: &Entry) -> El {
    let question = el("p")
        .el(el("b|num").words(&entry.number))
        .space()
        .words(&entry.question);
    let answer = if entry.open {
        el("p|given small is-open")
    } else {
        el("p|given small")
    };
    let mut item = el("li").el(question).el(answer.words(&entry.answer));
    for (label, typed) in &entry.typed {
        let label = el("span|muted").words(label).t(ui, Key::SignColon);
        let typed = el("span|typed|dir=auto").words(typed);
        item = item.el(el("p|xs beside").el(label).el(typed));
    }
    for piece in &entry.evidence {
        item = item.el(evidence(ui, piece));
    }
    item
}

/// A piece of evidence in one line, its address written out: on paper nobody can click it.
fn evidence(ui: &Ui, evidence: &Evidence) -> El {
    let mut line = el("p|xs beside");
    let mut is_first = true;
    for part in Entry::parts(evidence) {
        if !is_first {
            line = line.t(ui, Key::SignComma);
        }
        line = line.el(el("bdi").words(part));
        is_first = false;
    }
    if evidence.link.is_empty() {
        return line;
    }
    if !is_first {
        line = line.t(ui, Key::SignComma);
    }
    let address = el("bdi").words(&evidence.link);
    match safe_link(&evidence.link) {
        Some(safe) => line.el(outward(safe).el(address)),
        None => line.el(address),
    }
}
