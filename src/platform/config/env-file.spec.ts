import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from './env.js';
import { withEnvFile } from './env-file.js';
import { ROOT } from './root.js';

describe('the .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attrait-env-'));
  const file = join(folder, '.env');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('fills up the environment, and never overrules it', () => {
    writeFileSync(file, '# settings\nPORT=4000\nDEMO="off"\n');

    expect(withEnvFile({ PORT: '5000' }, file)).toEqual({ PORT: '5000', DEMO: 'off' });
  });

  it('may be missing', () => {
    expect(withEnvFile({ PORT: '5000' }, join(folder, 'nowhere'))).toEqual({ PORT: '5000' });
  });

  it('has an example that lists every setting, and changes nothing as it stands', () => {
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
    const known = [...readFileSync(join(ROOT, 'src/platform/config/env.ts'), 'utf8').matchAll(/^ {4}([A-Z_]+): /gm)].map(
      ([, name]) => name,
    );

    expect([...listed].sort()).toEqual([...known].sort());
    expect(readEnv(withEnvFile({}, join(ROOT, '.env.example')))).toEqual(readEnv({}));
  });
});
