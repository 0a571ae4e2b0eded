//! Parts that the page does without: nothing leads there, and nothing of what is kept changes.

use crate::support::page::{Disk, Page};
use crate::support::small;
use gca_session::whole::device::{self, Dialog, Scope};
use gca_session::{Config, Effect, Event, Feature, Mode, Msg, Screen, WholeMsg};

fn without(features: &[Feature]) -> Config {
    let hidden = features.iter().fold(0, |all, one| all | 1 << *one as u16);
    Config {
        hidden,
        ..Config::default()
    }
}

fn open(features: &[Feature]) -> Page {
    let mut page = Page::open(&small(), without(features), &Disk::default());
    page.send(Msg::Start(Mode::Full));
    page
}

fn device(msg: device::Msg) -> Msg {
    Msg::Whole(WholeMsg::Device(msg))
}

const SCREENS: [(Feature, Screen); 4] = [
    (Feature::Results, Screen::Results),
    (Feature::Steps, Screen::Steps),
    (Feature::Compare, Screen::Compare),
    (Feature::Report, Screen::Report),
];

#[test]
fn a_hidden_screen_gives_way_to_the_start_however_it_is_asked_for() {
    for (feature, screen) in SCREENS {
        let mut page = open(&[feature]);
        page.send(Msg::Go(screen));
        assert_eq!(page.model.screen(), Screen::Start, "{screen:?} by a link");
        for (other, open) in SCREENS {
            page.send(Msg::Go(open));
            let expected = if other == feature {
                Screen::Start
            } else {
                open
            };
            assert_eq!(page.model.screen(), expected);
            assert_eq!(page.model.hides_screen(open), other == feature);
        }
        let config = Config {
            start_at: screen,
            ..without(&[feature])
        };
        let asked = Page::open(&small(), config, &Disk::default());
        assert_eq!(
            asked.model.screen(),
            Screen::Start,
            "{screen:?} at the start"
        );
    }
}

#[test]
fn a_place_that_was_left_open_and_is_hidden_now_gives_way_to_the_start() {
    for (feature, screen) in SCREENS {
        let disk = Disk::default();
        let mut page = Page::open(&small(), Config::default(), &disk);
        page.send(Msg::Start(Mode::Full));
        page.choose("law", "some");
        page.send(Msg::Go(screen));
        let again = Page::open(&small(), Config::default(), &disk);
        assert_eq!(again.model.screen(), screen);
        let hidden = Page::open(&small(), without(&[feature]), &disk);
        assert_eq!(hidden.model.screen(), Screen::Start);
        assert_eq!(hidden.answer("law"), "some", "nothing is lost with it");
    }
}

#[test]
fn without_results_the_review_is_where_it_ends() {
    let told = |page: &mut Page, screen| {
        let effects = page.send(Msg::Go(screen));
        effects.contains(&Effect::Emit(Event::Complete))
    };
    for (features, end) in [
        (&[][..], Screen::Results),
        (&[Feature::Results][..], Screen::Review),
    ] {
        let mut page = open(features);
        for (id, option) in [("law", "none"), ("ticks", "dk")] {
            page.choose(id, option);
        }
        assert!(!told(&mut page, end), "two are open");
        page.send(Msg::Page(1));
        page.choose("port", "na");
        page.send(Msg::Next);
        page.choose("team", "some");
        let other = [Screen::Results, Screen::Review]
            .into_iter()
            .find(|s| *s != end);
        assert!(!told(&mut page, other.unwrap()));
        assert!(told(&mut page, end));
        assert!(!told(&mut page, end), "once");
    }
}

#[test]
fn what_comes_from_outside_comes_to_nothing_where_its_part_is_hidden() {
    let code = {
        let mut page = open(&[]);
        page.choose("law", "some");
        page.model.share_code()
    };
    let all = [
        (Feature::Files, device::Msg::Pick),
        (Feature::Files, device::Msg::Files(vec![])),
        (Feature::Files, device::Msg::Ask(Dialog::Open)),
        (Feature::Files, device::Msg::Ask(Dialog::save(Scope::This))),
        (Feature::Codes, device::Msg::Offered(code)),
        (
            Feature::Codes,
            device::Msg::Ask(Dialog::Share { is_made: false }),
        ),
        (Feature::Several, device::Msg::New),
        (Feature::Several, device::Msg::Again(None)),
    ];
    for (feature, msg) in all {
        let mut page = open(&[feature]);
        page.choose("law", "none");
        let before = page.kept();
        assert_eq!(page.send(device(msg.clone())), [], "{msg:?}");
        assert!(page.model.dialog().is_none() && page.model.offer().is_none());
        assert_eq!(page.kept(), before);
        let mut shown = open(&[]);
        shown.choose("law", "none");
        let effects = shown.send(device(msg.clone()));
        let is_heard = !effects.is_empty() || shown.model.offer().is_some();
        assert!(is_heard, "{msg:?} does something elsewhere");
    }
}

#[test]
fn each_part_has_a_bit_of_its_own() {
    let all = [
        Feature::Results,
        Feature::Steps,
        Feature::Compare,
        Feature::Report,
        Feature::Notes,
        Feature::Evidence,
        Feature::Weights,
        Feature::Files,
        Feature::Codes,
        Feature::Several,
        Feature::Workshop,
        Feature::Language,
    ];
    for hidden in all {
        let page = open(&[hidden]);
        let found: Vec<Feature> = all.into_iter().filter(|f| page.model.hides(*f)).collect();
        assert_eq!(found, [hidden]);
    }
}
