import * as cheerio from 'cheerio';
import { CurriculumContent, CurriculumService } from '../../src/curriculum/index.js';
import { appForFile } from '../support/app-for-file.js';
import type { CoursePerson } from '../support/world.js';

describe('what a unit holds', () => {
  const app = appForFile();
  const { world } = app;
  let student: CoursePerson;

  beforeEach(async () => {
    student = await world.student();
    await app.nest.get(CurriculumService).addReleases(student.course.id, [{ unit: 'web-writing', state: 'published' }]);
  });

  const at = (rest: string): string => `/courses/${student.course.slug}${rest}`;
  const read = async (rest: string, person: CoursePerson = student) =>
    cheerio.load((await (await app.as(person)).get(at(rest)).expect(200)).text);
  const content = (): CurriculumContent => app.nest.get(CurriculumContent);

  it('is its workshop sheet: what to bring, the steps with their minutes, what to hand over, what to talk about', async () => {
    const workshop = content().workshop('web-writing')!;

    const page = await read('/units/web-writing');

    expect(page('#h-workshop').text()).toBe(workshop.title.fr);
    expect(page('#workshop .work-steps li')).toHaveLength(workshop.steps.length);
    expect(page('#workshop .work-steps li').first().text()).toContain('min');
    for (const { fr } of [...workshop.bring, ...workshop.handOver, ...workshop.debrief]) expect(page('#workshop').text()).toContain(fr);
    const sheet = await read('/units/web-writing/workshop');
    expect(sheet('h1').text()).toBe(workshop.title.fr);
  });

  it('is its key terms, each in both languages with the definition in the reader’s, leading into the glossary', async () => {
    const [term] = content().termsOf('web-writing');

    const page = await read('/units/web-writing');

    expect(page('.key-terms > div')).toHaveLength(content().termsOf('web-writing').length);
    const link = page(`.key-terms a[href="${at(`/glossary#${term!.id}`)}"]`);
    expect(link.text()).toContain(term!.fr);
    expect(link.find('[lang="en-CA"]').text()).toBe(term!.en);
    expect(link.closest('div').find('dd').text()).toBe(term!.definition.fr);
  });

  it('says to the teaching team, and to nobody else, in which file each part is written', async () => {
    const filesOf = (page: cheerio.CheerioAPI) =>
      page('.source-note code')
        .map((_, code) => page(code).text())
        .get();

    expect(filesOf(await read('/units/web-writing', await world.assistant()))).toEqual(
      expect.arrayContaining(['slides/03-web-writing/unit.yaml', 'slides/03-web-writing/workshop.yaml', 'slides/glossary.yaml']),
    );
    expect(filesOf(await read('/units/web-writing'))).toEqual([]);
    expect((await read('/units/web-writing')).html()).not.toContain('.yaml');
  });

  it('is closed as long as the unit is', async () => {
    const visitor = await app.as(student);
    await visitor.get(at('/units/web-pr/workshop')).expect(404);
    await visitor.get(at('/units/no-such-unit/workshop')).expect(404);
    await (await app.as(await world.lecturer())).get(at('/units/web-pr/workshop')).expect(200);
  });

  describe('in the glossary', () => {
    const shown = (page: cheerio.CheerioAPI) =>
      page('.glossary > div:not([hidden])')
        .map((_, entry) => page(entry).attr('id'))
        .get();

    it('stands every term, in the order of the reader’s language, with an anchor of its own', async () => {
      const page = await read('/glossary');

      expect(page('.glossary > div')).toHaveLength(116);
      expect(shown(page)).toHaveLength(116);
      expect(page('#alert dt b').text()).toBe('alerte');
      expect(page('.glossary dt b').first().text()).toBe('abonné');
      expect(page('h1').text()).toBe('Glossaire');
    });

    it('terms are found without a script, whatever the accents and in either language', async () => {
      const { fr } = content()
        .terms()
        .find(({ id }) => id === 'follower')!;
      expect(fr).toBe('abonné');

      for (const find of ['abonne', 'ABONNÉ', 'follower'])
        expect(shown(await read(`/glossary?find=${encodeURIComponent(find)}`))).toContain('follower');
      expect(shown(await read('/glossary?find=xyzzy'))).toEqual([]);
      expect((await read('/glossary?find=xyzzy'))('[role=status]').text()).toBe('Aucun terme ne correspond.');
    });

    it('terms are those of one unit where that is asked, with links to the units that are open', async () => {
      const page = await read('/glossary?unit=web-writing');

      expect(shown(page).sort()).toEqual(
        content()
          .termsOf('web-writing')
          .map(({ id }) => id)
          .sort(),
      );
      const links = new Set(
        page('.glossary .meta a')
          .map((_, link) => page(link).attr('href'))
          .get(),
      );
      expect([...links]).toEqual([at('/units/web-writing#terms')]);
      expect(page('select option[selected]').attr('value')).toBe('web-writing');
    });
  });
});
