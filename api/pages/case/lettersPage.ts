import { z } from 'zod';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { readRecipientLists } from '../../../application/controllerCase/recipientLists';
import { printLetters, takeLetters } from '../../../application/controllerCase/printLetters';
import type { Asker } from '../../../application/policies/asker';
import { mayCommandCase } from '../../../application/policies/controllerCase';
import { PDF } from '../../../application/ports/documents';
import { LETTERS_IN_FILE, printable } from '../../../domain/controllerCase/personsLetters';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';

const policy = (asker: Asker) => mayCommandCase(asker, 'persons.send');
const path = '/o/{orgId}/cases/{controllerCaseId}/recipients/{listId}/letters';
const params = z.object({ orgId: OrgId, controllerCaseId: Id, listId: Id });

/** Printing the letters of a list: how many, in how many files, and that the journal says so. */
export const lettersPageOf = (house: PageHouse) =>
  definePage({
    path,
    audience: 'member',
    policy,
    params,
    async render(visit) {
      const { controllerCaseId: caseId, listId } = visit.params;
      const home = `/cases/${caseId}/recipients`;
      const inside = await enterHouse(house, visit, 'cases', `${home}/${listId}/letters`);
      if (!inside.ok) return inside;
      const { ctx, frame, names } = inside.value;
      const refused = refusedForm([], visit, frame.zone, frame, names);
      const one = await readControllerCase({ ctx, input: { caseId } });
      if (!one.ok) return one;
      const lists = await readRecipientLists({ ctx, input: { caseId } });
      if (!lists.ok) return lists;
      const list = lists.value.find(({ facts }) => facts.listId === listId);
      if (list === undefined) return { ok: false, error: { code: 'subject.unknown' } };
      const { letters = 0 } = list.facts;
      const mayPrint = printable(one.value, listId) !== null;
      const values = { n: letters, files: Math.ceil(letters / LETTERS_IN_FILE) };
      return shownAs(
        formPage(frame, {
          action: `${home}/${listId}/letters`,
          back: home,
          key: visit.formKey,
          csrf: visit.csrf,
          revision: null,
          faults: refused.summary,
          changed: refused.changed,
          crumbs: [{ href: home, label: { key: 'recipients.title' } }],
          title: { key: 'letters.print' },
          intro: [mayPrint ? { key: 'letters.intro', values } : { key: 'letters.notNow' }],
          warning:
            mayPrint && list.posted !== null ? { key: 'letters.somePosted', values: { n: list.posted.told } } : null,
          fields: [],
          submit: mayPrint ? { key: 'letters.print' } : null,
          grave: false,
        }),
      );
    },
    act: {
      form: z.record(z.string(), z.string()),
      async run({ ctx, params: { orgId, controllerCaseId: caseId, listId } }, { key }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const printed = await printLetters({ ctx, input: { caseId, listId, key } });
        return printed.ok ? goTo(`/o/${orgId}/cases/${caseId}/recipients`) : printed;
      },
    },
  });

/** One file of them. */
export const lettersFileOf = () =>
  definePage({
    path: `${path}/{file}`,
    audience: 'member',
    policy,
    params: params.extend({ file: z.coerce.number().int().positive().max(10_000) }),
    async render({ ctx, params: { controllerCaseId: caseId, listId, file } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      const taken = await takeLetters({ ctx, input: { caseId, listId, file } });
      if (!taken.ok) return taken;
      return { ok: true, value: { bytes: taken.value, mediaType: PDF, fileName: `letters-${file}.pdf` } };
    },
  });
