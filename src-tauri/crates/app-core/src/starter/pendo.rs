//! Pendo. Ids are those of the Flow Service tutorial for this source; the steps in Pendo follow its help centre
//! (Webhooks) and the platform's page about the source, in our words.

use super::examples;
use super::source::Source;

/// The Pendo source.
pub const PENDO: Source = Source {
    id: "pendo",
    name: "Pendo",
    beta: true,
    connection_spec_id: "6ff5654f-19d5-427d-bd3e-c0ebc802389a",
    instructions: &[
        (
            "Open Webhooks in Pendo",
            "Settings, then Integrations, then Webhooks. You need to be a subscription admin; if you are not, \
             forward the address to someone who is.",
        ),
        (
            "Add a webhook",
            "Choose Add Webhook, then the type URL, and give it a name that says where the events go.",
        ),
        (
            "Paste the webhook address",
            "Paste all of it, with everything after the question mark: without that part the events are lost.",
        ),
        (
            "Choose the events",
            "Guide displayed, poll displayed and submitted, NPS displayed and submitted are the ones that Adobe \
             lists as supported. Poll and NPS events need version 2.33.0 or later of Pendo's script on your site.",
        ),
        (
            "Turn it on and save",
            "Wait until the five minutes after creating the dataflow are over, then set the webhook to active.",
        ),
    ],
    examples: &[examples::GUIDE_DISPLAYED, examples::POLL_ANSWER, examples::NPS_ANSWER],
};
