/**
 * The ways to give an input: a paste, a drop, files, an address, and what is waiting when the page
 * opens.
 *
 * @typedef {import('./input.js').PageInput} PageInput
 */

export { takeArrivals } from './arrive.js';
export { aboutFetched } from './fetch-page.js';
export { resetInput, setUpInput, showMoreWays, takeAddress, takeFile } from './controls.js';
export { fromFile, fromPage, otherWay, partOf, payload } from './input.js';
export { currentProxy } from './proxy.js';
