// The other half of gzip: hosts bring one that answers later, and the module is needed at once. The build puts the library into
// this file, so that the package depends on no other.
export { gunzipSync } from 'fflate';
