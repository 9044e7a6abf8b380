import type { Agreement } from '../../domain/agreement/fold';
import type { Offers } from '../../domain/delivery/offers';
import type { Ports } from '../ports/ports';

/** What leaves from here beside mails, for any agreement. */
export const carriedBy = ({ carriers }: Pick<Ports, 'carriers'>): Omit<Offers, 'secrets'> => ({
  sms: carriers.sms !== null,
  webhook: carriers.webhook !== null,
  exchange: carriers.exchange !== null,
});

/** The same for the contacts of one. */
export const offersOf = (ports: Pick<Ports, 'carriers'>, { secrets }: Pick<Agreement, 'secrets'>): Offers => ({
  ...carriedBy(ports),
  secrets: secrets.map(({ contactId }) => contactId),
});
