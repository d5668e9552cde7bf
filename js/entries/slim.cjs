module.exports = require('./common.cjs').slim;
