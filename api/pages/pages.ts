import { guestPages } from '../guest/guestPages';
import { contactTestPageOf } from '../guest/contactTestPage';
import { signingPageOf } from '../guest/signingPage';
import { tellingPageOf } from '../guest/tellingPage';
import type { Page } from '../http/definePage';
import { atOnceCommandPages } from './atOnce/commands';
import { atOnceListPages } from './atOnce/listPages';
import { atOnceMatterPages } from './atOnce/matterPages';
import { recordAtOncePages } from './atOnce/recordPages';
import { silentPageOf } from './atOnce/silentPage';
import { agreementPages } from './agreements';
import { approveCasePageOf, casePageOf } from './case/casePage';
import { casesPageOf } from './case/casesPage';
import { caseCommandPages } from './case/commandPages';
import { caseFileOf, caseFilesPageOf } from './case/filesPage';
import { caseKnownPageOf } from './case/knownPage';
import { messagePageOf } from './case/messagePage';
import { leftOutFileOf, unreachedFileOf } from './case/leftOutPage';
import { lettersFileOf, lettersPageOf } from './case/lettersPage';
import { recipientsPageOf } from './case/recipientsPage';
import { regimesPageOf } from './case/regimesPage';
import { incidentRegimesPageOf } from './incident/regimesPage';
import { newCasePageOf } from './case/newCasePage';
import { receivedPageOf } from './receivedPage';
import { receivePageOf } from './case/receivePage';
import { publicNoticePageOf } from '../guest/publicNoticePage';
import { edpbFilesOf, edpbPageOf } from './case/edpbPage';
import { sheetPageOf, sheetPdfOf } from './case/sheetPage';
import { contactTestPages } from './contactTests';
import { exercisePageOf, reportPdfOf } from './exercise/exercisePage';
import { exercisesPageOf } from './exercise/exercisesPage';
import { planPageOf } from './exercise/planPage';
import { stopPageOf } from './exercise/stopPage';
import type { PageHouse } from './house';
import { approvePageOf } from './incident/approvePage';
import { commandPages } from './incident/commandPage';
import { incidentPageOf } from './incident/page';
import { incidentsPageOf } from './incidents';
import { amendPages } from './contract/amendPage';
import { recordAgreementPages } from './contract/recordPage';
import { exportPageOf } from './exportPage';
import { journalPageOf } from './journal';
import { mailboxPages } from './mailbox';
import { housePageOf } from './members/housePage';
import { identityPageOf } from './members/identityPage';
import { seatPageOf } from './members/seatPage';
import { memberPages } from './members/memberPages';
import { membersPageOf } from './members/membersPage';
import { batchPageOf } from './notice/batchPage';
import { boardPageOf } from './notice/boardPage';
import { commonPageOf } from './notice/commonPage';
import { numbersPageOf } from './notice/numbersPage';
import { draftPageOf } from './notice/draftPage';
import { noticeFilePages } from './notice/filesPage';
import { notePages } from './notice/notePages';
import { extractPageOf } from './notice/extractPage';
import { noticePages } from './notice/noticePage';
import { reviewPageOf } from './notice/reviewPage';
import { newSubNoticePageOf } from './newSubNotice';
import { nowPageOf } from './now';
import { keptPackPageOf, packPageOf } from './packPage';
import { admitPageOf } from './parties/admitPage';
import { partiesPageOf } from './parties/partiesPage';
import { partyKeyPageOf } from './parties/partyKeyPage';
import { recordPartyPageOf } from './parties/recordPartyPage';
import { restRoutes } from '../rest/routes';
import { referencePageOf } from './referencePage';
import { registerFileOf } from './registers/registerFile';
import { processingFileOf, processingPageOf } from './registers/processingPage';
import { registerPageOf } from './registers/registerPage';
import { statisticsPageOf } from './registers/statisticsPage';
import { signalPages } from './signal';
import { subProcessorsPageOf } from './subProcessors';
import { tiePageOf } from './tiePage';
import { relayPageOf } from './relay';
import { tokenPages } from './tokens';
import { webhooksPageOf } from './webhooks';

/** Every page of the house but the entrance, which sessions bring. */
export const housePages = (house: PageHouse): Page[] => [
  nowPageOf(house),
  packPageOf(),
  keptPackPageOf(),
  incidentsPageOf(house),
  incidentPageOf(house),
  ...commandPages(house),
  newSubNoticePageOf(house),
  approvePageOf(house),
  ...atOnceListPages(house),
  silentPageOf(house),
  ...recordAtOncePages(house),
  ...atOnceMatterPages(house),
  ...atOnceCommandPages(house),
  casesPageOf(house),
  newCasePageOf(house),
  receivedPageOf(house),
  receivePageOf(house),
  casePageOf(house),
  caseKnownPageOf(house),
  caseFilesPageOf(house),
  caseFileOf(),
  ...caseCommandPages(house),
  approveCasePageOf(house),
  messagePageOf(house),
  recipientsPageOf(house),
  lettersPageOf(house),
  lettersFileOf(),
  leftOutFileOf(),
  unreachedFileOf(),
  publicNoticePageOf(house),
  sheetPageOf(house),
  sheetPdfOf(house),
  edpbPageOf(house),
  ...edpbFilesOf(house),
  regimesPageOf(house),
  incidentRegimesPageOf(house),
  batchPageOf(house),
  boardPageOf(house),
  commonPageOf(house),
  numbersPageOf(house),
  ...noticePages(house),
  extractPageOf(house),
  draftPageOf(house),
  reviewPageOf(house),
  ...notePages(house),
  ...noticeFilePages(house),
  ...signalPages(house),
  ...recordAgreementPages(house),
  subProcessorsPageOf(house),
  ...agreementPages(house),
  ...amendPages(house),
  webhooksPageOf(house),
  tiePageOf(house),
  partiesPageOf(house),
  recordPartyPageOf(house),
  partyKeyPageOf(house),
  admitPageOf(house),
  exercisesPageOf(house),
  planPageOf(house),
  stopPageOf(house),
  exercisePageOf(house),
  reportPdfOf(house),
  journalPageOf(house),
  exportPageOf(house),
  registerPageOf(house),
  registerFileOf(),
  processingPageOf(house),
  processingFileOf(),
  statisticsPageOf(house),
  referencePageOf(house, restRoutes),
  ...mailboxPages(house),
  ...contactTestPages(house),
  relayPageOf(house),
  ...tokenPages(house),
  membersPageOf(house),
  ...memberPages(house),
  housePageOf(house),
  identityPageOf(house),
  seatPageOf(house),
  ...guestPages(house),
  signingPageOf(house),
  contactTestPageOf(house),
  tellingPageOf(house),
];
