// `node scripts/xtask.mjs COMMAND` runs a command of the build tool in xtask/: `build`, `package`
// or `release`.
import { main } from './run.mjs';
import { startTool } from './setup.mjs';

await main(startTool(process.argv[2]));
