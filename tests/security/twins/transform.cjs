'use strict';
// The twin of a guard: the product as it is but for one place, which is rewritten while it is compiled.
const { createTransformer } = require('@swc/jest').default ?? require('@swc/jest');

const { file, from, to } = JSON.parse(process.env.VIGIE_TWIN ?? '{"file":"?"}');
const swc = createTransformer({
  jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
});
const rewritten = (source, path) =>
  path.replaceAll('\\', '/').endsWith(`/${file}`) ? source.replace(from, () => to) : source;

module.exports = {
  process: (source, path, options) => swc.process(rewritten(source, path), path, options),
  getCacheKey: (source, path, options) => swc.getCacheKey(rewritten(source, path), path, options),
};
