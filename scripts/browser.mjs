// Finds the browsers for the tests: those that the environment names, those that are installed, or
// Debian's packages, which are installed if that is allowed.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ask, Failure, run } from './run.mjs';

const CHROMIUM = {
  title: 'Chromium',
  variable: 'CHROME_PATH',
  debian: ['chromium', 'chromium-headless-shell'],
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  places: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
};

/** The same engine without windows. It opens a page in half the time. */
const HEADLESS = {
  title: 'Chromium without windows',
  variable: 'CHROME_PATH',
  names: ['chromium-headless-shell', 'chrome-headless-shell'],
  places: [],
};

const FIREFOX = {
  title: 'Firefox',
  variable: 'FIREFOX_PATH',
  debian: ['firefox-esr'],
  names: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

const VALGRIND = { title: 'Valgrind', variable: 'VALGRIND_PATH', debian: ['valgrind'], names: ['valgrind'], places: [] };

/** Returns the path of Chrome or Chromium, or `undefined` if there is none. */
export const findBrowser = () => find(CHROMIUM);

/**
 * Returns the path of a Chromium for many short tests, preferably one without windows, or
 * `undefined` if there is none.
 */
export const findHeadless = () => find(HEADLESS) ?? findBrowser();

/** Returns the path of Firefox, or `undefined` if there is none. */
export const findFirefox = () => find(FIREFOX);

/** Returns the path of Chrome or Chromium, and installs it if necessary. */
export const setUpBrowser = () => setUp(CHROMIUM);

/** Returns the path of Firefox, and installs it if necessary. */
export const setUpFirefox = () => setUp(FIREFOX);

/**
 * Returns the path of Valgrind, and installs it if necessary. A benchmark counts instructions with
 * it.
 */
export const setUpValgrind = () => setUp(VALGRIND);

function find({ title, variable, names, places }) {
  const given = process.env[variable];
  if (given) {
    if (isProgram(given)) return given;
    throw new Failure(`${variable} is ${given}, and there is no program: give the path of ${title}.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(isProgram);
}

function setUp(browser) {
  const { title, variable, debian } = browser;
  const found = find(browser);
  if (found) return found;
  const superuser = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (ask('apt-get', ['--version']) === undefined || (superuser.length && ask('sudo', ['-n', 'true']) === undefined)) {
    throw new Failure(`No ${title} was found: install it, or set ${variable} to its path, and start again.`);
  }
  console.log(`Installing ${title} with apt-get (a minute or two)`);
  const aptGet = (...args) => {
    const [command, ...rest] = [...superuser, 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args];
    run(command, rest, `Is there a network connection? Or install ${title} by hand and set ${variable}.`);
  };
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', ...debian);
  const installed = find(browser);
  if (!installed)
    throw new Failure(`apt-get installed ${debian.join(' and ')}, but there is no such program on the PATH: set ${variable}.`);
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
