import { z } from 'zod';
import { Role } from '../shared/roles';

/** Beside `roles`, of a message to our own people. */
export const Reached = z.array(Role).exactOptional().meta({
  description:
    'roles by which somebody is told: DIR where nobody holds one that is asked, none where nobody is told; absent where each has a holder, and in older entries',
});
