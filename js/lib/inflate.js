// Decompresses gzip. The functions of hosts are asynchronous, but the module is needed
// synchronously. The build bundles the library into this file, so that the package has no
// dependencies.
export { gunzipSync } from 'fflate';
