import type { z } from 'zod';
import type { Issue } from '../../domain/shared/errors';
import { pointerOf } from '../../domain/shared/pointer';

type Found = z.core.$ZodIssue;

/** Every fault that zod found, each where it is: each unknown member by itself, a union by its nearest branch. */
export function toIssues(found: readonly Found[], under: readonly PropertyKey[] = []): Issue[] {
  return found.flatMap((issue) => {
    const path = [...under, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), message: 'is not known here' }));
    }
    const [nearest] = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
    if (nearest !== undefined && nearest.length > 0) return toIssues(nearest, path);
    return [{ pointer: pointerOf(path), message: issue.message }];
  });
}
