import request from 'supertest';
import { checksum } from '../support/checksum.js';
import { addressOf, isWrite, type Route, routesOf } from '../support/routes.js';
import { type House, startApp, type Visitor } from '../support/test-app.js';
import { worldOf } from '../support/world.js';

const FOREIGN = ['https://evil.example', 'http://127.0.0.1.evil.example', 'null'];

describe('every route', () => {
  let house: House;
  let routes: Route[];
  let writes: Route[];
  /** Somebody who may do most: nobody is refused here for lack of a right. */
  let somebody: Visitor;
  let course: string;
  beforeAll(async () => {
    house = await startApp();
    routes = routesOf(house.app);
    writes = routes.filter(isWrite);
    const world = worldOf(house);
    const lecturer = await world.lecturer();
    await house.database.query('UPDATE person SET is_admin = true WHERE id = $1', [lecturer.id]);
    somebody = await house.as(lecturer);
    course = lecturer.course.slug;
  });
  afterAll(() => house.stop());

  it('says who may use it', () => {
    const silent = routes.filter(({ access }) => access === undefined).map(({ name }) => name);

    expect(routes.length).toBeGreaterThan(10);
    expect(silent).toEqual([]);
  });

  describe('that writes', () => {
    /** A write as some page sends it, whatever the page. */
    const write = (route: Route, headers: Readonly<Record<string, string>>): request.Test => {
      const verb = route.verb.toLowerCase() as 'post' | 'put' | 'patch' | 'delete';
      return request(house.app.getHttpServer())
        [verb](addressOf(route, { course }))
        .set({ cookie: somebody.cookie, ...headers });
    };
    /** The routes that do not answer 403; for each of them nothing may have changed either. */
    const accepted = async (send: (route: Route) => request.Test): Promise<string[]> => {
      const before = await checksum(house.database);
      const open: string[] = [];
      for (const route of writes) {
        const { status } = await send(route);
        if (status !== 403) open.push(`${route.verb} ${route.path} answers ${status}`);
      }
      expect(await checksum(house.database)).toEqual(before);
      return open;
    };
    const ours = { 'sec-fetch-site': 'same-origin' };

    it('is there to be looked at', () => expect(writes.length).toBeGreaterThan(5));

    it.each(['form', 'json'])('refuses a %s without token', async (type) => {
      expect(await accepted((route) => write(route, ours).type(type).send({ email: 'a@b.ca' }))).toEqual([]);
    });

    it('refuses a multipart form without token, unless it reads the token there', async () => {
      const open = await accepted((route) => write(route, ours).field('name', 'value'));

      expect(open).toEqual([]);
    });

    it('refuses the token of another session', async () => {
      const { token } = await house.as(await worldOf(house).person());

      expect(await accepted((route) => write(route, { ...ours, 'x-form-token': token }).send({}))).toEqual([]);
    });

    it.each(['cross-site', 'same-site', 'none'])('refuses what a browser calls %s, even with the token', async (site) => {
      expect(await accepted((route) => write(route, { 'sec-fetch-site': site, 'x-form-token': somebody.token }).send({}))).toEqual([]);
    });

    it.each(FOREIGN)('refuses what comes from the origin %s, even with the token', async (origin) => {
      expect(await accepted((route) => write(route, { origin, 'x-form-token': somebody.token }).send({}))).toEqual([]);
    });

    it('takes no answer of GET for it: its address changes nothing when it is only read', async () => {
      const before = await checksum(house.database);
      for (const route of writes) await somebody.get(addressOf(route, { course }));

      expect(await checksum(house.database)).toEqual(before);
    });
  });
});
