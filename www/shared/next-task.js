/**
 * Waits for the next task. Long work is cut into tasks, so that the page answers in between.
 *
 * @returns {Promise<void>} resolves in a task of its own
 */
export function nextTask() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
