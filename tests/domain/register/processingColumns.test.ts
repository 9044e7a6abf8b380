import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Annex1 } from '../../../domain/agreement/annex1';
import {
  cellsOfProcessing,
  missingIn,
  processingColumns,
  processingKeys,
} from '../../../domain/register/processingColumns';
import { columnWord, writeCell } from '../../../templates/register/writeCell';

const annex = Annex1.parse(JSON.parse(readFileSync('fixtures/agreement-slime.json', 'utf8')));
const row = (document: typeof annex | null) =>
  cellsOfProcessing({ reference: annex.reference, version: 1, state: 'inForce', document });
const written = (document: typeof annex | null) =>
  Object.fromEntries(
    row(document).map((cell, index) => [processingKeys[index], writeCell('en', 'Europe/Paris', cell)]),
  );

describe('the register of processing (GDPR Art. 30(2); S3-15)', () => {
  it('has words for each column in both languages, and no cell without words', () => {
    expect(new Set(processingKeys).size).toBe(processingKeys.length);
    for (const key of processingKeys) expect(columnWord('fr', key) && columnWord('en', key)).not.toBe('');
    for (const text of Object.values(written(annex))) expect(text).not.toBe('');
  });

  it('a) says who controls and who processes, with contacts and officers of both', () => {
    expect(written(annex)).toMatchObject({
      agreement: 'SLIME-EI-2026-01 v1',
      controller: "Communauté d'agglomération du Val Témoin · 200000008 · France",
      controllerDpo: 'Dominique Essai · dpo@val-temoin.example · +33 1 99 00 00 01',
      processorDpo: 'Sacha Gabarit · dpo@ecoute-enquetes.example · +33 1 99 00 00 11',
      euRepresentative: 'Does not apply',
    });
    expect(written(annex)['controllerContacts']).toContain('astreinte@val-temoin.example');
  });

  it('b) says the categories of processing, and only the data that are processed', () => {
    const { operations, processedData } = written(annex);
    expect(operations).toContain('saisie pseudonymisée des réponses');
    expect(processedData).toContain('identification · nom, prénom, numéro de téléphone');
    expect(processedData).not.toContain('localisation');
  });

  it('c) says that nothing is transferred, or where to and under which safeguards', () => {
    const { safeguards: _, ...silent } = annex.transfersOutsideEU;
    expect(written({ ...annex, transfersOutsideEU: { ...silent, allowed: false, countries: [] } })).toMatchObject({
      transfers: 'No transfer',
      safeguards: 'Does not apply',
    });
    const transfersOutsideEU = { allowed: true, countries: ['US'], safeguards: 'SCC 2021/914, module 3' };
    expect(written({ ...annex, transfersOutsideEU })).toMatchObject({
      transfers: 'United States',
      safeguards: 'SCC 2021/914, module 3',
    });
  });

  it('c) a sub-processor outside the Economic Area is a transfer whatever the annex calls it, and its safeguards are missing', () => {
    const subProcessors = annex.subProcessors.map((one) => ({ ...one, country: 'IN' }));
    const document = { ...annex, subProcessors, transfersOutsideEU: { allowed: false } };
    expect(written(document)).toMatchObject({ safeguards: 'Missing in the contract' });
    expect(written(document)['transfers']).toContain('India');
    expect(missingIn(row(document))).toContain('safeguards');
  });

  it('d) says the security measures, or that they are missing', () => {
    expect(missingIn(row(annex))).toEqual(['controllerPostal', 'security']);
    const processing = { ...annex.processing, securityMeasures: 'Chiffrement, MFA' };
    const controller = { ...annex.controller, postal: '1 place de l’Essai' };
    expect(missingIn(row({ ...annex, controller, processing }))).toEqual([]);
    expect(written({ ...annex, processing })['security']).toBe('Chiffrement, MFA');
  });

  it('asks for a representative in the Union of a controller outside of it (Art. 27)', () => {
    expect(missingIn(row({ ...annex, controller: { ...annex.controller, country: 'CH' } }))).toContain(
      'euRepresentative',
    );
  });

  it('knows nothing of a contract whose text was erased but which it is, and calls nothing missing', () => {
    expect(missingIn(row(null))).toEqual([]);
    expect(row(null)).toHaveLength(processingColumns.length + 2);
    expect(written(null)).toMatchObject({ agreement: 'SLIME-EI-2026-01 v1', purpose: 'Not determined at this stage' });
  });
});
