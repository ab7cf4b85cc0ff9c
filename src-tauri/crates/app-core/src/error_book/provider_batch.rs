//! Providers of sources: schedules and batch sources, which a webhook source does not have.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const BATCH: &[Row] = &[
    Row {
        codes: &[
            "1312-400", "1313-400", "1314-400", "1315-400", "1316-400", "1318-400", "1319-400",
        ],
        owner: Owner::You,
        name: "A setting of the source is not valid",
        what: "A value, a path into the data or a setting for reading page by page is empty or does not fit. Webhook sources have none of these.",
        next: "Correct the setting that Adobe's answer names.",
    },
    Row {
        codes: &["1317-400"],
        owner: Owner::You,
        name: "Schedule missing",
        what: "The dataflow needs a schedule, and the request had an empty one. Streaming dataflows need none.",
        next: "Fill in the schedule, then try again.",
    },
    Row {
        codes: &["1360-400"],
        owner: Owner::You,
        name: "Start lies in the past",
        what: "A schedule has to begin in the future.",
        next: "Choose a later start.",
    },
    Row {
        codes: &["1361-400"],
        owner: Owner::You,
        name: "Once has no interval",
        what: "A dataflow that runs once cannot be repeated at an interval.",
        next: "Remove the interval, or choose another frequency.",
    },
    Row {
        codes: &["1362-400"],
        owner: Owner::You,
        name: "Interval too short",
        what: "By the minute, a dataflow may run every 15 minutes at most.",
        next: "Choose 15 minutes or more.",
    },
    Row {
        codes: &["1363-400"],
        owner: Owner::You,
        name: "Schedule not valid",
        what: "A value of the schedule does not fit the others.",
        next: "Check start, frequency and interval.",
    },
    Row {
        codes: &["1364-400"],
        owner: Owner::You,
        name: "Once has no catching up",
        what: "A dataflow that runs once cannot catch up on older data.",
        next: "Switch catching up off, or choose another frequency.",
    },
    Row {
        codes: &["1366-400"],
        owner: Owner::You,
        name: "The start has passed",
        what: "Once a schedule has begun, its start cannot be changed.",
        next: "Leave the start as it is; frequency and interval can still be changed.",
    },
    Row {
        codes: &["1397-400"],
        owner: Owner::You,
        name: "Frequency not known",
        what: "A schedule repeats by the minute, hour, day or week, or runs once.",
        next: "Choose one of these.",
    },
    Row {
        codes: &["1403-400"],
        owner: Owner::You,
        name: "Cannot become a single run",
        what: "A dataflow that is scheduled already cannot be turned into one that runs once.",
        next: "Switch it off, or make a new one that runs once.",
    },
    Row {
        codes: &["1404-400"],
        owner: Owner::You,
        name: "Catching up cannot be changed now",
        what: "Once a schedule has begun, catching up on older data can no longer be switched on or off.",
        next: "Make a new dataflow if older data is needed.",
    },
    Row {
        codes: &[
            "1326-400", "1330-400", "1331-400", "1333-400", "1334-400", "1335-400", "1337-400",
        ],
        owner: Owner::You,
        name: "Data of the source cannot be listed or read",
        what: "A path, a table or a file of a batch source was not found or cannot be listed. Webhook sources have none of these.",
        next: "Check path and access in the source system.",
    },
    Row {
        codes: &[
            "1340-400", "1341-400", "1342-400", "1343-400", "1344-400", "1345-400", "1346-400",
            "1347-400", "1348-400", "1349-400", "1350-400", "1351-400", "1352-400", "1353-400",
            "1354-400", "1355-400", "1356-400", "1357-400", "1358-400",
        ],
        owner: Owner::You,
        name: "File or filter not readable",
        what: "A file format, a separator, or a filter on rows of a batch source does not fit. Webhook sources have none of these.",
        next: "Correct the setting that Adobe's answer names.",
    },
    Row {
        codes: &[
            "1367-400", "1369-400", "1370-400", "1371-400", "1373-400", "1374-400", "1375-400",
            "1376-400", "1377-400", "1378-400", "1379-400", "1380-400", "1381-400", "1382-400",
            "1383-400", "1384-400",
        ],
        owner: Owner::You,
        name: "Reading what is new is not possible",
        what: "The column or the rule by which a batch source finds new data, or a filter on it, does not fit. Webhook sources have none of these.",
        next: "Correct the setting that Adobe's answer names.",
    },
    Row {
        codes: &["1385-400", "1386-400", "1387-400", "1388-400"],
        owner: Owner::You,
        name: "Cannot be run by hand",
        what: "Runs of this dataflow cannot be started or repeated by hand; a streaming dataflow runs by itself every hour.",
        next: "Wait for the next run.",
    },
    Row {
        codes: &[
            "1389-400", "1390-400", "1391-400", "1394-400", "1396-400", "1399-400", "1400-400",
            "1401-400", "1402-500",
        ],
        owner: Owner::Adobe,
        name: "A run of a batch source could not be prepared",
        what: "Adobe could not make a run, or read the template that it is made from.",
        next: "Try again later. If it stays, copy the details for Adobe's support.",
    },
    Row {
        codes: &["1200-500"],
        owner: Owner::Adobe,
        name: "Decrypting failed on Adobe's side",
        what: "Encrypted files of a batch source could not be handled. Webhook sources have none.",
        next: "Try again in a few minutes.",
    },
    Row {
        codes: &[
            "1201-400", "1202-400", "1203-400", "1204-400", "1205-400", "1309-400", "1310-400",
            "1311-400",
        ],
        owner: Owner::You,
        name: "Encryption settings do not fit",
        what: "A key, an algorithm or a passphrase of an encrypted batch source is missing or wrong. Webhook sources have none.",
        next: "Correct the setting that Adobe's answer names.",
    },
    Row {
        codes: &["1700-500"],
        owner: Owner::Adobe,
        name: "Data landing zone failed",
        what: "Adobe's storage for files of your own could not be reached. Webhook sources do not use it.",
        next: "Try again in a few minutes.",
    },
    Row {
        codes: &[
            "1701-400", "1702-400", "1703-400", "1704-400", "1705-400", "1706-400", "1707-400",
            "1708-400", "1709-400", "1710-400", "1711-400", "1712-400", "1713-400", "1714-400",
        ],
        owner: Owner::You,
        name: "Data landing zone request not valid",
        what: "A request about Adobe's storage for files of your own does not fit. Webhook sources do not use it.",
        next: "Correct what Adobe's answer names.",
    },
];
