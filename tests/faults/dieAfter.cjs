'use strict';
// Preloaded into every Node process of a trial; acts in the API alone. While the file named by VIGIE_TEST_DIE_AFTER is
// there, the process kills itself (SIGKILL: no handler, no flush) at the instant that the file names, once:
//   answer POST /sending notice.version   the answer to that request has just been handed to the operating system;
//                                         what the API would write after an entry of that type is held back until then
//   entry breach.suspected                the database has just acknowledged an entry of that type
const { existsSync, readFileSync, rmSync } = require('node:fs');
const http = require('node:http');
const { join } = require('node:path');

const order = process.env.VIGIE_TEST_DIE_AFTER;
if (order !== undefined && /processes[/\\]api\.js$/.test(process.argv[1] ?? '')) arm();

function arm() {
  const { end } = http.ServerResponse.prototype;
  http.ServerResponse.prototype.end = function (...words) {
    const { method, url } = this.req;
    this.once('finish', () => {
      const [kind, verb, path] = orders();
      if (kind === 'answer' && this.statusCode < 300 && method === verb && url.endsWith(path)) die();
    });
    return end.apply(this, words);
  };
  const { Collection } = require(join(process.cwd(), 'node_modules', 'mongodb'));
  const { insertMany } = Collection.prototype;
  let isWritten = false;
  Collection.prototype.insertMany = async function (documents, ...rest) {
    if (isWritten) await new Promise(() => undefined); // it will be dead first
    const done = await insertMany.call(this, documents, ...rest);
    const holds = (wanted) => documents.some(({ type }) => type === wanted);
    const [kind, ...words] = orders();
    if (kind === 'entry' && holds(words[0])) die();
    if (kind === 'answer' && holds(words[2])) isWritten = true;
    return done;
  };
}

const orders = () => (existsSync(order) ? readFileSync(order, 'utf8').trim().split(' ') : []);

function die() {
  rmSync(order);
  process.kill(process.pid, 'SIGKILL');
}
