//! One resource, whole. Each part is read by itself, so that one that fails takes nothing else along.

use aep_client::Result;

use super::names::{self, Names};
use super::users::Used;
use super::{change, dataset, list, mapping, source, target, users};
use crate::accounts::source_names;
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::flows::TechnicalDetail;
use crate::contract::resources::{
    ResourceDetail, ResourceFact, ResourceKind, ResourceLink, ResourceRow, ResourceWords,
};

/// What the platform says of one resource, before anybody has looked who uses it.
struct Shown {
    row: ResourceRow,
    facts: Vec<ResourceFact>,
    words: Option<ResourceWords>,
    uses: Vec<ResourceLink>,
    lines: Option<Vec<crate::contract::change::ShownLine>>,
    technical: Vec<(&'static str, String)>,
}

/// One resource and everything around it.
///
/// # Errors
/// What the platform says of the resource itself.
pub(crate) async fn detail(
    session: &ActiveSession,
    kind: ResourceKind,
    id: &str,
) -> std::result::Result<ResourceDetail, AppError> {
    let shown = async {
        match kind {
            ResourceKind::Dataset => of_dataset(session, id).await,
            ResourceKind::SourceConnection => of_source(session, id).await,
            ResourceKind::TargetConnection => of_target(session, id).await,
            ResourceKind::Mapping => of_mapping(session, id).await,
        }
    };
    let (shown, used) = tokio::join!(shown, users::of_one(&session.sandbox, kind, id));
    let shown = shown.map_err(|error| session.explain(&error))?;
    let (used, uses_problem) = match used {
        Ok(used) => (Some(used), None),
        Err(error) => (None, Some(session.explain(&error))),
    };
    Ok(join(session, kind, shown, used.as_ref(), uses_problem))
}

fn join(
    session: &ActiveSession,
    kind: ResourceKind,
    shown: Shown,
    used: Option<&Used>,
    uses_problem: Option<AppError>,
) -> ResourceDetail {
    let Shown { mut row, facts, words, uses, lines, technical } = shown;
    match used {
        Some(used) => list::take_users(kind, &mut row, used),
        None if kind == ResourceKind::Mapping => mapping::name_by_users(&mut row, &[]),
        None => {}
    }
    let info = session.info();
    let place =
        [("Sandbox", info.sandbox.name.clone()), ("Organisation ID", info.organization.clone())];
    let technical = technical.into_iter().chain(place).filter(|(_, value)| !value.is_empty());
    let used_by = used.map(|used| used.links(&row.id));
    let unused = used_by.as_ref().is_some_and(Vec::is_empty);
    ResourceDetail {
        fixed: fixed(kind, unused).to_owned(),
        used_by,
        row,
        facts,
        words,
        lost: lost(kind).to_owned(),
        uses,
        uses_problem,
        lines,
        technical: technical
            .map(|(label, value)| TechnicalDetail { label: label.to_owned(), value })
            .collect(),
        read_at: session.now(),
    }
}

async fn of_dataset(session: &ActiveSession, id: &str) -> Result<Shown> {
    let sandbox = &session.sandbox;
    let read = sandbox.datasets().get_versioned(&id.into()).await?;
    let schema = read.value.schema_ref.as_ref().map(|schema| schema.id.to_string());
    let titles = title_of(session, schema.as_deref()).await;
    let words = change::of_dataset(&read).words;
    let dataset = &read.value;
    Ok(Shown {
        row: dataset::row(dataset, &titles),
        facts: dataset::facts(dataset),
        words: Some(words),
        uses: dataset::uses(dataset, &titles),
        lines: None,
        technical: vec![
            ("Dataset ID", id.to_owned()),
            ("Schema ID", schema.unwrap_or_default()),
            ("State as Adobe sent it", dataset.state.clone().unwrap_or_default()),
        ],
    })
}

async fn of_source(session: &ActiveSession, id: &str) -> Result<Shown> {
    let sandbox = &session.sandbox;
    let read = sandbox.source_connections().get(&id.into()).await?;
    let connection = &read.value;
    let account = async {
        let account = connection.base_connection_id.as_ref()?;
        sandbox.base_connections().get(account).await.ok().map(|read| read.value.name)
    };
    let (sources, account) = tokio::join!(source_names(sandbox), account);
    let row = source::row(connection, &sources);
    Ok(Shown {
        facts: source::facts(connection, &row),
        row,
        words: Some(change::of_source(&read).words),
        uses: source::uses(connection, account.as_ref()),
        lines: None,
        technical: vec![
            ("Source connection ID", id.to_owned()),
            ("Source (connection spec) ID", source::spec(connection).to_owned()),
            ("State as Adobe sent it", connection.state.as_str().to_owned()),
        ],
    })
}

async fn of_target(session: &ActiveSession, id: &str) -> Result<Shown> {
    let sandbox = &session.sandbox;
    let read = sandbox.target_connections().get(&id.into()).await?;
    let connection = &read.value;
    let schema = connection.data.schema.as_ref().and_then(|schema| schema.id.as_ref());
    let schema = schema.map(ToString::to_string);
    let dataset = async {
        let dataset = connection.params.dataset_id.as_ref()?;
        let name = sandbox.datasets().get(dataset).await.ok()?.name;
        Some((dataset.to_string(), name))
    };
    let (dataset, titles) = tokio::join!(dataset, title_of(session, schema.as_deref()));
    let datasets: Names = dataset.into_iter().collect();
    let row = target::row(connection, &datasets);
    let dataset_id = connection.params.dataset_id.as_ref().map(ToString::to_string);
    Ok(Shown {
        facts: target::facts(connection, &row),
        row,
        words: Some(change::of_target(&read).words),
        uses: target::uses(connection, &datasets, &titles),
        lines: None,
        technical: vec![
            ("Target connection ID", id.to_owned()),
            ("Dataset ID", dataset_id.unwrap_or_default()),
            ("Schema ID", schema.unwrap_or_default()),
            ("State as Adobe sent it", connection.state.as_str().to_owned()),
        ],
    })
}

async fn of_mapping(session: &ActiveSession, id: &str) -> Result<Shown> {
    let set = session.sandbox.mapping_sets().get(&id.into()).await?;
    let titles = title_of(session, set.schema()).await;
    Ok(Shown {
        row: mapping::row(&set, &titles),
        facts: mapping::facts(&set),
        words: None,
        uses: mapping::uses(&set, &titles),
        lines: Some(mapping::lines(&set)),
        technical: vec![
            ("Mapping set ID", id.to_owned()),
            ("Schema ID", set.schema().unwrap_or_default().to_owned()),
        ],
    })
}

/// The title of one schema, where it can be read.
async fn title_of(session: &ActiveSession, id: Option<&str>) -> Names {
    let Some(id) = id else { return Names::new() };
    let read = session.sandbox.schemas().get(&id.into()).await;
    let title = read.ok().map(|schema| names::or_id(&schema.title, id));
    title.map(|title| (id.to_owned(), title)).into_iter().collect()
}

/// What cannot be changed, and the way round it.
fn fixed(kind: ResourceKind, unused: bool) -> &'static str {
    match kind {
        ResourceKind::Dataset => {
            "Its schema and its format stay as they are. For another schema, make another dataset and replace the \
             dataflows that write here."
        }
        ResourceKind::SourceConnection => {
            "Where it takes its events from stays as it is: a dataflow does not notice when that changes. To take \
             events from elsewhere, replace the dataflow."
        }
        ResourceKind::TargetConnection => {
            "Where it leads stays as it is: a dataflow does not notice when that changes. To write to another \
             dataset, replace the dataflow."
        }
        ResourceKind::Mapping if unused => {
            "The schema that it maps into stays as it is. Each change of its field mappings is a new version, and the \
             old ones stay."
        }
        ResourceKind::Mapping => {
            "Its field mappings are changed in the dataflow that uses it, where they can be tried out. Each change is \
             a new version, and the old ones stay."
        }
    }
}

/// What a deletion takes along.
fn lost(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Dataset => {
            "Every record in it is deleted with it, for everybody who uses it: queries, segments and exports. \
             Nobody can bring them back."
        }
        ResourceKind::SourceConnection | ResourceKind::TargetConnection => {
            "No event is lost: only dataflows take in events, and Adobe keeps every connection that one uses."
        }
        ResourceKind::Mapping => {
            "All its versions are deleted with it. Records that were made with it stay as they are."
        }
    }
}
