import { template } from './frame/engine';
import type { Frame, MemberFrame } from './frame/frame';
import { memberPage, outsidePage } from './frame/layout';
import { drawn, type Fault, type Field } from './parts/form';
import type { ContractChange } from './parts/changes';
import type { Said } from './words/word';

const expired = template<object>(`<h1>{{w "expired.title"}}</h1><p>{{w "expired.why"}}</p>
{{#if sent}}<p class="note done" role="status">{{w "expired.sent"}}</p>{{else}}<form method="post" action="{{link action}}" class="confirm" aria-labelledby="e-h"><h2 id="e-h">{{w "expired.ask"}}</h2><p>{{w "expired.same"}}</p><button class="btn main full" type="submit">{{w "expired.go"}}</button></form>{{/if}}
<section class="note" aria-labelledby="d-h"><h2 id="d-h">{{w "guest.doubt"}}</h2><p>{{w "guest.doubtWhat"}}</p></section>`);

/** The link has ended; a new one goes to the address that the first went to, never to another. */
export const expiredPage = (frame: Frame, sender: string, view: { action: string; sent: boolean }): string =>
  outsidePage(frame, sender, { title: { key: 'expired.title' }, main: expired(frame, view) });

export type SigningView = {
  action: string;
  key: string;
  sender: string;
  controller: string;
  reference: string;
  version: number;
  inForceFrom: string;
  hash: string;
  changes: readonly ContractChange[];
  fields: readonly Field[];
  faults: readonly Fault[];
  signed: { at: string; name: string; function: string } | null;
};

const signing = template<object>(`<h1>{{w "signing.title" n=version reference=reference}}</h1>
<p class="lede">{{w "signing.lead" sender=sender controller=controller}}</p><p>{{w "signing.from"}} {{calendar inForceFrom}}.</p>
<section class="stack-s" aria-labelledby="c-h"><h2 id="c-h">{{count changes.length "agreement.changeOne" "agreement.changes"}}</h2>{{> contractChanges}}</section>
<section class="card" aria-labelledby="h-h"><h2 id="h-h">{{w "agreement.hash"}}</h2><p class="hash">{{groups hash}}</p></section>
{{#if signed}}<p class="note done" role="status"><strong>✓ {{w "signing.signed"}}</strong> {{time signed.at "long"}}, {{signed.name}}, {{signed.function}}.</p>
{{else}}<form method="post" action="{{link action}}" class="confirm" aria-labelledby="s-h" novalidate><h2 id="s-h">{{w "agreement.sign"}}</h2>{{#if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h3 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h3>{{> faultList}}</div>{{/if}}<input type="hidden" name="_key" value="{{key}}"><input type="hidden" name="documentHash" value="{{hash}}">{{#each fields}}{{> field}}{{/each}}<p>{{w "agreement.signWhat"}}</p><button class="btn main big full" type="submit">{{w "agreement.sign"}}</button></form>{{/if}}
<section class="note" aria-labelledby="d-h"><h2 id="d-h">{{w "guest.doubt"}}</h2><p>{{w "guest.doubtWhat"}}</p></section>`);

export const signingPage = (frame: Frame, view: SigningView): string =>
  outsidePage(frame, view.sender, {
    title: { key: 'signing.title', values: { n: String(view.version), reference: view.reference } },
    main: signing(frame, { ...view, fields: view.fields.map(drawn) }),
    failed: view.faults.length > 0,
  });

export type ProblemView = { status: number; title: Said; what: Said; changed: readonly Said[]; back: string };

const problem =
  template<object>(`<h1>{{say title}}</h1><p class="measure">{{say what}}</p>{{#if changed.length}}<ul>{{#each changed}}<li>{{say this}}</li>{{/each}}</ul>{{/if}}
<p><a class="btn" href="{{link back}}">{{w "problem.back"}}</a></p><p class="small muted">{{w "problem.code"}} {{status}}</p>`);

/** What went wrong, in words, with a way out. */
export function problemPage(frame: Frame | MemberFrame, view: ProblemView): string {
  const content = { title: view.title, main: problem(frame, view) };
  return 'orgId' in frame ? memberPage(frame, { ...content, narrow: true }) : outsidePage(frame, 'Vigie', content);
}
