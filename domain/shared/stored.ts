import { z } from 'zod';

/**
 * Leaves of the schemas by which entries are read. What may be entered (`Line`, `Phone`, `Email`, …) is narrowed as we
 * learn, and checked where it comes in; an entry once written is read for ever. So entries are made of these leaves, which
 * are as wide as anything that was ever written and are never narrowed.
 */
export const StoredLine = z.string().min(1).max(200);
export const StoredText = z.string().min(1).max(10_000);
export const StoredLetter = z.string().min(1).max(60_000);
export const StoredEmail = z.string().min(1);
export const StoredUrl = z.string().min(1).max(2000);
export const StoredPhone = z.string().min(1).max(200);
