module.exports = require('./common.cjs').stream;
