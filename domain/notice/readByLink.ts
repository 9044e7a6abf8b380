import { type Acknowledgement, newestVersion, type Notice } from './fold';

/** The first acknowledgement of the newest version by the controller itself, by link or account; of a call, one of us knows. */
export function readByLink({ versions, acknowledgements }: Pick<Notice, 'versions' | 'acknowledgements'>) {
  const newest = newestVersion({ versions })?.number;
  return acknowledgements.find(({ version, via }) => version === newest && via !== 'call');
}

/** Whether something came when the notice had ended: nobody who closed it can have known. */
export const isAfterEnd = ({ closed }: Pick<Notice, 'closed'>, { at }: Pick<Acknowledgement, 'at'>): boolean =>
  closed !== null && Date.parse(at) >= Date.parse(closed.at);
