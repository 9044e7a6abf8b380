export type AgreementStage = 'IN_FORCE' | 'AMENDING';

export type AgreementCommand = 'amendment.propose' | 'amendment.sign' | 'amendment.withdraw';

/** An agreement changes only by an amendment that both sides sign (duty S3-20). `AMENDING|IN_FORCE`: until both have. */
export const agreementTransitions: readonly {
  from: AgreementStage;
  on: AgreementCommand;
  to: AgreementStage | 'AMENDING|IN_FORCE';
}[] = [
  { from: 'IN_FORCE', on: 'amendment.propose', to: 'AMENDING' },
  { from: 'AMENDING', on: 'amendment.sign', to: 'AMENDING|IN_FORCE' },
  { from: 'AMENDING', on: 'amendment.withdraw', to: 'IN_FORCE' },
];

export const allowedOn = (stage: AgreementStage): AgreementCommand[] =>
  agreementTransitions.filter(({ from }) => from === stage).map(({ on }) => on);
