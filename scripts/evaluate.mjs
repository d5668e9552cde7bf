// `unchaff --ndjson` for scoring tools that count errors by name: an error is its code alone here.
//
//     score.py --cmd 'node scripts/evaluate.mjs' CORPUS
import { Transform } from 'node:stream';
import { answerLines } from '../pkg/cli/ndjson.js';

const codes = new Transform({
  transform(line, encoding, done) {
    const answer = JSON.parse(line);
    done(null, answer.error ? `${JSON.stringify({ ...answer, error: answer.error.code })}\n` : line);
  },
});
codes.pipe(process.stdout);
await answerLines(process.stdin, codes, { blocks: false, options: {} });
codes.end();
