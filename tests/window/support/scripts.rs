//! What runs in the page to find things by what a person calls them.

/// Names and roles. `arguments[0]`: role, `arguments[1]`: name.
const WORDS: &str = r#"
const [role, name] = arguments;
const tags = {
  button: 'button, [role=button], a[href]',
  link: 'a[href], [role=link]',
  heading: 'h1, h2, h3, [role=heading]',
  field: 'input, textarea, [role=textbox], [contenteditable=true]',
  picker: 'button[aria-haspopup=listbox]',
  choice: 'input[type=radio], input[type=checkbox], [role=radio], [role=option], [role=menuitem], [role=tab]',
};
const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const texts = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' ');
const names = (element) => [
  element.getAttribute('aria-label'),
  element.hasAttribute('aria-labelledby') ? texts(element.getAttribute('aria-labelledby')) : null,
  ...[...(element.labels ?? [])].map((label) => label.textContent),
  ['INPUT', 'TEXTAREA'].includes(element.tagName) ? null : element.innerText,
].map(tidy);
// What a picker shows stands before its label.
const fits = (own) =>
  own === name || (own.startsWith(name) && role !== 'button') || (role === 'picker' && own.includes(name));
"#;

/// Finds what is visible, can be used, and has the given role and name.
const FIND: &str = r#"
const usable = (element) =>
  !element.closest('[inert], [hidden], [aria-hidden=true]') &&
  !element.disabled && element.getAttribute('aria-disabled') !== 'true';
// The native control of a styled one is out of sight; its label is what a person presses.
const pressed = (element) => (role === 'choice' && element.closest('label')) || element;
return [...document.querySelectorAll(tags[role])]
  .filter((element) => usable(element) && names(element).some(fits))
  .map(pressed)
  .find((element) => element.getClientRects().length > 0) ?? null;
"#;

/// Whether the focus is on what has the given role and name.
const FOCUSED: &str = r#"
const here = document.activeElement;
return here !== null && here.matches(tags[role]) && names(here).some(fits);
"#;

pub(crate) fn find() -> String {
    [WORDS, FIND].concat()
}

pub(crate) fn focused() -> String {
    [WORDS, FOCUSED].concat()
}
