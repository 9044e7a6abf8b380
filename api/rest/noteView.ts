import { z } from 'zod';
import { mayReadCounsel } from '../../application/policies/journal';
import type { Asker } from '../../application/policies/asker';
import type { Mark } from '../../domain/incident/incident';
import type { Note } from '../../domain/incident/workValues';
import { Instant } from '../../domain/shared/instant';
import { Id } from '../http/fields';
import { erasableWords } from './erasableWords';

const NoteView = z
  .strictObject({
    noteId: Id,
    seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
    byId: Id.meta({ description: 'opaque id of who wrote it' }),
    at: Instant.meta({ description: 'when it was written' }),
    class: z
      .enum(['general', 'counsel'])
      .meta({ description: 'counsel notes are shown to counsel, data protection officer and management' }),
    text: erasableWords('the note'),
  })
  .meta({ id: 'Note', description: 'A note' });

export const Notes = z.array(NoteView).meta({ description: 'in the order in which they were written' });

/** Counsel's are left out for whoever may not read them. */
export const presentNotes = (notes: readonly (Note & Mark)[], asker: Asker): z.output<typeof Notes> =>
  notes
    .filter((note) => note.class === 'general' || mayReadCounsel(asker))
    .map(({ noteId, seq, byId, at, class: kindOfNote, text }) => ({ noteId, seq, byId, at, class: kindOfNote, text }));
