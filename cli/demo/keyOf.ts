import { z } from 'zod';
import type { Api } from '../shell/api';
import { Refusal } from '../shell/problem';

const Checkpoint = z.object({ verifierKey: z.string() });

/** The public key of an organisation, once its journal was signed for the first time; null until then. */
export async function keyOf(api: Api): Promise<string | null> {
  try {
    return (await api.get('/journal/checkpoint', Checkpoint)).body.verifierKey;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
