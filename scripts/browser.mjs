// The browser for the tests: CHROME_PATH, one that is installed, or Debian's chromium, installed where that is allowed.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ask, Failure, run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of Chrome or Chromium; `undefined` if there is none. */
export function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Failure(`CHROME_PATH is ${given}, and there is no program: give the path of Chrome or Chromium.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isProgram);
}

/** Path of Chrome or Chromium, installed if need be. */
export function setUpBrowser() {
  const found = findBrowser();
  if (found) return found;
  const superuser = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (ask('apt-get', ['--version']) === undefined || (superuser.length && ask('sudo', ['-n', 'true']) === undefined)) {
    throw new Failure('No browser was found: install Chromium or Chrome, or set CHROME_PATH to the path of one, and start again.');
  }
  console.log('Installing Chromium with apt-get (a minute or two)');
  const aptGet = (...args) => {
    const [command, ...rest] = [...superuser, 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args];
    run(command, rest, 'Is there a network connection? Or install Chromium by hand and set CHROME_PATH.');
  };
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', 'chromium');
  const installed = findBrowser();
  if (!installed) throw new Failure('apt-get installed chromium, but there is no such program on the PATH: set CHROME_PATH.');
  return installed;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
