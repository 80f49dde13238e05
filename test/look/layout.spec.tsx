import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Form } from '../../src/platform/markup/forms.js';
import { BareLayout, Layout } from '../../src/platform/markup/layout.js';
import { Badge, Banner, Empty, Progress, SavedMark } from '../../src/platform/markup/notices.js';
import { Avatars, Card, Crumbs, Facts, Filings, Table, Tabs } from '../../src/platform/markup/components.js';
import { documentOf } from '../../src/platform/markup/document.js';
import { Time } from '../../src/platform/markup/time.js';
import { aCourse, aFrame, aPerson, rendered } from './rendering.js';

const aPage = (
  <Layout title="Composants" current="project">
    <h1>Composants</h1>
  </Layout>
);
const people = (role: 'student' | 'assistant' | 'lecturer', isAdmin = false) => ({
  person: { ...aPerson, isAdmin },
  course: { ...aCourse, role },
});

describe('the top bar', () => {
  it.each([
    ['a stranger', {}, ['Programme', 'Diapos', 'Évaluation']],
    ['a student', people('student'), ['Cours', 'Projet', 'Calendrier', 'Notes']],
    ['an assistant', people('assistant'), ['Cours', 'Projet', 'Calendrier', 'Correction']],
    ['a lecturer', people('lecturer'), ['Cours', 'Projet', 'Calendrier', 'Correction', 'Carnet de notes', 'Réglages']],
    [
      'a lecturer who administers',
      people('lecturer', true),
      ['Cours', 'Projet', 'Calendrier', 'Correction', 'Carnet de notes', 'Réglages', 'Administration'],
    ],
    ['an administrator outside any course', { person: { ...aPerson, isAdmin: true } }, ['Cours', 'Administration']],
  ])('shows %s their places', (_, frame, places) => {
    const $ = rendered(aPage, frame);
    expect(
      $('.topbar nav a')
        .map((_index, link) => $(link).text())
        .get(),
    ).toEqual(places);
  });

  it('marks the place of the page, and says whether it is the page itself', () => {
    const at = (path: string) => rendered(aPage, { ...people('student'), path })('[aria-current]').attr('aria-current');
    expect(at('/courses/demo/assignments/competitive-analysis')).toBe('page');
    expect(at('/courses/demo/assignments/competitive-analysis?stage=2')).toBe('page');
    expect(at('/courses/demo/submissions/1')).toBe('true');
  });

  it('offers the other language to a stranger as a link to the same page', () => {
    const link = rendered(aPage, { path: '/?from=mail&lang=fr' })('[hreflang]');
    expect([link.attr('href'), link.attr('lang'), link.text()]).toEqual(['/?from=mail&lang=en', 'en', 'EN']);
  });

  it('keeps the language of whoever is signed in with a form that comes back here', () => {
    const $ = rendered(aPage, { ...people('student'), path: '/courses/demo?week=5' });
    const fields = $('form[action="/language"] input')
      .map((_, input) => [[$(input).attr('name'), $(input).val()]])
      .get();
    expect(Object.fromEntries(fields)).toEqual({ _token: 'a-form-token', lang: 'en', next: '/courses/demo?week=5' });
  });

  it('lets everyone who came in go out again', () => {
    const $ = rendered(aPage, people('student'));
    expect($('form[action="/sign-out"] button').text()).toBe('Se déconnecter');
    expect($('a[href="/account"]').text()).toBe('Votre compte');
    expect(rendered(aPage)('a[href="/sign-in"]').text()).toBe('Se connecter');
  });
});

describe('every page', () => {
  it('asks for no form token where a stranger finds no form, for that would cost a cookie', () => {
    const frame = {
      ...aFrame(),
      get formToken(): string {
        throw new Error('The token was read.');
      },
    };
    expect(() => documentOf(aPage, frame)).not.toThrow();
    expect(() => documentOf(<Form action="/">…</Form>, frame)).toThrow('read');
  });

  it('says its language, has one main part and a way to skip to it', () => {
    const $ = rendered(aPage, { lang: 'en' });
    expect($('html').attr('lang')).toBe('en-CA');
    expect($('.skip').attr('href')).toBe(`#${$('main').attr('id')}`);
    expect($('main')).toHaveLength(1);
  });

  it('says that it is a demonstration when it is one, in both layouts', () => {
    const words = 'Démonstration\u00a0: personnes et organisations fictives.';
    const bare = <BareLayout title="Connexion">…</BareLayout>;
    for (const page of [aPage, bare]) {
      expect(rendered(page, { demonstration: true })('aside').text()).toBe(words);
      expect(rendered(page)('body').text()).not.toContain('fictives');
    }
  });
});

describe('the components', () => {
  const all = (
    <Layout title="Tout" description="Tous">
      <Crumbs trail={[{ label: 'Cours', href: '/' }, { label: 'Module 5' }]} />
      <Tabs label="Remise" tabs={[{ href: '/a', label: 'Grille', isCurrent: true }]} />
      <Card labelledBy="due">
        <h2 id="due">Remise</h2>
      </Card>
      <Facts of={[['Cours', <Time key="at" at="2027-02-09T23:30:00Z" />]]} />
      <Badge kind="ok" icon="check">
        Publié
      </Badge>
      <Banner kind="warn" role="status">
        Attention
      </Banner>
      <Empty icon="message" title="Aucune question">
        Elles viendront ici.
      </Empty>
      <Progress value={3} max={4} label="3 étapes sur 4" />
      <SavedMark state="saved" at="2027-02-09T19:06:00Z" />
      <Avatars label="Équipe 4" people={[{ name: aPerson.name }, { name: 'Luc Pelletier', presence: 'away' }]} />
      <Table caption="Notes" captionIs="hidden">
        <tbody />
      </Table>
      <Filings />
    </Layout>
  );

  it('carry no style and no script of their own: the policy would block them', () => {
    const $ = rendered(all, { ...people('lecturer'), demonstration: true });
    expect($('[style], style')).toHaveLength(0);
    expect($('script:not([src])')).toHaveLength(0);
    const handlers = $('*')
      .get()
      .flatMap((element) => Object.keys($(element).attr() ?? {}))
      .filter((name) => name.startsWith('on'));
    expect(handlers).toEqual([]);
  });

  it('speak the language of the page', () => {
    expect(rendered(all)('.saved').text().trim()).toBe('Enregistré à 14\u00a0h\u00a006');
    expect(rendered(all, { lang: 'en' })('.saved').text().trim()).toBe('Saved at 2:06\u00a0p.m.');
    expect(rendered(all, { lang: 'en' })('.crumbs').attr('aria-label')).toBe('Breadcrumb');
  });

  it('close a sentence on a time with one full stop, whatever the language', () => {
    const sentence = (lang: 'fr' | 'en', form: 'moment' | 'date') =>
      rendered(
        <p>
          <Time at="2027-02-09T23:30:00Z" form={form} isLast />
        </p>,
        { lang },
      )('p').text();

    expect(sentence('en', 'moment')).toMatch(/6:30\u00a0p\.m\.$/);
    expect(sentence('en', 'date')).toMatch(/9\.$/);
    expect(sentence('fr', 'moment')).toMatch(/30\.$/);
  });

  it('hide what is drawn from screen readers, and name the people it stands for', () => {
    const $ = rendered(all);
    expect($('svg:not([aria-hidden=true]), .avatar:not([aria-hidden=true]), .filings:not([aria-hidden=true])')).toHaveLength(0);
    expect(
      $('.avatars .sr')
        .map((_, name) => $(name).text())
        .get(),
    ).toEqual(['Inès Belhadj', 'Luc Pelletier']);
  });

  it('wear only classes that the look knows', () => {
    const look = join(import.meta.dirname, '../../src/platform/look');
    const css = readdirSync(look)
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join(look, file), 'utf8'))
      .join('');
    const $ = rendered(all, people('student'));
    const worn = new Set(
      $('[class]')
        .get()
        .flatMap((element) => ($(element).attr('class') ?? '').split(/\s+/)),
    );
    const unknown = [...worn].filter((name) => !css.includes(`.${name}`));
    expect(unknown).toEqual([]);
  });
});
