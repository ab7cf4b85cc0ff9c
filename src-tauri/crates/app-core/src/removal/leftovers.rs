//! Looking for what no dataflow uses: first every dataflow is read, then connections page by page, last the mapping
//! sets that this app made, since nobody can tell what else uses the others.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aep_client::ListQuery;
use aep_client::flow_service::{SourceConnection, TargetConnection};
use serde_json::{Map, Value};

use crate::app::ActiveSession;
use crate::contract::clean_up::{Leftover, Leftovers};
use crate::contract::error::AppError;
use crate::contract::removal::RemovalKind;
use crate::monitor::{HOUR, millis};
use crate::setup::is_ours;

/// How many to ask for per page.
const PAGE: u32 = 200;

/// What the journal knows of objects that this app made.
#[derive(Debug, Default)]
pub(crate) struct Made {
    /// Objects of set-ups that are not finished, with the name of each.
    pub(crate) unfinished: HashMap<String, String>,
    /// Mapping sets, with their names.
    pub(crate) mappings: HashMap<String, String>,
    /// Every object.
    pub(crate) all: HashSet<String>,
}

/// One look through a sandbox.
pub(crate) struct Scan {
    session: Arc<ActiveSession>,
    made: Made,
    found: Mutex<Leftovers>,
}

impl Scan {
    /// Begins to look, in the background.
    pub(crate) fn begin(session: Arc<ActiveSession>, made: Made) -> Arc<Self> {
        let found = Leftovers { read_at: session.now(), ..Leftovers::default() };
        let scan = Arc::new(Self { session, made, found: Mutex::new(found) });
        let working = Arc::clone(&scan);
        tokio::spawn(async move { working.run().await });
        scan
    }

    /// Whether it looks through the sandbox of this session.
    pub(crate) fn is_of(&self, session: &Arc<ActiveSession>) -> bool {
        Arc::ptr_eq(&self.session, session)
    }

    /// What was found so far.
    pub(crate) fn view(&self) -> Leftovers {
        self.lock().clone()
    }

    /// Leaves out what is not there any more.
    pub(crate) fn forget(&self, ids: &HashSet<String>) {
        self.lock().items.retain(|item| !ids.contains(&item.id));
    }

    async fn run(&self) {
        let outcome = self.look().await;
        let now = self.session.now();
        let mut found = self.lock();
        found.read_at = now;
        match outcome {
            Ok(()) => found.complete = true,
            Err(error) => found.problem = Some(error),
        }
    }

    async fn look(&self) -> Result<(), AppError> {
        let used = self.used().await?;
        self.lock().flows_done = true;
        let query = ListQuery::new().limit(PAGE);
        let mut sources = self.session.sandbox.source_connections().all(&query);
        while let Some(page) = sources.next().await {
            let page = page.map_err(|error| self.session.explain(&error))?;
            self.meet(page.iter().map(of_source).collect(), &used);
        }
        let mut targets = self.session.sandbox.target_connections().all(&query);
        while let Some(page) = targets.next().await {
            let page = page.map_err(|error| self.session.explain(&error))?;
            self.meet(page.iter().map(of_target).collect(), &used);
        }
        self.look_at_mappings(&used).await
    }

    /// Ids of everything that a dataflow joins, those that send data out included.
    async fn used(&self) -> Result<HashSet<String>, AppError> {
        let mut used = HashSet::new();
        let mut pages = self.session.sandbox.flows().all(&ListQuery::new().limit(PAGE));
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| self.session.explain(&error))?;
            used.extend(page.iter().flat_map(super::users::objects_of));
            self.lock().flows_read += u32::try_from(page.len()).unwrap_or_default();
        }
        Ok(used)
    }

    async fn look_at_mappings(&self, used: &HashSet<String>) -> Result<(), AppError> {
        for (id, name) in self.made.mappings.iter().filter(|(id, _)| !used.contains(*id)) {
            let read = self.session.sandbox.mapping_sets().get(&id.as_str().into()).await;
            match read {
                Ok(set) => {
                    let mut leftover =
                        leftover(RemovalKind::MappingSet, id, name, millis(set.created_date));
                    leftover.by_inlet = true;
                    self.meet(vec![leftover], used);
                }
                Err(error) if error.is_not_found() => {}
                Err(error) => return Err(self.session.explain(&error)),
            }
        }
        Ok(())
    }

    fn meet(&self, page: Vec<Leftover>, used: &HashSet<String>) {
        let young_since = self.session.now() - HOUR;
        let mut found = self.lock();
        found.objects_read += u32::try_from(page.len()).unwrap_or_default();
        for mut item in page.into_iter().filter(|item| !used.contains(&item.id)) {
            item.by_inlet |= self.made.all.contains(&item.id);
            item.young = item.created_at.is_some_and(|made| made > young_since);
            item.belongs_to = self.made.unfinished.get(&item.id).cloned();
            found.items.push(item);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Leftovers> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn of_source(source: &SourceConnection) -> Leftover {
    let created_at = millis(source.created_at);
    Leftover {
        created_by: created_by(&source.extra),
        by_inlet: is_ours(source.description.as_deref()),
        ..leftover(RemovalKind::SourceConnection, source.id.as_str(), &source.name, created_at)
    }
}

fn of_target(target: &TargetConnection) -> Leftover {
    let created_at = millis(target.created_at);
    Leftover {
        created_by: created_by(&target.extra),
        by_inlet: is_ours(target.description.as_deref()),
        ..leftover(RemovalKind::TargetConnection, target.id.as_str(), &target.name, created_at)
    }
}

fn created_by(extra: &Map<String, Value>) -> String {
    extra.get("createdBy").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn leftover(kind: RemovalKind, id: &str, name: &str, created_at: Option<i64>) -> Leftover {
    Leftover {
        kind,
        id: id.to_owned(),
        name: if name.is_empty() { id.to_owned() } else { name.to_owned() },
        created_at,
        created_by: String::new(),
        by_inlet: false,
        young: false,
        belongs_to: None,
    }
}
