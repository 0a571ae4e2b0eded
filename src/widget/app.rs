//! The one Yew component: draws the whole page, and inside it the blocks, each of which is drawn
//! again only when what it shows has changed.

use crate::screen;
use crate::shell::Shell;
use crate::ui::Ui;
use gca_session::view::{question, QuestionView, RailArea};
use gca_session::Catalog;
use std::rc::Rc;
use yew::{Component, Context, Html};

/// What is drawn.
#[derive(Clone, PartialEq)]
pub(crate) enum Shown {
    /// The whole page.
    Page,
    /// One question of it.
    Question(Rc<QuestionView>),
    /// One area in the list of areas.
    Area(Rc<RailArea>),
}

/// The running assessment and what is drawn of it.
#[derive(yew::Properties)]
pub struct Props {
    pub(crate) shell: Rc<Shell>,
    pub(crate) shown: Shown,
    /// The texts it is drawn with: in another language it is drawn anew.
    pub(crate) catalog: Rc<Catalog>,
}

impl PartialEq for Props {
    fn eq(&self, _: &Self) -> bool {
        // A block knows best what it has drawn: `changed` decides.
        false
    }
}

/// The one component. Its message says only that the state changed: the change itself is made where
/// the event happens, so that an answer is saved before anything is drawn.
///
/// An answer changes one question of several. That block is drawn first and reaches the eye in the
/// next frame; the page with its counts and scores follows once the frame is out. A component of
/// another type for each kind of block would be compiled one by one.
pub struct App {
    drawn: Shown,
    /// Tells this block from others; 0 for what need not be told that an answer changed.
    id: usize,
}

impl Component for App {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let drawn = ctx.props().shown.clone();
        let (shell, link) = (&ctx.props().shell, ctx.link().clone());
        let mut id = 0;
        match drawn {
            Shown::Page => shell.attach(link),
            Shown::Question(_) => id = shell.attach_block(link),
            Shown::Area(_) => {}
        }
        Self { drawn, id }
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        let Shown::Question(before) = &self.drawn else {
            return true;
        };
        let now = question(&ctx.props().shell.model.borrow(), before.at);
        match now.map(Rc::new) {
            Some(now) if now != *before => {
                self.drawn = Shown::Question(now);
                true
            }
            _ => false,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &Props) -> bool {
        let now = ctx.props();
        let same = self.drawn == now.shown && Rc::ptr_eq(&now.catalog, &before.catalog);
        self.drawn = now.shown.clone();
        !same
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shell = &ctx.props().shell;
        let (model, format) = (shell.model.borrow(), shell.format.borrow());
        let direction = shell.direction.borrow();
        let ui = Ui {
            shell,
            model: &model,
            format: &format,
            direction: &direction,
        };
        match &self.drawn {
            Shown::Page => screen::root(&ui),
            Shown::Question(question) => screen::question(&ui, question),
            Shown::Area(area) => screen::area(&ui, area),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if self.drawn == Shown::Page {
            ctx.props().shell.drawn(first_render);
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().shell.detach_block(self.id);
    }
}
