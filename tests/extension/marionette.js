/**
 * Firefox, driven by its own protocol (Marionette), which unlike the others reaches the button of an extension: JSON over
 * a local connection, each message after its length.
 */

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Quiet, and on a port of the system's choice. */
const PREFERENCES = {
  'marionette.port': 0,
  'app.update.disabledForTesting': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'intl.locale.requested': 'en-US',
};

/** How often it is looked whether the browser has opened its port, in milliseconds. */
const LOOK_EVERY = 100;

/**
 * @param {string} program path of Firefox
 * @returns {Promise<{ send: (command: string, parameters?: object) => Promise<unknown>, close: () => Promise<void> }>}
 */
export async function startFirefox(program) {
  const profile = await mkdtemp(join(tmpdir(), 'unchaff-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const firefox = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => firefox.once('exit', resolve));
  const died = ended.then((code) => {
    throw new Error(`Firefox ended with ${code}.`);
  });
  died.catch(() => {});
  const port = await Promise.race([portOf(profile), died]);
  const send = await Promise.race([speak(port), died]);
  await send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  return {
    send,
    close: async () => {
      firefox.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function portOf(profile) {
  for (;;) {
    const text = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    if (text) return Number(text);
    await new Promise((go) => setTimeout(go, LOOK_EVERY));
  }
}

/** Connects, and answers a function that sends a command and waits for what it gives. */
function speak(port) {
  return new Promise((resolve, reject) => {
    const waiting = new Map();
    let rest = Buffer.alloc(0);
    let last = 0;
    let greeted = false;
    const socket = connect(port, '127.0.0.1');
    socket.on('error', reject);
    socket.on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      for (;;) {
        const colon = rest.indexOf(':');
        const end = colon + 1 + Number(rest.subarray(0, colon));
        if (colon < 0 || rest.length < end) return;
        take(JSON.parse(rest.subarray(colon + 1, end).toString()));
        rest = rest.subarray(end);
      }
    });

    function take(message) {
      if (!greeted) {
        greeted = true;
        resolve(send);
        return;
      }
      const [, id, error, result] = message;
      const { done, failed } = waiting.get(id);
      waiting.delete(id);
      if (error) failed(new Error(`${error.error}: ${error.message}`));
      else done(result?.value ?? result);
    }

    function send(command, parameters = {}) {
      const id = ++last;
      const text = Buffer.from(JSON.stringify([0, id, command, parameters]));
      socket.write(`${text.length}:`);
      socket.write(text);
      return new Promise((done, failed) => waiting.set(id, { done, failed }));
    }
  });
}
