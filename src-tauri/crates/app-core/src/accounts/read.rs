//! Accounts as they are: the list, and one of them whole.

use aep_client::flow_service::{BaseConnection, ConnectionSpec};
use aep_client::{BaseConnectionId, Error, ListQuery, Tagged};

use super::form::Mapped;
use super::sources::{self, UNKNOWN};
use super::uses;
use crate::app::ActiveSession;
use crate::contract::accounts::{AccountDetail, AccountList, AccountRow, AccountWords};
use crate::contract::error::AppError;
use crate::contract::flows::TechnicalDetail;
use crate::monitor::{flow_state, millis, names};

/// How many accounts to ask for per page; 200 is known to work, the platform's maximum is not documented.
const PAGE: u32 = 200;

/// All accounts of the sandbox, by name.
///
/// # Errors
/// What the platform says of the accounts themselves.
pub(crate) async fn list(session: &ActiveSession) -> Result<AccountList, Error> {
    let sandbox = &session.sandbox;
    let query = ListQuery::new().limit(PAGE);
    let (accounts, names) = tokio::join!(
        sandbox.base_connections().all(&query).collect(),
        sources::source_names(sandbox)
    );
    let accounts: Vec<BaseConnection> = accounts?;
    let ids: Vec<&str> = accounts.iter().map(|account| account.id.as_str()).collect();
    let (used, uses_problem) = match uses::read(sandbox, &ids).await {
        Ok(used) => (Some(used), None),
        Err(error) => (None, Some(session.explain(&error))),
    };
    let mut rows: Vec<AccountRow> = accounts
        .iter()
        .map(|account| {
            let spec = spec_id(account).unwrap_or_default();
            let source = names.get(spec).map_or_else(|| fallback(spec), Clone::clone);
            let uses = used.as_ref().map(|used| {
                used.get(account.id.as_str()).map_or(0, |uses| counted(uses.flows.len()))
            });
            AccountRow { uses, ..row(account, source) }
        })
        .collect();
    rows.sort_by_key(|row| row.name.to_lowercase());
    Ok(AccountList { rows, uses_problem, read_at: session.now() })
}

/// One account and everything around it. Each part is read by itself, so that one that fails takes nothing else
/// along.
///
/// # Errors
/// What the platform says of the account itself.
pub(crate) async fn detail(
    session: &ActiveSession,
    id: &BaseConnectionId,
) -> Result<AccountDetail, Error> {
    let sandbox = &session.sandbox;
    let Tagged { etag, value: account } = sandbox.base_connections().get(id).await?;
    let ids = [id.as_str()];
    let (spec, used) = tokio::join!(spec(session, &account), uses::read(sandbox, &ids));
    let (uses, uses_problem) = match used {
        Ok(mut used) => (Some(used.remove(id.as_str()).unwrap_or_default()), None),
        Err(error) => (None, Some(session.explain(&error))),
    };
    let way = account.auth.as_ref().and_then(|auth| auth.spec_name.clone());
    let fallback = fallback(spec_id(&account).unwrap_or_default());
    let source = spec.as_ref().map_or(fallback, sources::name);
    let mapped = spec.and_then(|spec| way_of(&spec, &account));
    let (form, read_only) = match mapped {
        Ok(mapped) => (Some(mapped.form), None),
        Err(why) => (None, Some(why)),
    };
    Ok(AccountDetail {
        row: AccountRow {
            uses: uses.as_ref().map(|uses| counted(uses.flows.len())),
            ..row(&account, source)
        },
        words: words(&account, etag.as_str()),
        technical: technical(session, &account),
        way,
        form,
        read_only,
        uses,
        uses_problem,
        read_at: session.now(),
    })
}

/// What a change of an account starts from.
pub(super) fn words(account: &BaseConnection, version: &str) -> AccountWords {
    AccountWords {
        name: account.name.clone(),
        description: account.description.clone().unwrap_or_default(),
        version: version.to_owned(),
    }
}

/// The spec of an account's source, or why it is not known.
pub(super) async fn spec(
    session: &ActiveSession,
    account: &BaseConnection,
) -> Result<ConnectionSpec, String> {
    let Some(reference) = &account.connection_spec else {
        return Err("Adobe does not say which source this account is for. Without that, nobody knows what it signs \
                    in with."
            .to_owned());
    };
    session.sandbox.connection_specs().get(&reference.id).await.map_err(|error| {
        if error.is_not_found() {
            return "The source of this account is not offered to your organisation, so nobody can say what it \
                    signs in with. It can still be tested and deleted."
                .to_owned();
        }
        let AppError { title, .. } = session.explain(&error);
        format!("What this source asks for could not be read: {title}.")
    })
}

/// How an account signs in, as a form, or why that is not known.
pub(super) fn way_of(spec: &ConnectionSpec, account: &BaseConnection) -> Result<Mapped, String> {
    let Some(way) = account.auth.as_ref().and_then(|auth| auth.spec_name.as_deref()) else {
        return Err("Adobe does not say how this account signs in.".to_owned());
    };
    sources::way(spec, way).ok_or_else(|| {
        format!("This account signs in by “{way}”, which its source does not offer any more.")
    })
}

fn spec_id(account: &BaseConnection) -> Option<&str> {
    account.connection_spec.as_ref().map(|spec| spec.id.as_str())
}

/// The name of a source that the organisation is not offered.
fn fallback(spec: &str) -> String {
    names::known(spec).unwrap_or(UNKNOWN).to_owned()
}

fn row(account: &BaseConnection, source: String) -> AccountRow {
    let id = account.id.as_str().to_owned();
    AccountRow {
        name: if account.name.is_empty() { id.clone() } else { account.name.clone() },
        id,
        description: account.description.clone().unwrap_or_default(),
        source,
        state: flow_state(&account.state),
        uses: None,
        created_at: millis(account.created_at),
        updated_at: millis(account.updated_at),
        created_by: account.created_by.clone().unwrap_or_default(),
        updated_by: account.updated_by.clone().unwrap_or_default(),
    }
}

fn technical(session: &ActiveSession, account: &BaseConnection) -> Vec<TechnicalDetail> {
    let info = session.info();
    let way = account.auth.as_ref().and_then(|auth| auth.spec_name.as_deref());
    let lines = [
        ("Account ID (base connection)", Some(account.id.as_str())),
        ("Source (connection spec) ID", spec_id(account)),
        ("Way to sign in", way),
        ("State as Adobe sent it", Some(account.state.as_str())),
        ("Sandbox", Some(info.sandbox.name.as_str())),
        ("Organisation ID", Some(info.organization.as_str())),
    ];
    let known = lines.into_iter().filter_map(|(label, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(TechnicalDetail { label: label.to_owned(), value: value.to_owned() })
    });
    known.collect()
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
