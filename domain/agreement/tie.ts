import { z } from 'zod';
import { FreeText } from '../shared/words';

/** That the controller is an organisation of the same installation: named by its own key, never guessed. */
export const Tie = z.strictObject({
  key: z
    .string()
    .max(400)
    .nullable()
    .default(null)
    .meta({ description: 'key that the controller’s organisation gave you (C2SP vkey); null: tied no longer' }),
  reason: FreeText.meta({ description: 'how it was checked, and why' }),
});
export type Tie = z.infer<typeof Tie>;
