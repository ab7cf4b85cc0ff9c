//! The presses that lead from the Welcome screen to the dataflows of a platform that runs elsewhere.

use crate::emulator::Emulator;
use crate::{Desk, Inlet, Start};

/// Starts the app and signs in.
pub async fn signed_in<'desk>(desk: &'desk Desk, platform: &Emulator) -> Inlet<'desk> {
    let inlet = Inlet::start(desk, Start::default()).await;
    sign_in(&inlet, platform).await;
    inlet
}

/// Signs in with the credential that the emulator prints.
pub async fn sign_in(inlet: &Inlet<'_>, platform: &Emulator) {
    inlet.press("Connect to Adobe").await;
    inlet.fill("Organisation ID", platform.value("org_id")).await;
    inlet.fill("Client ID", platform.value("client_id")).await;
    inlet.fill("Client secret", platform.value("client_secret")).await;
    inlet.press("More options").await;
    inlet.choose("Other hosts").await;
    inlet.fill("Platform address", platform.value("base_url")).await;
    inlet.fill("Sign-in address", platform.value("base_url")).await;
    inlet.press("Check sign-in").await;
    inlet.press("Connect").await;
    inlet.see_screen("Dataflows").await;
}
