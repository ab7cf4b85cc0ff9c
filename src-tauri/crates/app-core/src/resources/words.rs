//! Changing name, description and tags of a resource: always after a fresh read, and only what changed. What somebody
//! else changed meanwhile stays, unless it is the same.

use super::change::{self, Fresh, own_tags};
use super::form::{self, check_tags};
use super::refusal::explain;
use crate::app::ActiveSession;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::resources::{ResourceKind, ResourceUpdate, ResourceWords, UpdateResource};

/// How often somebody else may be quicker.
const TRIES: usize = 3;

/// Changes a resource. Where somebody else changed the same, nothing is sent.
///
/// # Errors
/// `validation`, before anything is sent; what the platform says, on its field if it names one; `conflict` when it
/// changes each time between read and write.
pub(crate) async fn update(
    session: &ActiveSession,
    args: UpdateResource,
) -> Result<ResourceUpdate, AppError> {
    let (kind, id) = (args.kind, args.id.as_str());
    let wanted = wanted(&args)?;
    for _ in 0..TRIES {
        let fresh = read(session, kind, id).await?;
        let Some(merged) = merge(&args.base, &fresh.words, &wanted) else {
            return Ok(ResourceUpdate::Changed { at: fresh.at, by: fresh.by, theirs: fresh.words });
        };
        if fresh.is(&merged) {
            return Ok(ResourceUpdate::Saved);
        }
        match change::write(session, kind, id, &fresh, &merged).await {
            Ok(()) => return Ok(ResourceUpdate::Saved),
            Err(error) if error.is_stale() => {}
            // The answer was lost: how it stands tells whether it was done.
            Err(error) if error.may_have_run() => {
                let now = read(session, kind, id).await?;
                let done = now.is(&merged);
                return if done { Ok(ResourceUpdate::Saved) } else { Err(session.explain(&error)) };
            }
            Err(error) => return Err(explain(session, kind, &error)),
        }
    }
    Err(AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Retry,
        format!("Someone else keeps changing this {}", kind.noun()),
        "It changed each time between reading and saving. Nothing was saved; what you entered is still here.",
    ))
}

async fn read(session: &ActiveSession, kind: ResourceKind, id: &str) -> Result<Fresh, AppError> {
    let read = change::read(session, kind, id).await;
    let read = read.map_err(|error| session.explain(&error))?;
    read.ok_or_else(|| {
        AppError::plain(
            ErrorCode::Refused,
            Owner::You,
            Action::Reload,
            "A mapping is not changed by itself",
            "Change it in the dataflow that uses it.",
        )
    })
}

fn wanted(args: &UpdateResource) -> Result<ResourceWords, AppError> {
    let name = args.name.trim();
    let mut problems = form::name_problem(args.kind, name);
    let tags = check_tags(&args.tags, &mut problems);
    if !problems.is_empty() {
        return Err(AppError::validation(problems));
    }
    Ok(ResourceWords {
        name: name.to_owned(),
        description: args.description.trim().to_owned(),
        tags,
        version: String::new(),
    })
}

/// What comes of a change that started from `base` while it became `theirs`; nothing where both changed the same.
fn merge(
    base: &ResourceWords,
    theirs: &ResourceWords,
    ours: &ResourceWords,
) -> Option<ResourceWords> {
    let text = |base: &str, theirs: &str, ours: &str| match (base == theirs, base == ours) {
        (_, true) => Some(theirs.to_owned()),
        (true, false) => Some(ours.to_owned()),
        (false, false) => (theirs == ours).then(|| ours.to_owned()),
    };
    let (from, now, to) = (own_tags(&base.tags), own_tags(&theirs.tags), own_tags(&ours.tags));
    let tags = match (from == now, from == to) {
        (_, true) => now,
        (true, false) => to,
        (false, false) if now == to => to,
        (false, false) => return None,
    };
    Some(ResourceWords {
        name: text(&base.name, &theirs.name, &ours.name)?,
        description: text(&base.description, &theirs.description, &ours.description)?,
        tags: tags.into_iter().cloned().collect(),
        version: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::merge;
    use crate::contract::resources::{ResourceTag, ResourceWords};

    fn words(name: &str, description: &str, tag: &str) -> ResourceWords {
        let tags = vec![ResourceTag { key: tag.to_owned(), values: Vec::new(), fixed: false }];
        ResourceWords {
            name: name.to_owned(),
            description: description.to_owned(),
            tags,
            version: String::new(),
        }
    }

    #[test]
    fn changes_of_different_parts_come_together_and_of_the_same_part_clash() {
        let base = words("o", "o", "o");
        let merged = merge(&base, &words("theirs", "o", "o"), &words("o", "ours", "o")).unwrap();
        assert_eq!(merged, words("theirs", "ours", "o"));
        let tagged = merge(&base, &words("o", "o", "theirs"), &words("ours", "o", "o")).unwrap();
        assert_eq!(tagged, words("ours", "o", "theirs"));
        assert!(merge(&base, &words("theirs", "o", "o"), &words("ours", "o", "o")).is_none());
        assert!(merge(&base, &words("o", "o", "theirs"), &words("o", "o", "ours")).is_none());
        assert!(merge(&base, &words("same", "o", "o"), &words("same", "o", "o")).is_some());
    }
}
