import { readEnv } from './env.js';

describe('the settings', () => {
  it('need nothing on a fresh machine', () => {
    const env = readEnv({});

    expect(env).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://127.0.0.1:3000',
      WEB_CONCURRENCY: 1,
      LOG_LEVEL: 'info',
    });
    expect(env.DATA_DIR).toMatch(/\.data$/);
  });

  it('take an empty value for none, and leave the slash at the end of an address out', () => {
    expect(readEnv({ PORT: '', PUBLIC_URL: 'https://attrait.example/' })).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: 'https://attrait.example',
    });
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT: read "eighty"; .*0 to 65535/],
    [{ PORT: '70000' }, /PORT: read "70000"/],
    [{ DATABASE_URL: 'mysql://here/x' }, /DATABASE_URL: read a value \(not shown\); accepted: postgres:\/\//],
    [{ DATABASE_URL: 'postgres://u:secret@h/x' }, /SESSION_SECRET: read nothing; required beside DATABASE_URL/],
    [{ SESSION_SECRET: 'short' }, /SESSION_SECRET: read a value \(not shown\); accepted: at least 32 characters/],
    [{ S3_URL: 's3://key:secret@h/x' }, /S3_URL: read a value \(not shown\); accepted: https:\/\/KEY:SECRET@endpoint\/bucket/],
    [{ S3_URL: 'https://key:secret@h' }, /S3_URL: read a value \(not shown\); accepted:/],
    [{ S3_URL: 'https://h/bucket' }, /S3_URL: read a value \(not shown\); accepted:/],
    [{ DEMO: 'maybe' }, /DEMO: read "maybe"; accepted: on or off/],
    [{ WEB_CONCURRENCY: '0' }, /WEB_CONCURRENCY: read "0"/],
    [{ LOG_FORMAT: 'xml' }, /LOG_FORMAT: read "xml"; accepted: json or text/],
    [{ TRUST_PROXY: 'yes' }, /TRUST_PROXY: read "yes"; accepted: how many proxies/],
    [{ TRUST_PROXY: '0' }, /TRUST_PROXY: read "0"/],
    [{ TRUST_PROXY: '10.0.0.1/33' }, /TRUST_PROXY: read/],
    [{ TRUST_PROXY: '10.0.0.1, proxy.example' }, /TRUST_PROXY: read/],
  ])('%j stops the start with the name, what was read and what is accepted', (given, message) => {
    expect(() => readEnv(given)).toThrow(message);
  });

  it.each([
    ['2', 2],
    ['10.0.0.7', ['10.0.0.7']],
    ['10.0.0.0/24, ::1, fd00::/8', ['10.0.0.0/24', '::1', 'fd00::/8']],
  ])('read which proxies are believed: %s', (given, proxies) => {
    expect(readEnv({ TRUST_PROXY: given }).TRUST_PROXY).toEqual(proxies);
  });

  it('never repeat a secret', () => {
    expect(() => readEnv({ DATABASE_URL: 'mysql://user:hunter2@h/x' })).not.toThrow(/hunter2/);
  });
});
