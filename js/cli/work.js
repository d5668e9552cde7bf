// Who does the work: this thread, or others.
import { setFlagsFromString } from 'node:v8';
import { clean, summarize } from '../entries/node.js';
import { WorkerPool } from '../entries/worker-node.js';

/** @import { Command } from './command.js' */

/**
 * The functions that work, and how many pages may be begun at a time.
 *
 * @typedef {{ functions: { clean: typeof clean, summarize: typeof summarize } | WorkerPool, ahead: number }} Work
 */

/** Pages read ahead for each thread, so that none waits for the next. */
const AHEAD = 2;

/**
 * Most pages for which the baseline compiler alone is the faster: what the optimising one takes for itself comes back later
 * (docs/speed.md).
 */
const FEW_PAGES = 100;

/**
 * Returns who does the work. More than one job, or a time limit, takes threads.
 *
 * @param {Pick<Command, 'jobs' | 'timeLimit'>} command
 * @param {number} pages how many there are at most
 * @returns {Work}
 */
export function workFor({ jobs, timeLimit }, pages) {
  if (pages <= FEW_PAGES) compileQuickly();
  if (jobs === 1 && timeLimit === undefined) return { functions: { clean, summarize }, ahead: 1 };
  return { functions: new WorkerPool({ size: jobs, timeLimit }), ahead: jobs * AHEAD };
}

/** Lets V8 compile the module by its baseline compiler alone. Hosts that stand in for Node have other engines, or other flags. */
function compileQuickly() {
  const { bun, deno } = process.versions;
  if (!bun && !deno) setFlagsFromString('--liftoff-only');
}
