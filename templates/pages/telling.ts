import { template } from './frame/engine';
import type { Frame } from './frame/frame';
import { outsidePage } from './frame/layout';
import type { GuestForm } from './guest';
import { drawn } from './parts/form';

/** What was told at once to the holder of a link. */
export type TellingView = {
  sender: string;
  reference: string;
  subject: string;
  text: string;
  acknowledged: { at: string; name: string; function: string } | null;
  /** Null once it was acknowledged. */
  form: GuestForm | null;
  otherLanguage: { href: string; code: 'fr' | 'en'; label: string };
};

const main =
  template<object>(`<p class="row end"><span class="muted">{{w "notice.reference"}} {{tight reference}}</span>{{#with otherLanguage}}<a class="noprint" href="{{link href}}" lang="{{code}}">{{label}}</a>{{/with}}</p><h1>{{subject}}</h1>
{{#if acknowledged}}<section class="note done" id="ack" aria-labelledby="ack-h"><h2 id="ack-h">✓ {{w "guest.acked"}}</h2><p>{{w "guest.ackedOn"}} {{time acknowledged.at "long"}}, {{acknowledged.name}}, {{acknowledged.function}}.</p></section>
{{/if}}{{#if form}}<form id="ack" method="post" action="{{link form.action}}" class="confirm noprint" aria-labelledby="ack-h" novalidate><h2 id="ack-h">{{w "guest.ackTitle"}}</h2>{{#with form}}{{#if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h3 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h3>{{> faultList}}</div>{{/if}}<input type="hidden" name="_key" value="{{key}}"><p>{{w "guest.ackMeaning"}}</p>{{#each fields}}{{> field}}{{/each}}{{/with}}<button class="btn main big full" type="submit">{{w "guest.ack"}}</button><p class="hint">{{w "guest.ackRecord"}}</p></form>
{{/if}}<section class="card" aria-labelledby="t-h"><h2 id="t-h">{{w "telling.text"}}</h2><p class="letter-text">{{text}}</p></section>
<section class="note" aria-labelledby="d-h"><h2 id="d-h">{{w "guest.doubt"}}</h2><p>{{w "guest.doubtWhat"}}</p></section>
<p class="small muted">{{w "guest.yourLink"}} {{w "guest.noForward"}}</p>`);

/** A vulnerability or a legal demand, as a controller's contact reads and acknowledges it behind its link. */
export const tellingPage = (frame: Frame, view: TellingView): string =>
  outsidePage(frame, view.sender, {
    title: { key: 'telling.pageTitle' },
    main: main(frame, { ...view, form: view.form && { ...view.form, fields: view.form.fields.map(drawn) } }),
    failed: (view.form?.faults.length ?? 0) > 0,
  });
