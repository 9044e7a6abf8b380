import type { Regime } from '../regime';

/** Regulation (EU) 2024/2847 art. 14(1)–(2): a manufacturer is aware that a vulnerability of its product is exploited. */
export const craVulnerability: Regime = {
  id: 'craVulnerability',
  law: 'EU',
  facts: ['fixAvailableAt'],
  stages: [
    {
      id: 'earlyWarning',
      from: 'triggerAt',
      limit: 'cra.earlyWarning',
      to: ['productPlatform'],
      tells: ['memberStates'],
    },
    {
      id: 'notification',
      from: 'triggerAt',
      limit: 'cra.notification',
      to: ['productPlatform'],
      tells: ['productAndExploit', 'mitigation', 'protectYourself'],
    },
    {
      id: 'final',
      from: 'fixAvailableAt',
      limit: 'cra.finalVulnerability',
      to: ['productPlatform'],
      tells: ['description', 'severityAndImpact', 'maliciousActor', 'correctiveUpdate'],
    },
  ],
  notes: [],
};

/** Regulation (EU) 2024/2847 art. 14(3)–(4): a manufacturer is aware of a severe incident on the security of its product. */
export const craIncident: Regime = {
  id: 'craIncident',
  law: 'EU',
  facts: [],
  stages: [
    {
      id: 'earlyWarning',
      from: 'triggerAt',
      limit: 'cra.earlyWarning',
      to: ['productPlatform'],
      tells: ['unlawfulOrMalicious', 'memberStates'],
    },
    {
      id: 'notification',
      from: 'triggerAt',
      limit: 'cra.notification',
      to: ['productPlatform'],
      tells: ['incidentNature', 'severityAndImpact', 'mitigation', 'protectYourself'],
    },
    {
      id: 'final',
      from: { sent: ['notification'] },
      limit: 'cra.finalIncident',
      to: ['productPlatform'],
      tells: ['description', 'severityAndImpact', 'rootCause', 'mitigation'],
    },
  ],
  notes: [],
};
