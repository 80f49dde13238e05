import type { ContentProblem } from '../../kernel/content-problem.js';
import { type Lang, LANGS } from '../../kernel/localised.js';
import { typesetAll } from '../../platform/i18n/texts.js';
import type { CurriculumContent, Unit } from '../../curriculum/index.js';
import type { Deck } from '../../decks/index.js';
import { behind, changesOf, type FileChanges } from './changes.js';
import { compareDecks, type Difference } from './compare-decks.js';
import { comparisonMessages } from './messages.js';

/** The two decks of a unit, side by side. */
export interface DeckPair {
  readonly unit: Unit;
  readonly decks: Readonly<Record<Lang, DeckSide>>;
  readonly differences: readonly Difference[];
  /** The one that the other has left behind. */
  readonly behind: Lang | null;
}
export interface DeckSide {
  /** From the project’s folder. */
  readonly file: string;
  readonly slides: number | null;
  readonly changes: FileChanges | null;
}

/** Every unit’s two decks. `folder` is the one the content’s files are named from. */
export async function deckPairs(content: CurriculumContent, folder: string): Promise<DeckPair[]> {
  const units = content.units();
  const files = units.flatMap(({ key }) => LANGS.map((lang) => fileOf(content, key, lang)));
  const changes = await changesOf(folder, files);
  return units.map((unit) => {
    const written = (lang: Lang): Deck | null => onlyIn(lang, content.deck(unit.key, lang));
    const side = (lang: Lang): DeckSide => {
      const file = fileOf(content, unit.key, lang);
      return { file, slides: written(lang)?.slides.length ?? null, changes: changes.get(file) ?? null };
    };
    const [fr, en] = [written('fr'), written('en')];
    const decks = { fr: side('fr'), en: side('en') };
    return {
      unit,
      decks,
      differences: fr && en ? compareDecks(fr, en) : [],
      behind: behind({ fr: decks.fr.changes, en: decks.en.changes }),
    };
  });
}

const onlyIn = (lang: Lang, deck: Deck | null): Deck | null => (deck?.lang === lang ? deck : null);

const fileOf = (content: CurriculumContent, key: string, lang: Lang): string => content.sourceOf(key, `deck.${lang}.md`)?.file ?? '';

/** What differs, each with its file and line: for a list of things to mend. */
export const differencesOf = ({ decks, differences }: DeckPair): ContentProblem[] => [
  ...LANGS.filter((lang) => decks[lang].slides === null).map((lang) =>
    problem(decks[lang].file, lang === 'fr' ? comparisonMessages.noFrench : comparisonMessages.noEnglish),
  ),
  ...differences.map(({ line, reason }) => problem(decks.en.file, reason, line)),
];

/** A deck that the other one left behind may still be right: it is worth a look. */
export const warningsOf = ({ decks, behind: lang }: DeckPair): ContentProblem[] =>
  lang ? [problem(decks[lang].file, typesetAll(lang === 'fr' ? comparisonMessages.frenchBehind : comparisonMessages.englishBehind))] : [];

const problem = (file: string, reason: ContentProblem['reason'], line = 1): ContentProblem => ({ file, line, reason });
