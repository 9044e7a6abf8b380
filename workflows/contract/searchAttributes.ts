import { defineSearchAttributeKey } from '@temporalio/common';

/** Never encrypted, whatever codec is set: opaque ids, states and instants only. */
export const vigieOrg = defineSearchAttributeKey('VigieOrg', 'KEYWORD');
export const vigieState = defineSearchAttributeKey('VigieState', 'KEYWORD');
export const vigieDueAt = defineSearchAttributeKey('VigieDueAt', 'DATETIME');

export const searchAttributeKeys = [vigieOrg, vigieState, vigieDueAt] as const;
