//! Driving the page by keys alone: what has the focus gets them, as from a real keyboard.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::Inlet;
use crate::scripts::focused;

/// More presses of Tab than any page has stops.
const MOST_STOPS: usize = 80;

impl Inlet<'_> {
    /// Presses a key.
    pub async fn key(&self, key: Key) {
        self.type_keys([char::from(key)]).await;
    }

    /// Types a text, letter by letter.
    pub async fn type_text(&self, text: &str) {
        self.type_keys(text.chars()).await;
    }

    /// Presses Tab until what has this role and name has the focus.
    ///
    /// # Panics
    /// When it cannot be reached.
    pub async fn tab_to(&self, role: &str, name: &str) {
        for _ in 0..MOST_STOPS {
            self.key(Key::Tab).await;
            if self.run(&focused(), vec![json!(role), json!(name)]).await == Value::Bool(true) {
                return;
            }
        }
        panic!("Tab does not lead to the {role} “{name}”. The page says:\n{}", self.text().await);
    }

    /// Tabs to a button or link and presses Enter, once it can be pressed.
    pub async fn tab_and_enter(&self, name: &str) {
        self.find("button", name).await;
        self.tab_to("button", name).await;
        self.key(Key::Enter).await;
    }

    async fn type_keys(&self, keys: impl IntoIterator<Item = char>) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.page.perform_actions(actions).await.expect("keys can be pressed");
    }
}
