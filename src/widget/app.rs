//! The one Yew component: draws the state whenever it changed.

use crate::screen;
use crate::shell::Shell;
use crate::ui::Ui;
use std::rc::Rc;
use yew::{Component, Context, Html};

/// The running assessment, handed to the component once.
#[derive(Clone, yew::Properties)]
pub struct Props {
    pub(crate) shell: Rc<Shell>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shell, &other.shell)
    }
}

/// The one component. Its message says only that the state changed: the change itself is made where
/// the event happens, so that an answer is saved before anything is drawn.
pub struct App;

impl Component for App {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props().shell.attach(ctx.link().clone());
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shell = &ctx.props().shell;
        let (model, format) = (shell.model.borrow(), shell.format.borrow());
        let direction = shell.direction.borrow();
        screen::root(&Ui {
            shell,
            model: &model,
            format: &format,
            direction: &direction,
        })
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        ctx.props().shell.drawn(first_render);
    }
}
