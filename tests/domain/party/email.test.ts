import { describe, expect, it } from '@jest/globals';
import { isEmail } from '../../../domain/party/email';

describe('a mail address', () => {
  it.each(['dpo@slime.example', `${'a'.repeat(64)}@slime.example`])('%s can be written to', (address) => {
    expect(isEmail(address)).toBe(true);
  });

  it.each(['dpo', 'dpo@', `${'a'.repeat(65)}@slime.example`, `dpo@${'a.'.repeat(130)}example`])(
    '%s cannot (RFC 5321)',
    (address) => {
      expect(isEmail(address)).toBe(false);
    },
  );
});
