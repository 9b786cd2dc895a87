import { describe, expect, it } from 'vitest';
import { toolSubject } from './tool-subject';

describe('toolSubject', () => {
  it('names the file or the command, its first line', () => {
    expect(toolSubject({ file_path: 'src/parse.ts', content: 'x' })).toBe('src/parse.ts');
    expect(toolSubject({ command: '\nnpm test\nnpm run build', description: 'Tests' })).toBe('npm test');
    expect(toolSubject({ pattern: 'TODO', path: 'src' })).toBe('src');
    expect(toolSubject({ command: 'x'.repeat(500) })).toHaveLength(120);
  });

  it('says nothing where the arguments do not', () => {
    for (const given of [null, undefined, 'text', [], {}, { path: 3, command: ' ' }])
      expect(toolSubject(given)).toBe(null);
  });
});
