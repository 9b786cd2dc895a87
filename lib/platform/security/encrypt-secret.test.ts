import { afterEach, describe, expect, it, vi } from 'vitest';
import { decryptSecret } from './decrypt-secret';
import { encryptSecret } from './encrypt-secret';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('encryptSecret and decryptSecret', () => {
  it('give the secret back, differ each time and do not show it', async () => {
    vi.stubEnv('MASSGEN_SECRET', 'a secret of this test');
    const [one, two] = [await encryptSecret('sk-ü-1', 'row 1'), await encryptSecret('sk-ü-1', 'row 1')];
    expect(one).not.toBe(two);
    expect(one).not.toContain('sk-');
    expect(await decryptSecret(one, 'row 1')).toBe('sk-ü-1');
  });

  it('fail for a changed text, another row and another instance', async () => {
    vi.stubEnv('MASSGEN_SECRET', 'a secret of this test');
    const text = await encryptSecret('sk-1', 'row 1');
    for (let at = 0; at < text.length; at += 3) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      // The last letter of each part carries bits that base64url ignores.
      if (
        Buffer.from(changed.split('.').join(''), 'base64url').equals(Buffer.from(text.split('.').join(''), 'base64url'))
      )
        continue;
      await expect(decryptSecret(changed, 'row 1')).rejects.toThrow();
    }
    await expect(decryptSecret(text, 'row 2')).rejects.toThrow();
    await expect(decryptSecret('nonsense', 'row 1')).rejects.toThrow();
    vi.stubEnv('MASSGEN_SECRET', 'another secret of this test');
    await expect(decryptSecret(text, 'row 1')).rejects.toThrow();
  });
});
