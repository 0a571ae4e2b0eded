//! Where a number comes from, step by step down to the answer.

use super::{exercise, results};
use crate::begun;
use gca_engine::{Node, State};
use gca_session::view::AnswerView;
use gca_session::whole::device::Spot;
use gca_session::whole::results::{why, Msg as Do, QuestionWhy, What, Why};
use gca_session::{Effect, Focus, Msg, Screen};

fn explained(page: &mut crate::support::page::Page, node: Node) -> Why {
    results(page, Do::Why(node));
    why(&page.model).unwrap()
}

fn question(page: &mut crate::support::page::Page, id: &str) -> QuestionWhy {
    let at = page.at(id);
    match explained(page, Node::Question(at)).what {
        What::Question(question) => question,
        What::Mean(_) => panic!("{id} is a question"),
    }
}

#[test]
fn focus_goes_to_the_explanation_and_back_to_where_it_was_asked() {
    let mut page = exercise();
    assert_eq!(why(&page.model), None);
    let effects = results(&mut page, Do::Why(Node::Overall));
    assert_eq!(effects, [Effect::Focus(Focus::Why)]);
    let effects = results(&mut page, Do::Why(Node::Area(1)));
    assert_eq!(effects, [Effect::Focus(Focus::Why)]);
    let effects = results(&mut page, Do::CloseWhy);
    assert_eq!(effects, [Effect::Focus(Focus::Device(Spot::Opener))]);
    assert_eq!(why(&page.model), None);
    results(&mut page, Do::Why(Node::Overall));
    page.send(Msg::Jump(3));
    assert_eq!(page.model.screen(), Screen::Questions);
    assert_eq!(why(&page.model), None, "the page was left");
}

#[test]
fn what_the_members_add_is_the_score_at_every_step() {
    let mut page = exercise();
    page.choose("legal.cybercrime-law.offences", "dk");
    page.send(Msg::Go(Screen::Results));
    let mut steps = vec![Node::Overall];
    let mut seen = 0;
    while let Some(step) = steps.pop() {
        let found = explained(&mut page, step);
        assert_eq!(found.node, step);
        seen += 1;
        let What::Mean(mean) = found.what else {
            continue;
        };
        let points = mean.points.unwrap();
        let adds: f64 = mean.rows.iter().filter_map(|r| r.adds).sum();
        let shares: f64 = mean.rows.iter().filter_map(|r| r.share).sum();
        assert!((adds - points.score().unwrap()).abs() < 1e-9);
        assert!((shares - 1.0).abs() < 1e-9);
        for row in &mean.rows {
            if let (Some(share), Some(score)) = (row.share, row.points.unwrap().score()) {
                assert!((share * score - row.adds.unwrap()).abs() < 1e-9);
            }
            steps.push(row.node);
        }
    }
    assert_eq!(seen, 1 + 5 + 26 + 70);
}

#[test]
fn what_all_answers_add_is_the_overall_score() {
    let mut page = exercise();
    let mut sum = 0.0;
    for at in 0..70 {
        let What::Question(question) = explained(&mut page, Node::Question(at)).what else {
            panic!("a question");
        };
        sum += question.adds.unwrap_or(0.0);
        assert_eq!(question.score.is_none(), question.range.is_some());
    }
    assert!((sum - page.score().unwrap()).abs() < 1e-9);
}

#[test]
fn a_question_says_what_its_answer_is_worth() {
    let mut page = begun();
    page.choose("law", "some");
    page.tick("ticks", "x", true);
    let law = question(&mut page, "law");
    assert_eq!(law.row.answer, AnswerView::Given("law some".into(), 1, 3));
    assert_eq!((law.score, law.state), (Some(0.5), State::Answered));
    let shares = law.shares.unwrap();
    assert_eq!((shares.area, shares.question), (0.5, 1.0 / 3.0));
    let ticks = question(&mut page, "ticks");
    assert_eq!(ticks.ticked, [("tick x".into(), 0.5)]);
    let team = question(&mut page, "team");
    assert_eq!((team.score, team.adds), (None, None));
    assert!((team.range.unwrap() - 50.0).abs() < 1e-9);
    page.choose("port", "na");
    let port = question(&mut page, "port");
    assert_eq!((port.shares, port.range), (None, None));
    page.choose("law", "none");
    let court = question(&mut page, "court");
    assert_eq!((court.state, court.score), (State::Implied, Some(0.0)));
    assert!(matches!(court.row.answer, AnswerView::Hidden(_)));
}

#[test]
fn the_way_down_is_shown_from_the_whole() {
    let mut page = begun();
    page.choose("law", "some");
    let at = page.at("port");
    let found = explained(&mut page, Node::Question(at));
    let above: Vec<Node> = found.above.iter().map(|a| a.0).collect();
    assert_eq!(above, [Node::Overall, Node::Area(0), Node::Indicator(1)]);
    assert_eq!(&*found.above[2].1.title, "Ports");
    assert_eq!(&*found.label.title, "A port?");
}
