import { gunzipSync } from './inflate.js';
import base64 from './wasm-inline.js';

/**
 * Returns the bytes of the module, which is compressed inside a script. `Uint8Array.fromBase64` is
 * not available everywhere yet.
 */
export function readModule() {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return gunzipSync(bytes);
}
