'use strict';
// Preloaded into every Node process of a trial; acts in the API alone. While the file named by VIGIE_TEST_DIE_AFTER is
// there, the process kills itself (SIGKILL: no handler, no flush) at the instant that the file names, once:
//   answer POST /sending       the answer to that request has just been handed to the operating system
//   entry breach.suspected     the database has just acknowledged an entry of that type
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
      if (this.statusCode < 300) obey((what) => what[0] === 'answer' && what[1] === method && url.endsWith(what[2]));
    });
    return end.apply(this, words);
  };
  const { Collection } = require(join(process.cwd(), 'node_modules', 'mongodb'));
  const { insertMany } = Collection.prototype;
  Collection.prototype.insertMany = async function (documents, ...rest) {
    const done = await insertMany.call(this, documents, ...rest);
    obey((what) => what[0] === 'entry' && documents.some(({ type }) => type === what[1]));
    return done;
  };
}

function obey(isMeant) {
  if (!existsSync(order) || !isMeant(readFileSync(order, 'utf8').trim().split(' '))) return;
  rmSync(order);
  process.kill(process.pid, 'SIGKILL');
}
