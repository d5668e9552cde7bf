/**
 * Packs files away from the page: compressing many of them takes seconds.
 *
 * In:  { files: [{ name, data, stored }] }, stored: not compressed
 * Out: the archive's bytes, or null where packing failed
 */

import { strToU8, zipSync } from 'fflate';

/** The zip format's first day. Times of files would say when somebody read what. */
const MTIME = '1980-01-01T00:00:00';

self.onmessage = ({ data: { files } }) => {
  const archive = {};
  for (const { name, data, stored } of files) {
    archive[name] = [typeof data === 'string' ? strToU8(data) : data, { level: stored ? 0 : 6, mtime: MTIME }];
  }
  let bytes = null;
  try {
    bytes = zipSync(archive);
  } catch {
    // Larger than the format allows.
  }
  self.postMessage(bytes, { transfer: bytes ? [bytes.buffer] : [] });
};
