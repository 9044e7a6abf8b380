import type { Role } from '../../domain/shared/roles';

/** Whoever is asked about below; `tool` is a machine whose token says O. */
export type Who = Role | 'tool';

export const everybody: Who[] = ['O', 'IM', 'DPO', 'DIR', 'EC', 'CC', 'CDPO', 'L', 'AUDITOR', 'tool'];
const persons = everybody.filter((who) => who !== 'tool');
/** A controller's contacts come in by their links: of the house they see nothing. */
const house = persons.filter((who) => who !== 'CC' && who !== 'CDPO');
const responders: Who[] = ['O', 'IM', 'DPO'];
const deciders: Who[] = [...responders, 'DIR'];
const workers: Who[] = [...deciders, 'EC', 'L'];

/** Who may do what, by the operation of the API: written by hand from docs/domain.md section 7, not read from policies. */
export const rights: Record<string, readonly Who[]> = {
  whoAmI: everybody,
  readOrganisation: everybody,
  testRelay: ['DIR'],
  renameOrganisation: ['DIR'],
  listMembers: persons,
  addMember: ['DIR'],
  changeMemberRoles: ['DIR'],
  removeMember: ['DIR'],
  changeMemberContact: persons,
  forgetMember: ['DPO', 'DIR'],
  listTokens: ['DIR', 'DPO', 'AUDITOR'],
  issueToken: ['DIR'],
  revokeToken: ['DIR'],

  listAgreements: house,
  readAgreement: house,
  compareAgreementVersions: house,
  recordAgreement: ['DIR', 'DPO'],
  proposeAmendment: ['DIR', 'DPO'],
  signAmendment: ['DIR'],
  withdrawAmendment: ['DIR', 'DPO'],
  issueSigningLink: ['DIR', 'DPO'],

  signal: everybody,
  listClocks: house,
  listIncidents: house,
  readIncident: house,
  startTriage: ['O', 'IM'],
  dismissEvent: responders,
  reopenEvent: deciders,
  justifyInvestigation: ['DPO'],
  declareIncident: responders,
  tellControllers: responders,
  suspectBreach: responders,
  extendBreach: responders,
  setAwareness: responders,
  correctAwareness: deciders,
  releaseClock: deciders,
  ruleOutBreach: deciders,
  addMeasure: workers,
  recordFacts: workers,
  addNote: workers,
  closeIncident: ['IM', 'DPO'],
  reopenIncident: deciders,
  reviewBreakGlass: ['DPO', 'DIR'],
  approve: deciders,

  listVulnerabilities: house,
  readVulnerability: house,
  proveVulnerability: responders,
  fixVulnerability: responders,

  listNotices: house,
  readNotice: house,
  listCalls: house,
  readNoticeEnvelope: house,
  readNoticePdf: house,
  readNoticeText: house,
  sendNotice: responders,
  supplementNotice: responders,
  withdrawNotice: responders,
  sendIncidentReport: responders,
  saveDraft: responders,
  logCall: deciders,
  logAcknowledgement: deciders,
  explainNotice: deciders,
  answerQuestion: deciders,
  reportDelivery: [...deciders, 'tool'],
  closeNotice: ['IM', 'DPO'],
  reopenNotice: ['IM', 'DPO'],

  listEntries: ['IM', 'DPO', 'DIR', 'EC', 'L', 'AUDITOR'],
  readCheckpoint: ['IM', 'DPO', 'DIR', 'EC', 'L', 'AUDITOR'],
  readProof: ['IM', 'DPO', 'DIR', 'EC', 'L', 'AUDITOR'],
  readSigning: ['IM', 'DPO', 'DIR', 'EC', 'L', 'AUDITOR'],
  acceptJournal: ['DPO', 'DIR'],
  restoreJournal: ['DIR'],
  correctEntry: deciders,
  eraseFields: ['DPO'],
  exportJournal: ['DPO', 'DIR', 'AUDITOR'],
  extractFor: ['IM', 'DPO', 'DIR'],
};
