import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { ApprovalLine } from './parts/approvals';
import type { Fault } from './parts/form';
import type { Said } from './words/word';

export type ApproveView = {
  /** The list that it is in. */
  room: { href: string; label: Said };
  /** Of the incident or case, inside the organisation. */
  path: string;
  reference: string;
  about: Said;
  approvals: readonly ApprovalLine[];
  faults: readonly Fault[];
  changed: Said | null;
};

const main =
  template<object>(`<p class="crumb"><a href="{{o room.href}}">{{say room.label}}</a> › <a href="{{o path}}">{{tight reference}}</a> › {{w "ask.approve"}}</p>
<h1>{{w "ask.approve"}}</h1>
{{> faults}}<p class="measure"><strong>{{say about}}</strong></p>
{{#if approvals.length}}<p class="measure">{{w "ask.approveIntro"}}</p>
{{> approvals}}{{else}}<p class="empty">{{w "approval.none"}}</p>{{/if}}
<p><a href="{{o path}}">{{w "form.back"}}</a></p>`);

/** What each request would change, and who may say yes to it. */
export const approvePage = (frame: MemberFrame, view: ApproveView): string =>
  memberPage(frame, {
    title: { key: 'ask.approve' },
    main: main(frame, { ...view, csrf: frame.csrf }),
    narrow: true,
    failed: view.faults.length > 0 || view.changed !== null,
  });
