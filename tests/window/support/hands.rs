//! Driving the page by what a person sees and hears: names of buttons, labels of fields, text. Never by
//! classes or ids, which are the page's own business.

use std::time::Duration;

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::{Locator, key::Key};
use serde_json::{Value, json};

use crate::Inlet;
use crate::scripts::find;

/// Longer than anything that a person is asked to wait for without a progress of its own.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Brings a thing to the middle and says whether it rests there: a press on what lies half below the edge of a part
/// that scrolls, or moves away as a part of the page above it is drawn anew, would go astray.
const CENTER: &str = r#"
    const [wanted, done] = arguments;
    wanted.scrollIntoView({ block: 'center' });
    const place = () => JSON.stringify(wanted.getBoundingClientRect());
    const before = place();
    requestAnimationFrame(() =>
        requestAnimationFrame(() => done(wanted.isConnected && place() === before)),
    );
"#;

impl Inlet<'_> {
    /// Goes to an address of the page without a press, for screens that are several presses away.
    pub async fn go(&self, path: &str) {
        self.run("location.hash = arguments[0]", vec![json!(path)]).await;
    }

    /// Presses the button or link of this name, once it can be pressed.
    pub async fn press(&self, name: &str) {
        self.click("button", name).await;
    }

    /// Picks the radio button, tab or option of this name.
    pub async fn choose(&self, name: &str) {
        self.click("choice", name).await;
    }

    /// Types into the field with this label, in place of what was there.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.click("field", label).await;
        let select_all = format!("{}a{}", Key::Control, Key::Null);
        let typed = async {
            field.send_keys(&select_all).await?;
            field.send_keys(text).await
        };
        typed.await.unwrap_or_else(|error: CmdError| panic!("“{label}” takes no text: {error}"));
    }

    /// What the field with this label holds.
    pub async fn value_of(&self, label: &str) -> String {
        let field = self.find("field", label).await;
        field.prop("value").await.expect("a field has a value").unwrap_or_default()
    }

    /// Waits until this text is on the page.
    pub async fn see(&self, text: &str) {
        self.see_within(text, PATIENCE).await;
    }

    /// Waits until this text is on the page, at most so long.
    pub async fn see_within(&self, text: &str, patience: Duration) {
        let seen = self.wait(patience, || async { self.text().await.contains(text).then_some(()) });
        if seen.await.is_none() {
            panic!(
                "“{text}” did not come within {patience:?}. The page says:\n{}",
                self.text().await
            );
        }
    }

    /// Waits for the heading of this name: the screen has changed.
    pub async fn see_screen(&self, heading: &str) {
        self.find("heading", heading).await;
    }

    /// All text that is on the page.
    pub async fn text(&self) -> String {
        let text = self.run("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().replace('\u{a0}', " ")
    }

    /// What the content security policy has stopped since the app started.
    pub async fn violations(&self) -> Vec<String> {
        let told = self.run("return window.__violations", vec![]).await;
        serde_json::from_value(told)
            .expect("a debug build remembers violations from its first script on")
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.page.execute(script, arguments).await.expect("the page runs a script")
    }

    pub(crate) async fn wait_for_page(&self) {
        let button = self.page.wait().at_most(PATIENCE).for_element(Locator::Css("button"));
        button.await.expect("the page shows its first button");
    }

    /// Clicks as soon as a click arrives: what still moves, or is covered, refuses it.
    pub(crate) async fn click(&self, role: &str, name: &str) -> Element {
        let clicked = self.wait(PATIENCE, || async {
            let element = self.find(role, name).await;
            let place = serde_json::to_value(&element).ok()?;
            let rests = self.page.execute_async(CENTER, vec![place]).await.ok()?;
            if rests != Value::Bool(true) {
                return None;
            }
            element.click().await.ok().map(|()| element)
        });
        clicked.await.unwrap_or_else(|| panic!("“{name}” is there and cannot be clicked"))
    }

    pub(crate) async fn find(&self, role: &str, name: &str) -> Element {
        let found = self.wait(PATIENCE, || async {
            let found = self.run(&find(), vec![json!(role), json!(name)]).await;
            let id = found.as_object()?.values().next()?.as_str()?.to_owned();
            Some(Element::from_element_id(self.page.clone(), ElementRef::from(id)))
        });
        match found.await {
            Some(element) => element,
            None => panic!("no {role} named “{name}”. The page says:\n{}", self.text().await),
        }
    }

    pub(crate) async fn wait<T, F: Future<Output = Option<T>>>(
        &self,
        patience: Duration,
        mut look: impl FnMut() -> F,
    ) -> Option<T> {
        let start = std::time::Instant::now();
        loop {
            if let Some(found) = look().await {
                return Some(found);
            }
            if start.elapsed() > patience {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
