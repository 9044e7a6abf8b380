import { z } from 'zod';
import { ExchangeUrl } from '../exchange/exchangeUrl';
import { FreeText } from '../shared/words';

/** That the controller is an organisation of this installation, or of another: named by its own key, never guessed. */
export const Tie = z.strictObject({
  key: z
    .string()
    .max(400)
    .nullable()
    .default(null)
    .meta({ description: 'key that the controller’s organisation gave you (C2SP vkey); null: tied no longer' }),
  exchangeUrl: ExchangeUrl.nullable()
    .default(null)
    .meta({ description: 'where its installation takes our notices; null: it is an organisation of this one' }),
  reason: FreeText.meta({ description: 'how it was checked, and why' }),
});
export type Tie = z.infer<typeof Tie>;
