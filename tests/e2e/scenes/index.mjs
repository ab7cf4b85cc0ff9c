// Every state of every page: what is answered, what is pressed, and a text that only this state shows.
import { account, accounts, newAccount } from './accounts.mjs';
import { cleanUp } from './cleanUp.mjs';
import { activity } from './activity.mjs';
import { connect } from './connect.mjs';
import { dataflow } from './dataflow.mjs';
import { dataflows } from './dataflows.mjs';
import { errorBook } from './errorBook.mjs';
import { newDataset, newSourceConnection, newTargetConnection } from './newResources.mjs';
import { editMappingSet, newMapping } from './newMappings.mjs';
import { newDataflow } from './newDataflow.mjs';
import { editMapping } from './editMapping.mjs';
import { inspector } from './inspector.mjs';
import { newSchema, schema, schemaMaking, schemas } from './schemas.mjs';
import { dataset, datasets, mapping, mappings, sourceConnection, sourceConnections, targetConnection, targetConnections } from './resourcePages.mjs';
import { run } from './run.mjs';
import { overviewScenes as overview } from './overview.mjs';
import { settings } from './settings.mjs';
import { setup } from './setup.mjs';
import { welcome } from './welcome.mjs';

/**
 * @typedef {object} Scene
 * @property {string} path
 * @property {import('../support/pose.mjs').Replies} replies
 * @property {(page: import('playwright-core').Page) => Promise<void>} [act]
 * @property {string | RegExp} shows
 */

/** @type {Record<string, Record<string, Scene>>} by page, then by state */
export const SCENES = { welcome, connect, dataflows, newDataflow, setup, dataflow, editMapping, run, inspector, accounts, newAccount, account, schemas, newSchema, schemaMaking, schema, datasets, dataset, sourceConnections, sourceConnection, targetConnections, targetConnection, mappings, mapping, newMapping, editMappingSet, newDataset, newSourceConnection, newTargetConnection, cleanUp, overview, errorBook, activity, settings };
