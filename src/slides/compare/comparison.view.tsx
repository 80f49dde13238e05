import { type Lang, LANGS } from '../../kernel/localised.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Badge, Banner } from '../../platform/markup/notices.js';
import { Crumbs, Table } from '../../platform/markup/components.js';
import { Time } from '../../platform/markup/time.js';
import { slideHash } from '../../decks/deck-address.shared.js';
import { SourceNote } from '../../curriculum/index.js';
import type { SlideLocation } from './compare-decks.js';
import type { ComparedUnit } from './comparison.service.js';
import { compareTexts } from './text.js';

interface ComparisonPageProps {
  readonly units: readonly ComparedUnit[];
  /** The course's slug. */
  readonly course: string;
  readonly zone: string;
}

export const ComparisonPage = ({ units, course, zone }: ComparisonPageProps) => {
  const t = useText(compareTexts);
  return (
    <Layout title={t.title} page="compare-page" current="course">
      <div class="wrap page">
        <header class="stack gap3">
          <Crumbs trail={[{ label: t.course, href: `/courses/${course}` }, { label: t.title }]} />
          <h1>{t.title}</h1>
          <p class="lede">{t.lede}</p>
        </header>
        {units.map((compared) => (
          <Unit key={compared.unit.key} compared={compared} course={course} zone={zone} />
        ))}
      </div>
    </Layout>
  );
};

const Unit = ({ compared, course, zone }: { compared: ComparedUnit; course: string; zone: string }) => {
  const [t, lang] = [useText(compareTexts), useLang()];
  const { unit, decks, behind, mistaken } = compared;
  const isWhole = LANGS.every((one) => decks[one].slides !== null);
  return (
    <section class="stack" id={unit.key} aria-labelledby={`h-${unit.key}`}>
      <h2 id={`h-${unit.key}`}>
        <a href={`/courses/${course}/units/${unit.key}`}>{t.module(unit.number, unit.title[lang])}</a>
      </h2>
      <Sides compared={compared} zone={zone} />
      {behind && <Banner kind="warn">{t.behind[behind]}</Banner>}
      {compared.differences.length > 0 ? <Differences compared={compared} /> : isWhole && <p class="small soft">{t.same}</p>}
      {mistaken.length > 0 && (
        <div class="stack gap2">
          <Banner kind="bad">{t.mistakes}</Banner>
          {mistaken.map((source) => (
            <SourceNote key={source.file} source={source} />
          ))}
        </div>
      )}
    </section>
  );
};

const Sides = ({ compared, zone }: { compared: ComparedUnit; zone: string }) => {
  const [t, lang] = [useText(compareTexts), useLang()];
  return (
    <Table
      caption={t.module(compared.unit.number, compared.unit.title[lang])}
      captionIs="hidden"
      columns={[t.columns.language, { number: t.columns.slides }, t.columns.changed, t.columns.pdf, t.columns.file]}
    >
      <tbody>
        {LANGS.map((side) => (
          <Side key={side} compared={compared} side={side} zone={zone} />
        ))}
      </tbody>
    </Table>
  );
};

const Side = ({ compared: { unit, decks, pdfs }, side, zone }: { compared: ComparedUnit; side: Lang; zone: string }) => {
  const t = useText(compareTexts);
  const { file, slides, changes } = decks[side];
  const address = `/slides/${side}/${unit.key}`;
  return (
    <tr>
      <th scope="row">{slides === null ? t.languages[side] : <a href={address}>{t.languages[side]}</a>}</th>
      <td class="n">{slides ?? t.unwritten}</td>
      <td>
        {changes ? <Time at={changes.last} form="plain" zone={zone} /> : t.unknown}
        {changes && <span class="meta"> {t.sources[changes.source]}</span>}
      </td>
      <td>{pdfs[side] && <Pdf standing={pdfs[side]} address={`${address}.pdf`} />}</td>
      <td>
        <code>{file}</code>
      </td>
    </tr>
  );
};

const Pdf = ({ standing: { pdf, state, reason }, address }: { standing: NonNullable<ComparedUnit['pdfs']['fr']>; address: string }) => {
  const t = useText(compareTexts);
  return (
    <>
      {pdf && <a href={address}>{t.pages(pdf.pages)}</a>}{' '}
      {state !== 'made' && <Badge kind={state === 'failed' ? 'bad' : 'info'}>{t.pdfs[state]}</Badge>}
      {reason && <p class="small soft">{reason}</p>}
    </>
  );
};

/** What differs, each with the two slides. */
const Differences = ({ compared: { unit, differences } }: { compared: ComparedUnit }) => {
  const [t, lang] = [useText(compareTexts), useLang()];
  return (
    <Table caption={t.differ(differences.length)} columns={[t.difference, t.slides]}>
      <tbody>
        {differences.map(({ fr, en, reason, line }) => (
          <tr key={`${line} ${reason.en}`}>
            <td>{reason[lang]}</td>
            <td>
              <Locations unit={unit.key} locations={{ fr, en }} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const Locations = ({ unit, locations }: { unit: string; locations: Readonly<Record<Lang, SlideLocation | null>> }) => {
  const t = useText(compareTexts);
  const found = LANGS.flatMap((lang) => (locations[lang] ? [{ lang, location: locations[lang] }] : []));
  return (
    <ul role="list">
      {found.map(({ lang, location }) => (
        <li key={lang}>
          <a href={`/slides/${lang}/${unit}${slideHash(location.h, location.v)}`}>{t.slideIn[lang](location.number)}</a>{' '}
          <span class="meta">{t.line(location.line)}</span>
        </li>
      ))}
    </ul>
  );
};
