// Runs in a worker thread, since the compiler is synchronous. Plain JavaScript: threads start from a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const FAMILY = 'AtkinsonHyperlegibleNext';
const { sheet, fontFolder } = workerData;
const fonts = ['400Regular', '700Bold'].map((face) => readFileSync(join(fontFolder, face, `${FAMILY}_${face}.ttf`)));
const compiler = NodeCompiler.create({ workspace: join(sheet, '..'), fontArgs: [{ fontBlobs: fonts }] });
const source = readFileSync(sheet, 'utf8');

/** Compiled as PDF/UA-1; throws what the compiler says, e.g. of a character that no font holds. */
function print(mainFileContent, inputs) {
  const compiled = compiler.compile({ mainFileContent, inputs });
  if (compiled.hasError()) throw new Error(`the sheet does not compile: ${compiled.takeError()?.message}`);
  try {
    return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
  } finally {
    compiler.evictCache(10);
  }
}

const probes = new Map();

/** Whether the sheet's fonts hold a character. Only asked once a document could not be printed. */
function isPrintable(character) {
  const known = probes.get(character);
  if (known !== undefined) return known;
  const head = source.split('\n').find((line) => line.startsWith('#let typefaces'));
  let printable = true;
  try {
    print(`${head}\n#set document(title: "x")\n#set text(font: typefaces, fallback: false)\n#sys.inputs.probe`, {
      probe: character,
    });
  } catch {
    printable = false;
  }
  probes.set(character, printable);
  return printable;
}

/** What no font holds is shown by its code, so that nothing vanishes and the document still leaves. */
const spellOut = (text) =>
  text.replaceAll(/[^\n\x20-\x7e]/gu, (character) =>
    isPrintable(character) ? character : `[U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );

const spellOutAll = (value) => {
  if (typeof value === 'string') return spellOut(value);
  if (Array.isArray(value)) return value.map(spellOutAll);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, spellOutAll(member)]));
};

function printPaper(paper) {
  try {
    return print(source, { paper });
  } catch {
    return print(source, { paper: JSON.stringify(spellOutAll(JSON.parse(paper))) });
  }
}

/** Fonts and sheet are read in before anybody waits for a document. */
const blank = { language: 'fr', title: 'x', mark: null, strap: 'x', author: 'x', date: [2000, 1, 1], blocks: [] };
print(source, { paper: JSON.stringify({ ...blank, foot: 'x', page: 'x', hashLine: 'x' }) });

parentPort.on('message', ({ id, paper }) => {
  try {
    const pdf = printPaper(paper);
    if (!pdf.includes(FAMILY)) throw new Error('the typeface is missing from the PDF');
    parentPort.postMessage({ id, pdf });
  } catch (error) {
    parentPort.postMessage({ id, fault: String(error) });
  }
});
