module.exports = require('./common.cjs').index;
