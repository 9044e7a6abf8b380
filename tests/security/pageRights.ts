import { everybody, rights, type Who } from './rights';

/** Who is shown a page, and who may send its form; `guest`: whoever holds the link; null: there is nothing to send. */
export type PageRight = { view: readonly Who[] | 'guest' | 'anyone'; act: readonly Who[] | 'guest' | 'anyone' | null };

const of = (operation: string): readonly Who[] => {
  const found = rights[operation];
  if (found === undefined) throw new Error(`no row for ${operation}`);
  return found;
};
const reads = (operation: string): PageRight => ({ view: of(operation), act: null });
/** A page that is nothing but a form: who may not act is not shown it. */
const acts = (operation: string): PageRight => ({ view: of(operation), act: of(operation) });
const guest: PageRight = { view: 'guest', act: 'guest' };
const anyone: PageRight = { view: 'anyone', act: 'anyone' };

const incident = '/o/{orgId}/incidents/{incidentId}';
const oneCase = '/o/{orgId}/cases/{controllerCaseId}';
const notice = `${incident}/notices/{noticeId}`;

/** Every page of the house, by hand: each does what an operation of the API does, under the same rights. */
export const pageRights: Record<string, PageRight> = {
  '/': { view: 'anyone', act: null },
  '/mailbox': { view: 'anyone', act: null },
  '/api/docs': { view: 'anyone', act: null },
  '/enter': anyone,
  '/leave': anyone,
  '/p/{orgId}/{controllerCaseId}': { view: 'anyone', act: null },
  '/language': anyone,

  '/o/{orgId}': reads('listClocks'),
  '/o/{orgId}/pack': reads('readPaperPack'),
  '/o/{orgId}/incidents': reads('listIncidents'),
  [incident]: reads('readIncident'),
  [`${incident}/triage`]: acts('startTriage'),
  [`${incident}/declare`]: acts('declareIncident'),
  [`${incident}/suspect`]: acts('suspectBreach'),
  [`${incident}/aware`]: acts('setAwareness'),
  [`${incident}/extend`]: acts('extendBreach'),
  [`${incident}/sub-notice`]: acts('addSubNotice'),
  '/o/{orgId}/sub-processors': reads('readSubProcessors'),
  '/o/{orgId}/sub-notice': acts('receiveSubNotice'),
  [`${incident}/correct`]: acts('correctAwareness'),
  [`${incident}/release`]: acts('releaseClock'),
  [`${incident}/rule-out`]: acts('ruleOutBreach'),
  [`${incident}/tell`]: acts('tellControllers'),
  [`${incident}/fact`]: acts('recordFacts'),
  [`${incident}/measure`]: acts('addMeasure'),
  [`${incident}/note`]: acts('addNote'),
  [`${incident}/justify`]: acts('justifyInvestigation'),
  [`${incident}/dismiss`]: acts('dismissEvent'),
  [`${incident}/reopen-event`]: acts('reopenEvent'),
  [`${incident}/review`]: acts('reviewBreakGlass'),
  [`${incident}/close`]: acts('closeIncident'),
  [`${incident}/reopen`]: acts('reopenIncident'),
  [`${incident}/approve`]: acts('approve'),

  '/o/{orgId}/registers': reads('readRegister'),
  '/o/{orgId}/registers/file': reads('readRegister'),
  '/o/{orgId}/registers/statistics': reads('readStatistics'),
  '/o/{orgId}/exercises': reads('listExercises'),
  '/o/{orgId}/exercises/new': acts('planExercise'),
  '/o/{orgId}/exercises/{exerciseId}': reads('readExercise'),
  '/o/{orgId}/exercises/{exerciseId}/stop': acts('stopExercise'),

  '/o/{orgId}/cases': reads('listCases'),
  '/o/{orgId}/cases/new': acts('openCase'),
  '/o/{orgId}/cases/received': acts('openCase'), // a tool brings it over REST
  [oneCase]: reads('readCase'),
  [`${oneCase}/qualify`]: acts('qualifyCase'),
  [`${oneCase}/rule-out`]: acts('ruleOutCase'),
  [`${oneCase}/advise`]: acts('adviseOnRisk'),
  [`${oneCase}/score`]: acts('scoreRisk'),
  [`${oneCase}/decide`]: acts('decideRisk'),
  [`${oneCase}/file`]: acts('fileWithAuthority'),
  [`${oneCase}/draft`]: acts('draftToPersons'),
  [`${oneCase}/send`]: acts('sendToPersons'),
  [`${oneCase}/recipients`]: { view: of('listRecipientLists'), act: of('uploadRecipients') },
  [`${oneCase}/tell`]: acts('recordPersonsTold'),
  [`${oneCase}/acknowledge`]: acts('acknowledgeToProcessor'),
  [`${oneCase}/ask`]: acts('askProcessor'),
  [`${oneCase}/answered`]: acts('recordProcessorAnswer'),
  [`${oneCase}/measure`]: acts('noteProposedMeasure'),
  [`${oneCase}/measure-answer`]: acts('answerMeasure'),
  [`${oneCase}/measure-urgent`]: acts('noteTakenMeasure'),
  [`${oneCase}/told`]: acts('addTelling'),
  [`${oneCase}/note`]: acts('addCaseNote'),
  [`${oneCase}/asked`]: acts('recordAuthorityQuestion'),
  [`${oneCase}/answer`]: acts('answerAuthority'),
  [`${oneCase}/withdraw`]: acts('withdrawFromAuthority'),
  [`${oneCase}/close-authority`]: acts('closeWithAuthority'),
  [`${oneCase}/require`]: acts('requirePersonsTold'),
  [`${oneCase}/exempt`]: acts('exemptPersons'),
  [`${oneCase}/hold`]: acts('holdPersons'),
  [`${oneCase}/resume`]: acts('resumePersons'),
  [`${oneCase}/publish`]: acts('publishNotice'),
  [`${oneCase}/unpublish`]: acts('retractNotice'),
  [`${oneCase}/order`]: acts('recordPersonsOrder'),
  [`${oneCase}/correct`]: acts('correctCaseAwareness'),
  [`${oneCase}/close`]: acts('closeCase'),
  [`${oneCase}/reopen`]: acts('reopenCase'),
  [`${oneCase}/approve`]: acts('approveCase'),
  [`${oneCase}/record-excuse`]: acts('excuseCaseRecord'),
  [`${oneCase}/record`]: acts('changeCaseRecord'),
  [`${oneCase}/sheet`]: reads('readFillInSheet'),
  [`${oneCase}/sheet/pdf`]: reads('readFillInSheetPdf'),
  [`${oneCase}/edpb`]: reads('readEdpbForm'),
  [`${oneCase}/edpb/pdf`]: reads('readEdpbPdf'),
  [`${oneCase}/edpb/json`]: reads('readEdpbForm'),
  [`${oneCase}/message`]: reads('readPersonsTexts'),
  [`${oneCase}/regimes`]: reads('readCase'),
  [`${oneCase}/regimes/exclude`]: acts('answerRegimesDoNotApply'),
  [`${oneCase}/regimes/{regime}/concern`]: acts('answerRegimeApplies'),
  [`${oneCase}/regimes/{regime}/stage`]: acts('recordRegimeStage'),

  [notice]: reads('readNotice'),
  [`${notice}/sent`]: reads('readNotice'),
  [`${notice}/versions/{version}/{contactId}/text`]: reads('readNoticeText'),
  [`${notice}/versions/{version}/{contactId}/pdf`]: reads('readNoticePdf'),
  [`${notice}/draft`]: acts('saveDraft'),
  [`${incident}/notices`]: acts('sendBatch'),
  [`${incident}/unacknowledged`]: reads('readBoard'),
  [`${incident}/numbers`]: acts('acceptNumbers'),
  [`${notice}/review`]: acts('sendNotice'),
  [`${notice}/call`]: acts('logCall'),
  [`${notice}/replay`]: acts('replayDelivery'),
  [`${notice}/question`]: acts('noteQuestion'),
  [`${notice}/measure`]: acts('proposeMeasure'),
  [`${notice}/measure-answer`]: acts('noteMeasureAnswer'),
  [`${notice}/measure-urgent`]: acts('takeMeasure'),
  [`${notice}/answer`]: acts('answerQuestion'),
  [`${notice}/explain`]: acts('explainNotice'),
  [`${notice}/close`]: acts('closeNotice'),
  [`${notice}/reopen`]: acts('reopenNotice'),

  '/o/{orgId}/signal': { view: everybody, act: everybody },
  '/o/{orgId}/signal/{incidentId}': reads('readIncident'),
  '/o/{orgId}/name': acts('renameOrganisation'),
  '/o/{orgId}/members': { view: of('listMembers'), act: of('addMember') },
  '/o/{orgId}/members/{personId}': acts('changeMemberRoles'),
  '/o/{orgId}/members/{personId}/leave': acts('removeMember'),
  '/o/{orgId}/agreements': reads('listAgreements'),
  '/o/{orgId}/agreements/new': acts('recordAgreement'),
  '/o/{orgId}/agreements/{agreementId}': { view: of('readAgreement'), act: of('signAmendment') },
  '/o/{orgId}/agreements/{agreementId}/amend': acts('proposeAmendment'),
  '/o/{orgId}/agreements/{agreementId}/webhooks': acts('issueWebhookSecret'),
  '/o/{orgId}/parties': reads('listParties'),
  '/o/{orgId}/parties/new': acts('recordParty'),
  '/o/{orgId}/parties/{partyId}/key': acts('changePartyKey'),
  '/o/{orgId}/parties/{partyId}/admit': acts('admitParty'),
  '/o/{orgId}/agreements/{agreementId}/tie': acts('tieAgreement'),
  '/o/{orgId}/journal': reads('listEntries'),
  '/o/{orgId}/journal/export': acts('exportJournal'),
  '/o/{orgId}/mailbox': reads('listIncidents'),
  '/o/{orgId}/mailbox/{mailId}': reads('listIncidents'),
  '/o/{orgId}/mailbox/{mailId}/attachments/{index}': reads('listIncidents'),
  '/o/{orgId}/tokens': { view: of('listTokens'), act: of('issueToken') },
  '/o/{orgId}/tokens/{tokenId}/revoke': acts('revokeToken'),

  '/n/{token}': guest,
  '/n/{token}/ask': guest,
  '/n/{token}/measure': guest,
  '/n/{token}/v/{version}': guest,
  '/n/{token}/pdf/{version}': { view: 'guest', act: null },
  '/n/{token}/text/{version}': { view: 'guest', act: null },
  '/n/{token}/envelope/{version}': { view: 'guest', act: null },
  '/n/{token}/renew': guest,
  '/a/{token}': guest,
};

export const mayView = ({ view }: PageRight, who: Who): boolean => typeof view === 'string' || view.includes(who);
export const mayAct = ({ act }: PageRight, who: Who): boolean =>
  act !== null && (typeof act === 'string' || act.includes(who));
