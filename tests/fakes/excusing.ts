import { type ExcusedGroups, fieldsOfGroup, recordGroups } from '../../domain/controllerCase/recordGroups';
import type { RecordNeed } from '../../domain/controllerCase/recordRegion';

/** One reason for these fields, said of each group that has one of them. */
export const excusing = (fields: readonly RecordNeed[], reason: string): ExcusedGroups =>
  Object.fromEntries(
    recordGroups.flatMap((group) => {
      const own = fieldsOfGroup(group).filter((field) => fields.includes(field));
      return own.length === 0 ? [] : [[group, { fields: own, reason }]];
    }),
  );
