//! The forms of resources, as a person goes through them: to a place, a schema and a dataset made of what is offered
//! there, changed words, and the way to the end.

use crate::Inlet;

impl Inlet<'_> {
    /// Opens the picker with this label and takes the option of this name.
    pub async fn pick(&self, label: &str, option: &str) {
        self.click("picker", label).await;
        self.choose(option).await;
    }

    /// Types into the field with this label, which offers what matches, and takes what it offers.
    pub async fn find_and_pick(&self, label: &str, option: &str) {
        self.fill(label, option).await;
        self.choose(option).await;
    }
}

/// Goes to one of the lists of resources, by presses.
pub async fn open_list(inlet: &Inlet<'_>, title: &str) {
    inlet.press("Resources").await;
    inlet.see_screen("Datasets").await;
    if title != "Datasets" {
        inlet.press(title).await;
        inlet.see_screen(title).await;
    }
}

/// Makes a schema of the fields that Pendo's events have, and stays on its page.
pub async fn make_schema(inlet: &Inlet<'_>, title: &str) {
    open_list(inlet, "Schemas").await;
    inlet.press("New schema").await;
    inlet.choose("The Pendo starter").await;
    inlet.fill("Title of the schema", title).await;
    inlet.press("Create schema").await;
    inlet.see_screen(title).await;
    inlet.see("Fields").await;
}

/// Makes a dataset over a schema under the name that is suggested, and stays on its page.
pub async fn make_dataset(inlet: &Inlet<'_>, schema: &str) {
    open_list(inlet, "Datasets").await;
    inlet.press("New dataset").await;
    inlet.find_and_pick("Schema", schema).await;
    inlet.press("Create dataset").await;
    inlet.see_screen(schema).await;
    inlet.see("Used by").await;
}

/// Gives what is shown another name and a description.
pub async fn change_words(inlet: &Inlet<'_>, noun: &str, name: &str, description: &str) {
    inlet.press("Edit").await;
    inlet.fill(&format!("Name of the {noun}"), name).await;
    inlet.fill("Description", description).await;
    inlet.press(&format!("Save {noun}")).await;
    inlet.see_screen(name).await;
    inlet.see(description).await;
}

/// Deletes what is shown. It is production, so its name is asked for.
pub async fn delete(inlet: &Inlet<'_>, noun: &str, name: &str) {
    inlet.press(&format!("Delete {noun}")).await;
    inlet.fill(&format!("This is production: type the {noun}’s name"), name).await;
    inlet.press(&format!("Delete {noun}")).await;
    inlet.see(&format!("{name} was deleted")).await;
}
