/** What leaves from here beside mails, as the operator has set it; `secrets`: contacts for whom a webhook can be signed. */
export type Offers = { sms: boolean; webhook: boolean; exchange: boolean; secrets: readonly string[] };
