import { describe, expect, it } from '@jest/globals';
import { problemOf, problemTable } from '../../api/http/problems';
import { toIssues } from '../../api/http/issues';
import { refusalOf } from '../../cli/shell/problem';
import { fr } from '../../cli/words/fr';
import { titlesFr } from '../../cli/words/refusals';
import { speakerOf } from '../../cli/words/word';
import { Signal } from '../../domain/incident/commands';
import type { Issue } from '../../domain/shared/errors';
import { ONE_LINE_RULE } from '../../domain/shared/words';

async function told(issues: Issue[], language: 'fr' | 'en' = 'fr') {
  const response = Response.json(problemOf({ code: 'input.invalid', issues }), { status: 400 });
  return (await refusalOf(response, { language, say: speakerOf(language) })).message;
}
const fault = async (message: string) => (await told([{ pointer: '/body/x', message }])).split('/body/x: ')[1];

describe('a refusal in a French terminal', () => {
  it('has a French title for every problem, and for no other', () => {
    expect(Object.keys(titlesFr).toSorted()).toEqual(Object.keys(problemTable).toSorted());
  });

  it.each([
    ['say something', 'est vide : dites quelque chose'],
    ['Invalid email address', 'n’est pas une adresse de courriel'],
    ['is yet to come', 'est à venir : donnez l’instant du fait'],
    [
      'this agreement is recorded: change it by an amendment',
      'ce contrat est déjà inscrit : il se change par un avenant',
    ],
    ['is before detectedAt (2026-03-27T09:20:00Z)', 'précède detectedAt (2026-03-27T09:20:00Z)'],
    [ONE_LINE_RULE, 'tient sur une ligne, sans caractère invisible ni marque de sens d’écriture'],
    ['an international number: +, then 7 to 15 digits', 'est un numéro international : +, puis 7 à 15 chiffres'],
    ['more came back than left', 'Plus de messages sont revenus qu’il n’y a de personnes informées'],
    ['the next version is 3', 'la version suivante est 3'],
    [
      'is of slime, whose key is not recorded: record the party',
      'vient de slime, dont la clé n’est pas inscrite\u00a0: inscrivez l’organisation avec la clé qu’elle vous a donnée',
    ],
    ['Invalid ISO date', 'n’est pas un jour comme 2026-03-27'],
    ['never heard of', 'dit en anglais : never heard of'],
  ])('says of “%s”: %s', async (english, french) => {
    expect(await fault(english)).toBe(french);
  });

  it('lists the faults that the schema of a signal finds in French, and in English as they are', async () => {
    const parsed = Signal.safeParse({ text: ' ', looksLike: 'meteor', declarant: { email: 'nope' }, alertedAt: 'x' });
    const issues = toIssues(parsed.error?.issues ?? []);
    expect(issues.length).toBeGreaterThan(4);
    expect(await told(issues)).toMatch(/^La demande a des défauts ; les voici tous/);
    expect(await told(issues)).not.toMatch(/en anglais|expected|Invalid/);
    expect(await told(issues, 'en')).toContain('say something');
  });
});

it('the command has one word for a contract and one for an entry of the journal', () => {
  const words = Object.values(fr).join('\n').replace('l’entrée standard', '');
  expect(words).not.toMatch(/convention|entrée/i);
});
