//! Printing the report, and nothing else of the page.
//!
//! A portal page may hold the element in boxes that are clipped, scrolled or laid out in columns, none
//! of which breaks into pages. So a copy of the report is put beside the body, in a shadow tree of
//! its own, and a sheet of the document hides the body while it prints. Afterwards both are gone.

use std::cell::RefCell;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::JsCast;
use web_sys::{
    AddEventListenerOptions, CssStyleSheet, Document, Element, ShadowRoot, ShadowRootInit,
    ShadowRootMode, Window,
};

/// What stands in the document while it prints.
struct Printing {
    document: Document,
    copy: Element,
    sheet: CssStyleSheet,
    /// Title of the page, before and while it prints.
    titles: [String; 2],
}

thread_local! {
    static PRINTING: RefCell<Option<Printing>> = const { RefCell::new(None) };
}

/// Opens the browser's print window with the report that is on the page. `paper` says how a page of
/// paper looks; `name` is what the browser calls the file, if it makes one.
pub(crate) fn print(root: &Element, paper: &str, name: &str) {
    close();
    let Some(window) = web_sys::window() else {
        return;
    };
    // An engine that refuses any of this prints the page as it is.
    let printing = prepare(&window, root, paper, name).ok().flatten();
    PRINTING.with(|slot| *slot.borrow_mut() = printing);
    let done = Closure::once_into_js(|_: JsValue| close());
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        done.unchecked_ref(),
        &options,
    );
    let _ = window.print();
}

/// Removes what printing needed. Does nothing if nothing is printing.
pub(crate) fn close() {
    let Some(printing) = PRINTING.with(|slot| slot.borrow_mut().take()) else {
        return;
    };
    printing.copy.remove();
    let document = &printing.document;
    let sheets = document.adopted_style_sheets();
    let own: &JsValue = printing.sheet.as_ref();
    let others = sheets.filter(&mut |sheet, _, _| sheet != *own);
    document.set_adopted_style_sheets(&others);
    let [before, during] = &printing.titles;
    // The host may have given it another one meanwhile.
    if document.title() == *during {
        document.set_title(before);
    }
}

fn prepare(
    window: &Window,
    root: &Element,
    paper: &str,
    name: &str,
) -> Result<Option<Printing>, JsValue> {
    let (Some(document), Some(report), Some(frame)) = (
        window.document(),
        root.query_selector(".sheets")?,
        root.query_selector(".gca")?,
    ) else {
        return Ok(None);
    };
    let Some(top) = document.document_element() else {
        return Ok(None);
    };
    let font = window.get_computed_style(&frame)?;
    let font = font.map(|style| style.get_property_value("font-family"));
    let font = font.transpose()?.unwrap_or_default();
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(&rules(paper, &font))?;

    let copy = document.create_element("gca-print")?;
    let shadow = copy.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    let own: ShadowRoot = root.get_root_node().dyn_into()?;
    let styles: js_sys::Array = own.adopted_style_sheets().iter().collect();
    shadow.set_adopted_style_sheets(&styles);
    let gca = frame.clone_node_with_deep(false)?.dyn_into::<Element>()?;
    gca.remove_attribute("aria-labelledby")?;
    if js_sys::Reflect::has(window, &"CSSMarginRule".into())? {
        gca.class_list().add_1("has-margins")?;
    }
    gca.append_child(&report.clone_node_with_deep(true)?)?;
    shadow.append_child(&gca)?;

    let titles = [document.title(), name.to_owned()];
    top.append_child(&copy)?;
    let sheets: js_sys::Array = document.adopted_style_sheets().iter().collect();
    sheets.push(&sheet);
    document.set_adopted_style_sheets(&sheets);
    document.set_title(name);
    Ok(Some(Printing {
        document,
        copy,
        sheet,
        titles,
    }))
}

/// The rules of the document while it prints. Nothing of the host's reaches the report: the body is
/// not there, and what the root of the page says is taken back.
fn rules(paper: &str, font: &str) -> String {
    const BEFORE: &str = "@media screen { gca-print { display: none !important } } @media print { \
        :root:root:root:root { all: initial !important; display: block !important; color-scheme: light only !important } \
        :root:root:root:root::before, :root:root:root:root::after { content: none !important } \
        :root:root:root:root > :not(gca-print) { display: none !important } \
        :root > gca-print { all: initial !important; display: block !important; color-scheme: light only !important; font-family: ";
    [BEFORE, font, " !important } } ", paper].concat()
}
