// Prints the bookmarklet for a reader at your address. Put reader.html, reader.js and the package's
// unchaff.global.js there.
//
//     node build.mjs https://example.com/reader.html
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const reader = new URL(process.argv[2]).href;
const source = readFileSync(new URL('./bookmarklet.js', import.meta.url), 'utf8');
const { code } = transformSync(source, { minify: true, define: { READER: JSON.stringify(reader) } });
console.log(`javascript:${encodeURIComponent(code.trim())}`);
