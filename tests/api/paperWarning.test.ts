import { expect, it } from '@jest/globals';
import { edpbPaper, sheetPaper } from '../../api/authority/paper';
import { commandCase } from '../../application/controllerCase/commandCase';
import { readCaseToFill } from '../../application/controllerCase/readCases';
import type { Texts } from '../../application/ports/texts';
import { mainAuthority } from '../../domain/controllerCase/mainAuthority';
import { edpbOfCase } from '../../domain/controllerCase/edpb';
import { commands } from '../fakes/caseStory';
import { createNight } from '../fakes/night';
import { openNightCase } from '../fakes/nightCase';
import { must } from '../fakes/realHouse';

it.each([
  ['limited' as const, 1],
  ['maximal' as const, 0],
])(
  'of a high risk and a gravity said to be %s, both papers warn as the page does, or not',
  async (gravity, warned) => {
    const night = await createNight();
    night.at('2026-03-28T02:12:00.000Z');
    const caseId = await openNightCase(night);
    const ctx = night.as('sacha');
    const command = { ...commands['record.change'], change: { gravity } };
    must(await commandCase({ ctx, input: { caseId, key: 'gravity', command } }));
    const one = must(await readCaseToFill({ ctx, input: { caseId } }));
    const authority = mainAuthority(one, ctx.ports.now());
    const warnings: unknown[] = [];
    const texts = ctx.ports.texts;
    const render: Texts['render'] = async (name, language, data) => {
      warnings.push(...(data as { warnings: unknown[] }).warnings);
      return texts.render(name, language, data);
    };
    const heard = { ...ctx, ports: { ...ctx.ports, texts: { ...texts, render } } };
    await sheetPaper(heard, [one], { type: 'initial', authority }, 'fr');
    expect(warnings).toHaveLength(warned);
    const form = must(edpbOfCase(one, { type: 'initial', authorityId: authority.id, language: 'fr' }, ctx.ports.now()));
    await edpbPaper(heard, one, { type: 'initial', authority, form }, 'fr');
    expect(warnings).toHaveLength(2 * warned);
    expect(warnings.every((words) => String(words).startsWith('Un risque élevé a été décidé'))).toBe(true);
  },
  60_000,
);
