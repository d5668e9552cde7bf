module.exports = require('./common.cjs').readability;
