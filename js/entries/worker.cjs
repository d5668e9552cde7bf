module.exports = require('./common.cjs').worker;
