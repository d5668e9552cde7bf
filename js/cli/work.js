// Chooses what does the work: this thread or others.
import { setFlagsFromString } from 'node:v8';
import { clean, summarize } from '../entries/node.js';
import { WorkerPool } from '../entries/worker-node.js';

/** @import { Command } from './command.js' */

/**
 * The functions to call, and how many pages may be begun at a time.
 *
 * @typedef {{ functions: { clean: typeof clean, summarize: typeof summarize } | WorkerPool, ahead: number }} Work
 */

/** How many pages are read ahead for each thread, so that no thread has to wait. */
const AHEAD = 2;

/**
 * Up to this number of pages, a run is faster with the baseline compiler alone. The optimizing
 * compiler pays off only after more pages (docs/speed.md).
 */
const FEW_PAGES = 100;

/**
 * Returns the functions that do the work. They use threads if there is more than one job or a time
 * limit.
 *
 * @param {Pick<Command, 'jobs' | 'timeLimit'>} command
 * @param {number} pages the maximum number of pages
 * @returns {Work}
 */
export function workFor({ jobs, timeLimit }, pages) {
  if (pages <= FEW_PAGES) compileQuickly();
  if (jobs === 1 && timeLimit === undefined) return { functions: { clean, summarize }, ahead: 1 };
  return { functions: new WorkerPool({ size: jobs, timeLimit }), ahead: jobs * AHEAD };
}

/**
 * Makes V8 compile the module only with its baseline compiler. Hosts that replace Node have other
 * engines or other flags.
 */
function compileQuickly() {
  const { bun, deno } = process.versions;
  if (!bun && !deno) setFlagsFromString('--liftoff-only');
}
