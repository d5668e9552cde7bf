module.exports = require('./common.cjs').files;
