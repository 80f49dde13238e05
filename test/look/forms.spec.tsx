import { Choice, ChoiceGroup, Field, Select, TextArea } from '../../src/platform/markup/fields.js';
import { FileField } from '../../src/platform/markup/files.js';
import { Button, Form } from '../../src/platform/markup/forms.js';
import { rendered } from './rendering.js';

const problems = {
  typed: { site: 'cordo fils', findings: 'Trois questions <revues>', zone: '4', rhythm: 'free', password: 'a secret' },
  errors: { site: 'Il manque le domaine.', files: 'Le fichier dépasse 50 Mo.' },
};

const page = (
  <Form action="/hand-in" problems={problems} sends="upload" guard>
    <Field name="site" label="Adresse du site" type="url" hint="Celle de la page d’accueil." />
    <Field name="password" label="Mot de passe" type="password" />
    <TextArea name="findings" label="Constats" value="avant" optional />
    <Select
      name="zone"
      label="Équipe"
      options={[
        { value: '', label: 'Toutes' },
        { value: '4', label: 'Équipe 4' },
      ]}
    />
    <ChoiceGroup name="rhythm" label="Rythme">
      <Choice name="rhythm" value="weekly" label="Un module par semaine" checked />
      <Choice name="rhythm" value="free" label="Rythme libre" hint="Vous ouvrez chaque module à la main." />
    </ChoiceGroup>
    <FileField name="files" label="Captures" accept={['.png', '.pdf']} maxBytes={50 * 1024 * 1024} most={10} />
    <Button kind="primary" confirm={{ question: 'Remettre ?', consequence: 'Toute l’équipe recevra le reçu.', action: 'Remettre' }}>
      Remettre
    </Button>
  </Form>
);

describe('a form that comes back', () => {
  it('names every problem in a summary whose lines lead to their fields', () => {
    const $ = rendered(page);
    const summary = $('[role=alert]').first();
    expect(summary.text()).toContain('2\u00a0points sont à revoir');
    for (const link of summary.find('a').get()) expect($($(link).attr('href') ?? '').is('input')).toBe(true);
    expect(rendered(page, { lang: 'en' })('[role=alert] b').text()).toBe('2 things need another look.');
  });

  it('says beside the field what is wrong with it, to screen readers too', () => {
    const $ = rendered(page);
    const site = $('input[name=site]');
    expect(site.attr('aria-invalid')).toBe('true');
    const described = (site.attr('aria-describedby') ?? '').split(' ').map((id) => $(`#${id}`).text());
    expect(described).toEqual(['Il manque le domaine.', 'Celle de la page d’accueil.']);
    expect($('textarea').attr('aria-invalid')).toBeUndefined();
  });

  it('shows again what was typed, and never a password', () => {
    const $ = rendered(page);
    expect($('input[name=site]').val()).toBe('cordo fils');
    expect($('textarea').val()).toBe('Trois questions <revues>');
    expect($('select').val()).toBe('4');
    expect($('input[name=rhythm]:checked').val()).toBe('free');
    expect($('input[type=password]').val()).toBeUndefined();
  });

  it('gives every control a label', () => {
    const $ = rendered(page);
    for (const control of $('input:not([type=hidden]), textarea, select').get()) {
      const label = $(`label[for="${$(control).attr('id')}"]`).text() || $(control).closest('label').text();
      expect(label.trim()).not.toBe('');
    }
  });
});

describe('a form', () => {
  it('carries the page’s token before anything else, so that an upload can be refused at its first field', () => {
    const first = rendered(page)('form').find('input, textarea, select, button').first();
    expect([first.attr('name'), first.val()]).toEqual(['_token', 'a-form-token']);
  });

  it('keeps the ids of two forms of one page apart', () => {
    const $ = rendered(
      ['one', 'two'].map((scope) => (
        <Form key={scope} action="/" scope={scope}>
          <Field name="site" label="Site" />
        </Form>
      )),
    );
    const ids = $('input:not([type=hidden])')
      .map((_, input) => $(input).attr('id'))
      .get();
    expect(new Set(ids).size).toBe(2);
  });

  it('gives the browser’s script its sentences in the language of the page', () => {
    const said = (lang: 'fr' | 'en') => {
      const $ = rendered(page, { lang });
      return [$('[type=file]').attr('data-too-big'), $('[data-confirm]').attr('data-keep')];
    };
    expect(said('fr')).toEqual(['dépasse 50\u00a0Mo\u00a0: réduisez-le, ou joignez un lien', 'Pas maintenant']);
    expect(said('en')).toEqual(['is over 50\u00a0MB: make it smaller, or attach a link', 'Not now']);
  });
});
