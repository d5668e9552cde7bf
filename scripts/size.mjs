// Prints the size in bytes of each script and module in a folder: raw, and as a server would send it.
//
//     node scripts/size.mjs pkg
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/size.mjs FOLDER');
  process.exit(2);
}

const row = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(10) : cell.padEnd(18))).join(''));

row('file', 'raw', 'gzip', 'brotli');
for (const name of readdirSync(folder).sort().filter((name) => /\.(c?js|wasm)$/.test(name))) {
  const bytes = readFileSync(join(folder, name));
  row(name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length);
}
