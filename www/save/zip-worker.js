/**
 * Packs files in a worker, because compressing many files takes seconds.
 *
 * In:  { files: [{ name, data, stored }] }, stored: not compressed Out: the archive's bytes, or
 * null if packing failed
 */

import { strToU8, zipSync } from 'fflate';

/**
 * The first date that the zip format can express. Real dates would reveal when somebody read what.
 */
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
    // The archive is larger than the format allows.
  }
  self.postMessage(bytes, { transfer: bytes ? [bytes.buffer] : [] });
};
