/**
 * A slow machine, made on purpose: with SLOW=6 in the environment the page's processor is six times slower, each message to a
 * worker, each hash and each copy is up to 1.5 s late, and each file of the site up to 0.3 s. A test that looks before what it waits
 * for is there fails then.
 */

/** How many times slower; 1 without the variable. */
export const SLOWNESS = Number(process.env.SLOW ?? 1);

/** Milliseconds that a message, a hash or a copy is late at most, and an answer of the server. */
const LATEST_MESSAGE = 1500;
const LATEST_ANSWER = 300;

/**
 * What a page runs before its own scripts, with its argument: messages to workers, hashes and the clipboard are late. Messages to one
 * worker stay in order.
 *
 * @type {[(latest: number) => void, number]}
 */
export const LATENESS = [
  (latest) => {
    const { setTimeout } = window;
    const late = () => new Promise((resolve) => setTimeout(resolve, Math.random() * latest));
    const { postMessage } = Worker.prototype;
    const turns = new WeakMap();
    Worker.prototype.postMessage = function (...message) {
      const turn = (turns.get(this) ?? Promise.resolve()).then(late);
      turns.set(this, turn);
      turn.then(() => postMessage.apply(this, message));
    };
    for (const [owner, name] of [
      [globalThis.SubtleCrypto?.prototype, 'digest'],
      [globalThis.Clipboard?.prototype, 'write'],
    ]) {
      const original = owner?.[name];
      if (!original) continue;
      owner[name] = async function (...values) {
        await late();
        return original.apply(this, values);
      };
    }
  },
  LATEST_MESSAGE,
];

/** Makes all pages of a context of Chromium slow. @param {import('playwright-core').BrowserContext} context */
export async function slowDown(context) {
  if (SLOWNESS === 1) return;
  await context.addInitScript(...LATENESS);
  context.on('page', async (page) => {
    try {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
    } catch {
      // The page was closed meanwhile.
    }
  });
}

/** Waits before an answer of the server. */
export async function answerLate() {
  if (SLOWNESS > 1) await new Promise((resolve) => setTimeout(resolve, Math.random() * LATEST_ANSWER));
}
