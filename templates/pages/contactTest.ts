import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';

export type ContactTestView = { action: string; sender: string; confirmedAt: string | null; caught: boolean };

const page =
  template<object>(`<h1>{{w "contactTry.title"}}</h1><p class="lede">{{w "contactTry.lead" sender=sender}}</p>
{{#if confirmedAt}}<p class="note done" role="status"><strong>✓ {{w "contactTry.done"}}</strong> {{time confirmedAt "long"}}. {{w "contactTry.thanks"}}</p>
{{else if caught}}<p class="note near">{{w "contactTry.caught"}}</p>
{{else}}<form method="post" action="{{link action}}"><button class="btn main big full" type="submit">{{w "contactTry.go"}}</button></form>{{/if}}
<section class="note" aria-labelledby="d-h"><h2 id="d-h">{{w "guest.doubt"}}</h2><p>{{w "guest.doubtWhat"}}</p></section>`);

/** A test, as the contact sees it who was to be reached by it. */
export const contactTestPage = (frame: Frame, view: ContactTestView): string =>
  outsidePage(frame, view.sender, { title: { key: 'contactTry.title' }, main: page(frame, view) });
