//! Charts to try, with the words of several languages.

use gca_charts::{
    bars, crowd, crowd_radar, dumbbell, frontier, heat, radar, shares, spread, stack, strip,
    timeline, votes, Band, Chosen, Crowd, Frontier, Group, Heat, Item, Many, Names, Profile, Range,
    Round, Scene, Score, Share, Shares, Spread, Strip, Tile, Timeline, Vote, Votes, Words,
};

/// Words of a language: its name, whether it is written from right to left, the areas with their short
/// names, the stages, and what else stands on charts.
pub struct Language {
    pub name: &'static str,
    pub is_rtl: bool,
    areas: [(&'static str, &'static str); 5],
    stages: [&'static str; 5],
    own: &'static str,
    range: &'static str,
    other: &'static str,
    target: &'static str,
}

pub const LANGUAGES: [Language; 5] = [
    Language {
        name: "en",
        is_rtl: false,
        areas: [
            ("1 Legal Measures", "Legal"),
            ("2 Technical and Procedural Measures", "Technical"),
            ("3 Organisational Structures", "Organisational"),
            ("4 Capacity Building", "Capacity"),
            ("5 International Cooperation", "International"),
        ],
        stages: ["Starting", "Building", "Established", "Managed", "Adaptive"],
        own: "Score",
        range: "Possible range",
        other: "May 2023",
        target: "Target",
    },
    Language {
        name: "de",
        is_rtl: false,
        areas: [
            ("1 Rechtliche Maßnahmen", "Recht"),
            (
                "2 Technische Maßnahmen und Verfahrensvorschriften",
                "Technik und Verfahren",
            ),
            ("3 Organisationsstrukturen", "Organisationsstrukturen"),
            ("4 Kapazitätsaufbau", "Kapazitätsaufbau"),
            ("5 Internationale Zusammenarbeit", "Zusammenarbeit"),
        ],
        stages: [
            "Anfangsphase",
            "Aufbauphase",
            "Eingeführt",
            "Gesteuert",
            "Anpassungsfähig",
        ],
        own: "Punktzahl",
        range: "Möglicher Bereich",
        other: "Selbsteinschätzung vom Mai 2023",
        target: "Zielvorgabe",
    },
    Language {
        name: "ru",
        is_rtl: false,
        areas: [
            ("1 Правовые меры", "Право"),
            ("2 Технические и процедурные меры", "Технические меры"),
            ("3 Организационные структуры", "Организационные структуры"),
            ("4 Создание потенциала", "Потенциал"),
            (
                "5 Международное сотрудничество",
                "Международное сотрудничество",
            ),
        ],
        stages: [
            "Начальный",
            "Формирующийся",
            "Сформированный",
            "Управляемый",
            "Адаптивный",
        ],
        own: "Балл",
        range: "Возможный диапазон",
        other: "Май 2023 года",
        target: "Цель",
    },
    Language {
        name: "ar",
        is_rtl: true,
        areas: [
            ("1 التدابير القانونية", "القانونية"),
            ("2 التدابير التقنية والإجرائية", "التقنية"),
            ("3 الهياكل التنظيمية", "التنظيمية"),
            ("4 بناء القدرات", "القدرات"),
            ("5 التعاون الدولي", "التعاون"),
        ],
        stages: ["بداية", "بناء", "راسخ", "مُدار", "متكيّف"],
        own: "النتيجة",
        range: "النطاق الممكن",
        other: "مايو 2023",
        target: "الهدف",
    },
    Language {
        name: "ja",
        is_rtl: false,
        areas: [
            ("1 法的措置", "法的措置"),
            ("2 技術的および手続き的措置", "技術"),
            ("3 組織体制", "組織"),
            ("4 能力構築", "能力構築"),
            ("5 国際協力", "国際協力"),
        ],
        stages: ["開始", "構築", "確立", "管理", "適応"],
        own: "スコア",
        range: "可能な範囲",
        other: "2023年5月",
        target: "目標",
    },
];

/// Own, low, high, then, target.
type Values = (f64, f64, f64, f64, f64);

/// The values of each area.
const VALUES: [Values; 5] = [
    (58.3, 55.0, 62.5, 38.0, 77.0),
    (44.1, 40.2, 45.0, 29.0, 78.0),
    (60.0, 60.0, 60.0, 39.0, 75.0),
    (39.2, 32.0, 43.0, 42.0, 75.0),
    (67.4, 57.0, 70.1, 58.0, 75.0),
];

fn words(text: &str) -> Words {
    text.into()
}

fn score(at: f64) -> Score {
    let words = format!("{at:.1}").into();
    Score { at, words }
}

fn range(low: f64, high: f64) -> Range {
    let words = match high > low {
        true => format!("{low:.1}\u{2013}{high:.1}").into(),
        false => words("exact"),
    };
    Range { low, high, words }
}

fn ticks() -> [Words; 5] {
    ["0", "25", "50", "75", "100"].map(Words::from)
}

impl Language {
    fn names(&self) -> Names {
        Names {
            item: words("Area"),
            own: words(self.own),
            range: words(self.range),
            other: words(self.other),
            target: words(self.target),
            change: words("Change"),
        }
    }

    fn said(&self, title: &str) -> (Words, Words) {
        let reading = format!(
            "{} is strongest; {} pulls the score down.",
            self.areas[4].0, self.areas[3].0
        );
        (words(title), reading.into())
    }

    /// The profile, with as much beside it as is asked for: ranges, the other profile, targets.
    pub fn profile(&self, beside: usize) -> Profile {
        let (title, reading) = self.said("Score by area");
        let item = |(names, values): (&(&str, &str), &Values)| {
            let (own, low, high, then, target) = *values;
            let by = own - then;
            let sign = if by < 0.0 { "\u{2212}" } else { "+" };
            Item {
                name: words(names.0),
                short: words(names.1),
                is_group: false,
                own: Some(score(own)),
                range: (beside > 0).then(|| range(low, high)),
                other: (beside > 1).then(|| score(then)),
                target: (beside > 2).then(|| score(target)),
                change: format!("{sign}{:.1}", by.abs()).into(),
                from_to: format!("{then:.1} \u{2192} {own:.1}").into(),
            }
        };
        Profile {
            title,
            reading,
            names: self.names(),
            ticks: ticks(),
            none: words("\u{2013}"),
            items: self.areas.iter().zip(&VALUES).map(item).collect(),
            more: Vec::new(),
        }
    }

    fn grouped(&self) -> Profile {
        let mut profile = self.profile(2);
        profile.names.item = words("Indicator");
        let areas = std::mem::take(&mut profile.items);
        for (n, area) in areas.into_iter().enumerate() {
            let mut inside = area.clone();
            inside.name = format!("{0}.1 {1}", n + 1, self.areas[4 - n].0).into();
            let mut group = area;
            group.is_group = true;
            group.from_to = words("");
            group.range = None;
            profile.items.extend([group, inside]);
        }
        profile
    }

    fn strip(&self) -> Strip {
        let (title, reading) = self.said("Score 54.2 on the scale of stages");
        let from = [0.0, 12.5, 37.5, 62.5, 87.5];
        let bands = from.iter().zip(self.stages).map(|(from, name)| Band {
            from: *from,
            tick: from.to_string().into(),
            name: words(name),
        });
        Strip {
            title,
            reading,
            names: self.names(),
            bands: bands.collect(),
            end: words("100"),
            stage: 2,
            own: score(54.2),
            range: range(49.1, 56.0),
            other: Some(score(39.0)),
        }
    }

    fn heat(&self) -> Heat {
        let (title, reading) = self.said("Score by indicator");
        let areas = self.areas.iter().zip(&VALUES).enumerate();
        let areas = areas.map(|(n, (names, values))| Group {
            label: words(names.0),
            value: format!("{:.1}", values.0).into(),
            tiles: (0..=n + 1)
                .map(|at| {
                    let points = (values.0 + 23.0 * at as f64) % 100.0;
                    let level = [12.5, 37.5, 62.5, 87.5].iter().filter(|m| points >= **m);
                    let level = level.count();
                    let is_known = (n, at) != (1, 2);
                    Tile {
                        label: format!("{}.{} {}", n + 1, at + 1, &self.areas[at % 5].0[2..])
                            .into(),
                        value: match is_known {
                            true => format!("{points:.1}").into(),
                            false => words("\u{2013}"),
                        },
                        level: is_known.then_some(level),
                    }
                })
                .collect(),
        });
        let points = ["0–12.5", "12.5–37.5", "37.5–62.5", "62.5–87.5", "87.5–100"];
        let levels = self.stages.iter().zip(points);
        Heat {
            title,
            reading,
            item: words("Indicator"),
            own: words(self.own),
            levels: levels.map(|(s, p)| (words(s), words(p))).collect(),
            areas: areas.collect(),
            more: Vec::new(),
        }
    }

    fn timeline(&self, n: usize) -> Timeline {
        let (title, reading) = self.said("Rounds");
        let all = [
            ("12 May 2019", 2019.4, 31.0, 20.0, 48.0),
            ("1 June 2019", 2019.45, 33.5, 31.0, 36.0),
            ("30 November 2023", 2023.9, 39.0, 39.0, 39.0),
            ("25 November 2026", 2026.9, 54.2, 49.1, 56.0),
        ];
        let rounds = all.iter().skip(4 - n).map(|round| Round {
            date: words(round.0),
            time: round.1,
            name: words("National assessment"),
            score: score(round.2),
            range: range(round.3, round.4),
            is_own: round.1 > 2026.0,
        });
        Timeline {
            title,
            reading,
            names: self.names(),
            score: words(self.own),
            round: words("Name"),
            ticks: ticks(),
            rounds: rounds.collect(),
        }
    }

    fn frontier(&self) -> Frontier {
        let (title, reading) = self.said("What more effort would bring");
        let best =
            |effort: usize| 54.2 + 45.8 * (1.0 - (-(effort as f64 / 3.0).floor() / 6.0).exp());
        let scores: Vec<f64> = (0..=60).map(best).collect();
        let rows = (0..=6).map(|n| {
            (
                n * 10,
                format!("{}", n * 10).into(),
                score(best(n * 10)).words,
            )
        });
        Frontier {
            title,
            reading,
            effort: words("Effort in points"),
            score: words("Best score"),
            ticks: ticks(),
            efforts: vec![(0, words("0")), (60, words("60"))],
            goal: Some((words(self.target), score(75.0))),
            chosen: Some(Chosen {
                name: words("Way to the goal"),
                effort: 12,
                words: words("12"),
                score: score(scores[12]),
            }),
            rows: rows.collect(),
            scores,
        }
    }

    fn spread(&self) -> Spread {
        let (title, reading) = self.said("In nine of ten weightings the score is 46 to 60");
        let names = ["5 %", "25 %", "Median", "75 %", "95 %"];
        let at = [46.2, 51.0, 54.0, 56.5, 60.3];
        let mut each = names.iter().zip(at).map(|(n, at)| (words(n), score(at)));
        Spread {
            title,
            reading,
            item: words("Value"),
            score: words(self.own),
            ticks: ticks(),
            own: (words(self.own), score(54.2)),
            band: words("Nine of ten"),
            ends: words("46.2–60.3"),
            half: words("Middle half"),
            median: words("Median"),
            percentiles: std::array::from_fn(|_| each.next().unwrap()),
        }
    }

    fn shares(&self) -> Shares {
        let (title, reading) = self.said("The stage holds in 91 % of weightings");
        let shares = [0.01, 0.0, 0.91, 0.06, 0.02];
        let parts = shares.iter().zip(self.stages).enumerate();
        let parts = parts.map(|(level, (share, name))| Share {
            name: words(name),
            share: *share,
            words: format!("{:.0} %", share * 100.0).into(),
            level,
            is_own: level == 2,
        });
        Shares {
            title,
            reading,
            item: words("Stage"),
            share: words("Share"),
            parts: parts.collect(),
        }
    }

    fn crowd(&self, people: usize) -> Crowd {
        let (title, reading) = self.said("People differ most in area 2");
        let items = self.areas.iter().enumerate().map(|(i, (name, short))| {
            let score = |at: f64| Score {
                at,
                words: format!("{at:.1}").into(),
            };
            let scores = (0..people).map(|n| {
                let share = n as f64 / people as f64;
                20.0 + 12.0 * i as f64 + 30.0 * share * share
            });
            let low = 22.0 + 12.0 * i as f64;
            Many {
                name: words(name),
                short: words(short),
                scores: scores.collect(),
                count: people.to_string().into(),
                half: Some((
                    low,
                    low + 15.0,
                    format!("{low:.1}–{:.1}", low + 15.0).into(),
                )),
                median: Some(score(low + 5.0)),
                group: (i != 3).then(|| score(low + 9.0)),
            }
        });
        Crowd {
            title,
            reading,
            item: words("Area"),
            people: words("People"),
            half: words("Middle half"),
            median: words("Median"),
            group: words("Group"),
            ticks: ticks(),
            none: words("none"),
            items: items.collect(),
        }
    }

    fn votes(&self, is_twice: bool) -> Votes {
        let (title, reading) = self.said("Three of nine chose the first answer");
        let counts = [(3, 0), (2, 1), (0, 0), (2, 7), (2, 1)];
        let votes = counts
            .iter()
            .zip(self.stages)
            .map(|((first, second), name)| Vote {
                name: words(name),
                share: f64::from(*first) / 9.0,
                words: first.to_string().into(),
                second: is_twice.then(|| (f64::from(*second) / 9.0, second.to_string().into())),
            });
        Votes {
            title,
            reading,
            item: words("Answer"),
            people: words("First vote"),
            second: words(if is_twice { "Second vote" } else { "" }),
            votes: votes.collect(),
        }
    }

    /// Every chart for a width, each with a name.
    pub fn all(&self, width: f64) -> Vec<(&'static str, Scene)> {
        vec![
            ("radar", radar(&self.profile(3), width)),
            ("radar-alone", radar(&self.profile(1), width)),
            ("bars", bars(&self.profile(1))),
            ("bars-beside", bars(&self.profile(3))),
            ("dumbbell", dumbbell(&self.grouped())),
            ("strip", strip(&self.strip())),
            ("heat", heat(&self.heat())),
            ("timeline", timeline(&self.timeline(4), width)),
            ("slope", timeline(&self.timeline(2), width)),
            ("frontier", frontier(&self.frontier(), width)),
            ("spread", spread(&self.spread())),
            ("shares", shares(&self.shares())),
            ("votes", votes(&self.votes(false))),
            ("votes-twice", votes(&self.votes(true))),
            ("stack", stack(&self.votes(false))),
            ("crowd", crowd(&self.crowd(20))),
            ("crowd-many", crowd(&self.crowd(300))),
            ("crowd-radar", crowd_radar(&self.crowd(20), width)),
        ]
    }
}
