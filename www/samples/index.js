/**
 * A page to try in each language, written for this project.
 */

import en from './en.html?raw';
import vi from './vi.txt?raw';

/** By the interface's language: a page's source in English, text copied from a page in Vietnamese. */
export const SAMPLES = { en, vi };
