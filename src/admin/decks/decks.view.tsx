import type { DeckPdf } from '../../slides/index.js';
import { bytesText, numberText } from '../../platform/markup/amounts.js';
import { asset } from '../../platform/markup/assets.js';
import { Button, Form } from '../../platform/markup/forms.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Badge, Banner, Progress } from '../../platform/markup/notices.js';
import { Table } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import { AdminPage } from '../admin-page.view.js';
import { decksTexts } from './text.js';

interface DecksPageProps {
  readonly decks: readonly DeckPdf[];
  /** Somebody has just asked for all of them. */
  readonly isAsked: boolean;
}

export const DecksPage = ({ decks, isAsked }: DecksPageProps) => {
  const t = useText(decksTexts);
  const hasBrowser = decks.every(({ state }) => state !== 'no-browser');
  return (
    <AdminPage part="decks">
      <section class="stack" aria-labelledby="decks">
        <h2 id="decks">{t.title}</h2>
        <p class="soft">{t.lede}</p>
        {!hasBrowser && <Banner kind="warn">{t.noBrowser}</Banner>}
        {isAsked && hasBrowser && (
          <Banner kind="ok" role="status">
            {t.rebuilt}
          </Banner>
        )}
        <Standing decks={decks} />
        {hasBrowser && decks.length > 0 && (
          <Form action="/admin/decks" class="row">
            <Button icon="sync">{t.rebuild}</Button>
          </Form>
        )}
        <p class="small soft">{t.kept}</p>
      </section>
      <script type="module" src={asset('decks.js')} />
    </AdminPage>
  );
};

/** What changes while files are made: the script asks for it again as long as one is waited for. */
const Standing = ({ decks }: Pick<DecksPageProps, 'decks'>) => {
  const t = useText(decksTexts);
  const made = decks.filter(({ state }) => state === 'made').length;
  const isMoving = decks.some(({ state }) => state === 'waiting');
  if (decks.length === 0) return <p class="soft">{t.none}</p>;
  return (
    <div id="standing" class="stack" data-renews={isMoving ? 'soon' : undefined}>
      <div class="stack gap2">
        <p class="row">
          <b class="num" role="status">
            {t.progress(made, decks.length)}
          </b>
          {isMoving && (
            <a class="small" href="/admin/decks">
              {t.refresh}
            </a>
          )}
        </p>
        <Progress value={made} max={decks.length} label={t.progressLabel(made, decks.length)} />
      </div>
      <Files decks={decks} />
    </div>
  );
};

const Files = ({ decks }: Pick<DecksPageProps, 'decks'>) => {
  const t = useText(decksTexts);
  return (
    <Table
      caption={t.title}
      captionIs="hidden"
      columns={[
        t.columns.unit,
        t.columns.language,
        t.columns.state,
        { number: t.columns.pages },
        { number: t.columns.size },
        t.columns.made,
      ]}
    >
      <tbody>
        {decks.map((deck) => (
          <File key={`${deck.lang} ${deck.unit.key}`} deck={deck} />
        ))}
      </tbody>
    </Table>
  );
};

const LOOK = { made: 'ok', waiting: 'info', failed: 'bad', 'no-browser': 'plain' } as const;

const File = ({ deck: { unit, lang: deckLang, pdf, state, reason } }: { deck: DeckPdf }) => {
  const [t, lang] = [useText(decksTexts), useLang()];
  return (
    <tr>
      <th scope="row">
        {numberText(lang, unit.number)}. {unit.title[lang]}
      </th>
      <td>{t.languages[deckLang]}</td>
      <td>
        <Badge kind={LOOK[state]}>{t.states[state]}</Badge>
        {reason && <p class="small soft">{reason}</p>}
      </td>
      <td class="n">{pdf && numberText(lang, pdf.pages)}</td>
      <td class="n">
        {pdf && (
          <a href={`/slides/${deckLang}/${unit.key}.pdf`}>
            {bytesText(lang, pdf.size)}
            <span class="sr">, {t.open(unit.title[lang], t.languages[deckLang])}</span>
          </a>
        )}
      </td>
      <td>{pdf && <Time at={pdf.madeAt} form="plain" />}</td>
    </tr>
  );
};
