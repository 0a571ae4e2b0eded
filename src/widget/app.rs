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
    /// A part of the results, in this version.
    #[cfg(feature = "whole")]
    Part(screen::Part, usize),
    /// How the room answered a question.
    #[cfg(feature = "whole")]
    Told(Rc<gca_session::whole::workshop::answers::Row>),
    /// The live score, the share that is answered, and whether all is saved.
    Status,
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
/// An answer changes one question of several, and the status. These blocks are drawn first and reach the eye in the
/// next frame; the page with its counts follows once the frame is out. A component of
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
        match &drawn {
            Shown::Page => shell.attach(link),
            Shown::Question(question) => id = shell.attach_block(Some(question.at), link),
            Shown::Status => id = shell.attach_block(None, link),
            Shown::Area(_) => {}
            #[cfg(feature = "whole")]
            Shown::Part(..) | Shown::Told(_) => {}
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
        // The status is short: it is drawn rather than compared.
        let same = now.shown != Shown::Status
            && self.drawn == now.shown
            && Rc::ptr_eq(&now.catalog, &before.catalog);
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
            Shown::Page => {
                shell.draws();
                screen::root(&ui)
            }
            Shown::Question(question) => screen::question(&ui, question),
            Shown::Area(area) => screen::area(&ui, area),
            #[cfg(feature = "whole")]
            Shown::Part(part, _) => screen::part(&ui, *part),
            #[cfg(feature = "whole")]
            Shown::Told(row) => screen::told(&ui, row),
            Shown::Status => screen::status(&ui),
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
