import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { letterSchemas, type LetterData, type LetterName } from '../../domain/letters/letters';
import type { Block, Paper } from '../../templates/blocks/block';
import { createTexts, writePaper } from '../../templates/createTexts';
import { toHtml } from '../../templates/forms/html';
import { wrap } from '../../templates/forms/text';
import { head, notice, protective, supplement } from './sampleNotices';
import { samples } from './samples';

const noPdf = createTexts(
  () => Promise.resolve(Buffer.from('pdf')),
  () => undefined,
);
const all = Object.entries(samples).map(([sample, [name, data]]) => ({ sample, name, data }));
type Any = { [field: string]: unknown };

const paperOf = (name: LetterName, data: unknown) => writePaper(name, 'fr', data as LetterData[LetterName] & never);

describe('a letter is refused when its data', () => {
  it.each(all)('miss any field ($sample)', ({ name, data }) => {
    const schema: z.ZodType = letterSchemas[name];
    for (const field of Object.keys(data)) {
      const { [field]: _left, ...rest } = data as Any;
      expect(schema.safeParse(rest).success).toBe(false);
      expect(() => paperOf(name, rest)).toThrow();
    }
  });

  it.each(all)('hold one too many ($sample)', ({ name, data }) => {
    expect(() => paperOf(name, { ...data, more: 'text' })).toThrow();
  });

  it.each([
    ['a blank text', { ...notice, addressee: { ...notice.addressee, contact: '  ' } }],
    ['no contact', { ...notice, items: { ...notice.items, b: [] } }],
    [
      'a contact whom nobody can reach',
      { ...notice, items: { ...notice.items, b: [{ name: 'x', role: null, email: null, phone: null, always: true }] } },
    ],
    ['a link that runs', { ...notice, acknowledge: { ...notice.acknowledge, link: 'javascript:alert(1)' } }],
    ['a zone that is none', { ...notice, head: { ...head, zone: 'Europe/Nowhere' } }],
    ['a local hour', { ...notice, head: { ...head, writtenAt: '2026-03-27T19:05:00+01:00' } }],
  ])('have %s', (_rule, data) => {
    expect(() => paperOf('notice', data)).toThrow();
  });
});

/** Every text of a block, in order. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'facts':
      return block.rows.flatMap(({ term, value }) => [term, value]);
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'action':
      return [block.text];
  }
}

describe('a document', () => {
  it.each(
    all.flatMap((one) => [
      { ...one, language: 'fr' as const },
      { ...one, language: 'en' as const },
    ]),
  )('leaves nothing blank ($sample $language)', ({ name, data, language }) => {
    const { blocks } = writePaper(name, language, data as LetterData[LetterName] & never);
    const texts = blocks.flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(/\S/);
    expect(texts.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('has the headings of the wording, in its order', () => {
    const headings = writePaper('notice', 'fr', notice).blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [block.text.slice(0, 2)] : [],
    );
    expect(headings.filter((text) => /^(0\.|[a-j]\))$/.test(text))).toEqual([
      '0.',
      'a)',
      'b)',
      'c)',
      'd)',
      'e)',
      'f)',
      'g)',
      'h)',
      'i)',
      'j)',
    ]);
  });

  it('says that it left by itself, on a provisional clock, and what is not known', async () => {
    const { text, subject } = await noPdf.render('notice', 'en', protective);
    expect(subject).toContain('sent automatically');
    expect(text.replaceAll(/[\s!]+/g, ' ')).toContain('left without being read by a person');
    expect(text).toContain('Provisional starting point');
    expect(text).toContain('suspected breach, nature not determined at this stage');
  });

  it('says so when it leaves after the limit, with the reason or with a promise of one', async () => {
    const late = { ...notice, head: { ...head, writtenAt: '2026-03-28T09:00:00Z' } };
    const given = { ...late, deadline: { ...notice.deadline, lateReason: 'serveur de courrier arrêté' } };
    expect((await noPdf.render('notice', 'fr', late)).text).toContain('! Ce document part après');
    expect((await noPdf.render('notice', 'fr', given)).text).toContain('serveur de courrier arrêté');
  });

  it('says of an earlier version whose sending nobody confirmed that it was acknowledged, where it was', async () => {
    const earlier = { sentAt: null, ackedAt: '2026-03-27T19:00:00Z' };
    const told = { ...supplement, previous: { ...supplement.previous, ...earlier } };
    const { text } = await noPdf.render('supplement', 'fr', told);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('version 1, dont l’accusé de réception est inscrit le 27 mars 2026');
    expect(text).not.toContain('n’est pas confirmé');
    const withdrawal = samples['withdrawal']?.[1] as LetterData['withdrawal'];
    const gone = { ...withdrawal, versions: [{ version: 1, ...earlier }] };
    expect((await noPdf.render('withdrawal', 'en', gone)).text).toContain('receipt acknowledged on');
  });

  it('names in g) each number that c) leaves undetermined, and says nothing of those that are known', async () => {
    const { answer } = supplement.items.c;
    if (answer.answer !== 'value') throw new Error('c is answered');
    const value = { ...answer.value, records: { amount: 'unknown' as const, eta: null } };
    const items = { ...supplement.items, c: { ...supplement.items.c, answer: { ...answer, value } } };
    const plain = async (data: typeof supplement) =>
      (await noPdf.render('supplement', 'en', data)).text.replaceAll(/\s+/g, ' ');
    const gOf = (text: string) => /g\) Items to follow.*?h\)/.exec(text)?.[0] ?? '';
    expect(gOf(await plain({ ...supplement, items }))).toContain('c) Number of records');
    expect(gOf(await plain({ ...supplement, items }))).not.toContain('c) Number of persons');
    expect(gOf(await plain(supplement))).not.toContain('c) Number');
  });

  it('is marked EXERCICE in its subject, its texts and its page, and else never', async () => {
    const drill = { ...notice, head: { ...head, exercise: true } };
    const { subject, text, html } = await noPdf.render('notice', 'fr', drill);
    for (const part of [subject, text, html]) expect(part).toContain('EXERCICE');
    expect(writePaper('notice', 'fr', drill).mark).toBe('EXERCICE');
    const real = await noPdf.render('notice', 'fr', notice);
    for (const part of [real.subject, real.text, real.html]) expect(part).not.toContain('EXERCICE');
  });

  it('leaves without its PDF when that cannot be printed, and somebody hears of it', async () => {
    const faults: unknown[] = [];
    const broken = createTexts(
      () => Promise.reject(new Error('no thread')),
      (error) => faults.push(error),
    );
    const { pdf, text } = await broken.render('notice', 'fr', notice);
    expect([pdf, faults.length, text.length > 1000]).toEqual([null, 1, true]);
  });
});

const hostile = `<script>alert(1)</script> " onmouseover='x' {{7*7}} #panic() \\ & é`;
const paper = (blocks: Block[]): Paper => ({ ...writePaper('notice', 'fr', notice), blocks });

describe('HTML', () => {
  it('shows every text as text', () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text: hostile },
      { kind: 'heading', level: 3, text: hostile },
      { kind: 'paragraph', text: hostile },
      { kind: 'note', strong: true, text: hostile },
      { kind: 'list', items: [hostile] },
      { kind: 'facts', rows: [{ term: hostile, value: hostile }] },
      { kind: 'table', head: [hostile], rows: [[hostile]] },
      { kind: 'action', text: hostile, url: 'https://vigie.example/n/a?b="onload=x' },
    ];
    const html = toHtml({ ...paper(blocks), title: hostile, subject: hostile, strap: hostile }, 'hash');
    expect(html).not.toMatch(/<script|onmouseover='|"onload/);
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(13);
  });

  it('fetches nothing, runs nothing, and every attribute is quoted', () => {
    const html = toHtml(writePaper('notice', 'fr', notice), 'hash');
    expect(html).not.toMatch(/<(img|link|script|iframe|style)|url\(|src=|\son\w+=/i);
    expect(html.replaceAll(/="[^"<>]*"/g, '')).not.toMatch(/<[^>]*=/);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])('refuses the link %s', (url) => {
    expect(() => toHtml(paper([{ kind: 'action', text: 'x', url }]), 'hash')).toThrow(RangeError);
  });
});

describe('plain text', () => {
  it('breaks at spaces only, within 72 characters, and leaves links whole', () => {
    const link = `<https://vigie.example/n/${'a'.repeat(80)}>`;
    const lines = wrap(`${'mot '.repeat(60)}${link} 5\u00A0h\u00A028`).split('\n');
    expect(lines.filter((line) => line.length > 72)).toEqual([link]);
    expect(lines.at(-1)).toBe('5\u00A0h\u00A028');
  });

  it('shows every text as it is, without entities', async () => {
    const data = { ...notice, addressee: { ...notice.addressee, contact: hostile } };
    const { text } = await noPdf.render('notice', 'fr', data);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(hostile);
  });
});
