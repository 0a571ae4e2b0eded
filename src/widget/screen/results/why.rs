//! Why a number is what it is: a dialog that goes down step by step to the answer.

use super::message;
use crate::dom::{el, text, El, Kind, Send};
use crate::ui::Ui;
use gca_engine::{Node, State};
use gca_session::view::AnswerView;
use gca_session::whole::results::{self, Label, MeanRow, MeanWhy, Msg as Do, QuestionWhy, What};
use gca_session::{Key, Msg};
use yew::{AttrValue, Html};

/// The way in: asks why.
pub(super) fn ask(ui: &Ui, node: Node) -> El {
    ui.link(message(Do::Why(node)), ui.t(Key::WhyAsk))
}

/// A name with its number; the whole has a name of the interface.
pub(super) fn name(ui: &Ui, node: Node, label: &Label) -> AttrValue {
    match node {
        Node::Overall => ui.t(Key::ResultsScore),
        _ => ui.numbered(label.number, &label.title),
    }
}

/// What is being explained, if anything is.
pub(super) fn dialog(ui: &Ui) -> Html {
    let Some(why) = results::why(ui.model) else {
        return Html::default();
    };
    let mut steps = el("ol|crumbs small");
    for (node, label) in &why.above {
        let step = ui.link(message(Do::Why(*node)), name(ui, *node, label));
        steps = steps.el(el("li").el(step));
    }
    let trail = || {
        let nav = el("nav").attr("aria-label", ui.t(Key::WhyTrail));
        nav.el(steps)
    };
    let (score, body) = match &why.what {
        What::Mean(mean) => (
            mean.points.and_then(|p| p.score()),
            mean_of(ui, why.node, mean),
        ),
        What::Question(question) => (question.score.map(|s| 100.0 * s), answer_of(ui, question)),
    };
    let name = name(ui, why.node, &why.label);
    let title = match score {
        Some(score) => ui.fill(
            Key::WhyTitle,
            &[("score", &ui.score(score)), ("name", &name)],
        ),
        None => ui.fill(Key::WhyTitleNone, &[("name", &name)]),
    };
    let mut buttons = el("div|row").el(el("button|btn safe|type=button|part=button")
        .click(ui.shell, message(Do::CloseWhy))
        .t(ui, Key::DialogClose));
    if let What::Question(question) = &why.what {
        buttons = buttons.el(change(ui, question));
    }
    let weights = || el("p|small strong").t(ui, Key::WeightsBadge);
    let stack = el("div|stack")
        .el_if(!why.above.is_empty(), trail)
        .el(el("h2|t3|id=why-h|tabindex=-1").text(title))
        .el_if(!ui.model.has_standard_weights(), weights)
        .el(body)
        .el(buttons);
    el("dialog|dialog why|aria-labelledby=why-h")
        .on(Kind::Cancel, ui.shell, Send::Msg(message(Do::CloseWhy)))
        .el(stack)
        .html()
}

/// To the question that decides.
fn change(ui: &Ui, question: &QuestionWhy) -> El {
    let row = &question.row;
    let (at, number) = match &row.answer {
        AnswerView::Hidden(hidden) => (hidden.at, hidden.number),
        _ => (row.at, row.number),
    };
    let key = match question.state {
        State::Unanswered | State::Invalid => Key::ReviewAnswerLabel,
        _ => Key::ReviewChangeLabel,
    };
    let words = ui.fill(key, &[("number", &ui.number(number))]);
    ui.button(Msg::Jump(at), words)
}

fn mean_of(ui: &Ui, node: Node, mean: &MeanWhy) -> El {
    let key = match node {
        Node::Area(_) => Key::WhyArea,
        Node::Indicator(_) => Key::WhyIndicator,
        _ => Key::WhyOverall,
    };
    let score = mean.points.and_then(|p| p.score());
    let mut body = el("tbody");
    for row in &mean.rows {
        body = body.el(member(ui, row));
    }
    if let Some(score) = score {
        let sum = el("tr")
            .el(el("th|strong|scope=row").t(ui, Key::WhyTogether))
            .el(el("td|n opt"))
            .el(el("td|n").words(&ui.format.share(1.0)))
            .el(el("td|n"))
            .el(el("td|n strong").words(&ui.score(score)));
        body = body.el(sum);
    }
    let mut head = el("tr").el(el("th||scope=col").t(ui, Key::WhyPart));
    head = head.el(el("th|n opt|scope=col").t(ui, Key::WhyWeight));
    for key in [Key::WhyShare, Key::ResultsKeyScore, Key::WhyAdds] {
        head = head.el(el("th|n|scope=col").t(ui, key));
    }
    let table = el("table|tbl|aria-labelledby=why-h")
        .el(el("thead").el(head))
        .el(body);
    let open = mean
        .points
        .filter(|p| score.is_some() && p.coverage < 1.0 - 1e-9);
    let range = open.map(|points| {
        let (low, high) = (ui.score(points.low), ui.score(points.high()));
        ui.fill(Key::WhyKnown, &[("low", &low), ("high", &high)])
    });
    el("div|stack-s")
        .el(ui.p(
            "",
            if score.is_some() {
                key
            } else {
                Key::WhyNothing
            },
        ))
        .el(el("div|scroll").el(table))
        .el_if(range.is_some(), || {
            el("p|small").text(range.clone().unwrap_or_default())
        })
        .el_if(score.is_some(), || ui.p("xs muted", Key::WhyRounded))
}

fn member(ui: &Ui, row: &MeanRow) -> El {
    let link = ui.link(message(Do::Why(row.node)), name(ui, row.node, &row.label));
    let none = || ui.t(Key::ResultsNoneShort);
    let score = match row.points {
        None => ui.t(Key::ResultsNaShort),
        Some(points) => ui.headline(points),
    };
    let share = row.share.map(|share| ui.format.share(share));
    let adds = row.adds.map(|adds| ui.format.points(adds));
    let dash = |words: Option<std::rc::Rc<str>>| match words {
        Some(words) => words.into(),
        None => AttrValue::Static("–"),
    };
    let score = if row.points.is_some_and(|p| p.coverage == 0.0) {
        none()
    } else {
        score
    };
    el("tr")
        .el(el("th||scope=row").el(link))
        .el(el("td|n opt").words(&ui.format.plain(row.weight)))
        .el(el("td|n").text(dash(share)))
        .el(el("td|n").text(score))
        .el(el("td|n").text(dash(adds)))
}

fn answer_of(ui: &Ui, question: &QuestionWhy) -> El {
    let worth = |score: f64| ui.format.points(100.0 * score);
    let mut stack = el("div|stack-s").el(el("p|answer").kid(words(ui, question)));
    if !question.ticked.is_empty() {
        let mut list = el("ul|lines small");
        for (words, score) in &question.ticked {
            let line = el("li").el(el("span").words(words));
            list = list.el(line.el(el("span|num").words(&worth(*score))));
        }
        stack = stack.el(ui.p("small muted", Key::WhyTicked)).el(list);
    }
    if let Some((value, posts)) = question.measured {
        let number = |x: f64| ui.format.plain(x);
        let values = [
            ("value", &*number(value)),
            ("worst", &*number(posts.worst)),
            ("best", &*number(posts.best)),
        ];
        stack = stack.el(el("p").text(ui.fill(Key::WhyMeasured, &values)));
    }
    let sum: f64 = question.ticked.iter().map(|t| t.1).sum();
    stack = match (question.score, question.range) {
        (Some(score), _) => {
            let key = if sum > 1.0 + 1e-9 {
                Key::WhyMost
            } else {
                Key::WhyWorth
            };
            stack.el(el("p").text(ui.fill(key, &[("points", &worth(score))])))
        }
        (None, Some(range)) => {
            let points = ui.format.points(range);
            stack.el(el("p").text(ui.fill(Key::WhyOpen, &[("points", &points)])))
        }
        (None, None) => stack.el(ui.p("", Key::WhyNa)),
    };
    if let Some(shares) = question.shares {
        let values = [
            ("area", &*ui.format.share(shares.area)),
            ("indicator", &*ui.format.share(shares.indicator)),
            ("question", &*ui.format.share(shares.question)),
            ("weight", &*ui.format.share(shares.weight())),
        ];
        stack = stack.el(el("p").text(ui.fill(Key::WhyProduct, &values)));
    }
    if let Some(adds) = question.adds {
        let words = ui.fill(Key::WhyPoints, &[("points", &ui.format.points(adds))]);
        stack = stack.el(el("p|strong").text(words));
    }
    stack
}

/// What was answered.
fn words(ui: &Ui, question: &QuestionWhy) -> Html {
    match &question.row.answer {
        AnswerView::Given(words, ..) => text(words.clone().into()),
        AnswerView::Unanswered => text(ui.t(Key::StateUnanswered)),
        AnswerView::DontKnow => text(ui.t(Key::QuestionDontKnow)),
        AnswerView::NotApplicable => text(ui.t(Key::QuestionNotApplicable)),
        AnswerView::Invalid => text(ui.t(Key::StateInvalid)),
        AnswerView::Hidden(hidden) => {
            let key = if hidden.not_applicable {
                Key::StateHiddenNa
            } else {
                Key::StateImplied
            };
            text(ui.fill(key, &[("number", &ui.number(hidden.number))]))
        }
    }
}
