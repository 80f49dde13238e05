import { PrivateAddresses } from '../../src/people/index.js';
import { appForFile } from '../support/app-for-file.js';

describe('a private address', () => {
  const app = appForFile();

  async function scene() {
    const { world } = app;
    const student = await world.student();
    const addresses = app.nest.get(PrivateAddresses);
    const actor = await world.actor(student);
    return { world, student, addresses, actor, slug: student.course.slug };
  }

  it('says whose it is, for its own course and kind alone', async () => {
    const { world, addresses, actor, slug } = await scene();
    const other = await world.course();
    const token = await addresses.issue(actor, 'announcements');

    expect(await addresses.readerOf(slug, 'announcements', token)).toEqual(actor);
    expect(await addresses.readerOf(slug, 'calendar', token)).toBeNull();
    expect(await addresses.readerOf(other.slug, 'announcements', token)).toBeNull();
    for (const wrong of [undefined, '', `${token}a`, [token]]) expect(await addresses.readerOf(slug, 'announcements', wrong)).toBeNull();
  });

  it('can be shown again, though only its hash is kept', async () => {
    const { addresses, actor } = await scene();
    const token = await addresses.issue(actor, 'calendar');

    expect(await addresses.find(actor, 'calendar')).toMatchObject({ token });
    expect(JSON.stringify(await app.database.query('SELECT * FROM private_address'))).not.toContain(token);
    await app.database.query(`UPDATE private_address SET token_hash = repeat('0', 64)`);
    expect(await addresses.find(actor, 'calendar')).toMatchObject({ token: null });
  });

  it('opens nothing once it was renewed or revoked', async () => {
    const { addresses, actor, slug } = await scene();
    const first = await addresses.issue(actor, 'calendar');
    const [second, third] = await Promise.all([addresses.issue(actor, 'calendar'), addresses.issue(actor, 'calendar')]);

    const standing = await addresses.find(actor, 'calendar');
    for (const token of [first, second, third])
      expect(await addresses.readerOf(slug, 'calendar', token)).toEqual(token === standing?.token ? actor : null);

    await addresses.revoke(actor, 'calendar');
    expect(await addresses.find(actor, 'calendar')).toBeNull();
    expect(await addresses.readerOf(slug, 'calendar', standing?.token)).toBeNull();
  });

  it.each([
    ['who has left the course', 'UPDATE enrolment SET ended_at = now()'],
    ['who is suspended', 'UPDATE person SET suspended_at = now()'],
  ])('opens nothing to somebody %s', async (_, leave) => {
    const { addresses, actor, slug } = await scene();
    const token = await addresses.issue(actor, 'calendar');
    await app.database.query(leave);

    expect(await addresses.readerOf(slug, 'calendar', token)).toBeNull();
  });
});
