// The functions for the CommonJS entries (*.cjs). They are bundled into common.cjs, so that all
// entries share one instance and one `UnchaffError`.
export * as files from './files.js';
export * as index from './node.js';
export * as readability from './readability.js';
export * as slim from './slim.js';
export * as stream from './stream.js';
export * as worker from './worker-node.js';
