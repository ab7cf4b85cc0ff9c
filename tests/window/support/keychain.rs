//! The keychain of a test's desktop: started open, locked and unlocked as a session does it, without any
//! dialog.

use std::io::Write;
use std::process::Stdio;

use crate::Desk;
use crate::desk::until;
use crate::process::Process;

/// Of the keychain.
const PASSWORD: &str = "correct horse";

impl Desk {
    /// Whether a program on the desktop's bus has this name now. Never without a bus.
    pub(crate) fn has_owner(&self, name: &str) -> bool {
        let name = format!("string:{name}");
        let owned = call(self, "DBus", "/", "DBus.NameHasOwner", &name);
        owned.is_some_and(|reply| reply.contains("boolean true"))
    }

    /// Locks the keychain, as a screen lock or a log-out does.
    ///
    /// # Panics
    /// When the keychain does not do it.
    pub fn lock_keychain(&self) {
        let collection = "array:objpath:/org/freedesktop/secrets/collection/login";
        let path = "/org/freedesktop/secrets";
        call(self, "secrets", path, "Secret.Service.Lock", collection).expect("it locks");
    }

    /// Unlocks it again, as logging in does.
    ///
    /// # Panics
    /// When the keychain does not do it.
    pub fn unlock_keychain(&self) {
        let (_, address) = self.bus.as_ref().expect("this desktop has a bus");
        unlock(address).expect("it unlocks");
    }
}

/// The password is that of a new keychain, which it unlocks. It is ready when it has its name on the bus and a
/// collection to keep things in.
pub(crate) fn start(desk: &Desk) -> Process {
    let mut keychain = Process::start(
        desk.command("gnome-keyring-daemon")
            .args(["--unlock", "--components=secrets", "--foreground"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(desk.log("keyring.log")),
    );
    let stdin = keychain.child().stdin.take();
    let mut stdin = stdin.expect("its input is a pipe");
    stdin.write_all(PASSWORD.as_bytes()).expect("it reads its password");
    drop(stdin);
    until("the keychain has its name", || {
        // Asking the name itself before it has an owner would make the bus start a second keychain.
        desk.has_owner("org.freedesktop.secrets")
    });
    until("the keychain has a collection", || {
        let (path, method) = ("/org/freedesktop/secrets", "Secret.Service.ReadAlias");
        let default = call(desk, "secrets", path, method, "string:default");
        default.is_some_and(|reply| reply.contains("/collection/"))
    });
    keychain
}

/// What a log-in does: hands the master password to the keychain, without any dialog.
fn unlock(address: &str) -> zbus::Result<()> {
    use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};
    const NAME: &str = "org.freedesktop.secrets";
    const PATH: &str = "/org/freedesktop/secrets";
    let bus = zbus::blocking::connection::Builder::address(address)?.build()?;
    let service = Some("org.freedesktop.Secret.Service");
    let open =
        bus.call_method(Some(NAME), PATH, service, "OpenSession", &("plain", Value::from("")));
    let (_, session): (OwnedValue, OwnedObjectPath) = open?.body().deserialize()?;
    let no_bytes: &[u8] = &[];
    let secret = (session, no_bytes, PASSWORD.as_bytes(), "text/plain");
    let login = ObjectPath::try_from("/org/freedesktop/secrets/collection/login")?;
    let internal = Some("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface");
    bus.call_method(Some(NAME), PATH, internal, "UnlockWithMasterPassword", &(login, secret))?;
    Ok(())
}

/// Calls a method of a freedesktop service on the desktop's bus.
fn call(desk: &Desk, service: &str, path: &str, method: &str, argument: &str) -> Option<String> {
    let destination = format!("--dest=org.freedesktop.{service}");
    let method = format!("org.freedesktop.{method}");
    desk.ask("dbus-send", &["--session", "--print-reply", &destination, path, &method, argument])
}
