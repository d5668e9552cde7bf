/**
 * Waits for the next task. Long work is divided into tasks, so that the page stays responsive.
 *
 * @returns {Promise<void>} resolves in a new task
 */
export function nextTask() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
