import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { Own, Shared } from '../../platform/markup/shared.js';
import { Time } from '../../platform/markup/time.js';
import { deckLink } from '../../decks/deck-address.shared.js';
import { mayMark, type Completion } from './completion.policy.js';
import type { Bookmark, CourseProgress } from './course-progress.js';
import { WayInBrief } from './progress.view.js';
import type { ItemKind } from './study-items.js';
import { progressTexts } from './text.js';

/** A student’s own marks on the page of a unit; there are none for those who teach it, nor on a sheet by itself. */
export interface OwnMarks {
  /** The address of the unit’s page. */
  readonly address: string;
  readonly zone: string;
  readonly mayMark: boolean;
  /** The course's slug. */
  readonly course: string;
  /** In every unit of it. */
  readonly progress: CourseProgress;
  /** In the deck of this one. */
  readonly bookmark: Bookmark | null;
  standing(item: string): Completion;
}

const Marks = createContext<OwnMarks | null>(null);

export const WithMarks = ({ marks, children }: { readonly marks: OwnMarks | null; readonly children: ComponentChildren }) => (
  <Marks.Provider value={marks}>{children}</Marks.Provider>
);

/** The way back to the slide where they stopped. */
export const Resume = () => {
  const [marks, t] = [useContext(Marks), useText(progressTexts)];
  if (!marks?.bookmark) return null;
  const { unit, language, slide } = marks.bookmark;
  return <a href={deckLink(language, unit, marks.course, slide)}>{t.resume(slide)}</a>;
};

/** How far they came with a unit, in the rail. */
export const OwnWay = ({ unit }: { readonly unit: string }) => {
  const progress = useContext(Marks)?.progress.units.get(unit);
  return progress ? <WayInBrief progress={progress} /> : null;
};

/** The round before an item: full once it is done, whatever a word beside it says as well. */
export const ItemTick = ({ item }: { readonly item: string }) => {
  const marks = useContext(Marks);
  if (!marks) return null;
  const isDone = marks.standing(item).is === 'done';
  return (
    <span class={isDone ? 'tick done' : 'tick'} aria-hidden="true" data-mark={`tick ${item}`}>
      {isDone && <Icon name="check" />}
    </span>
  );
};

/** Where the page’s script tells that an item was opened elsewhere; nowhere for those who teach. */
export function useOpening(item: string): string | undefined {
  const marks = useContext(Marks);
  return marks?.mayMark ? `${marks.address}/items/${encodeURIComponent(item)}/opened` : undefined;
}

interface ItemMarkProps {
  readonly item: string;
  readonly kind: ItemKind;
  /** Its name, for those who hear the button alone. */
  readonly name: string;
}

/** What became of an item, in words, and the button that says or takes back that it is done. */
export const ItemMark = ({ item, kind, name }: ItemMarkProps) => {
  const marks = useContext(Marks);
  if (!marks) return null;
  const standing = marks.standing(item);
  const stage = standing.is === 'done' ? standing.how : standing.is;
  return <Shared of={MarkBox} props={{ item, kind, name, stage, mayMark: marks.mayMark, page: marks.address }} />;
};

interface MarkBoxProps extends ItemMarkProps, Pick<OwnMarks, 'mayMark'> {
  /** How far somebody is with it; where it is done, how that is known. */
  readonly stage: 'ahead' | 'opened' | 'itself' | 'by-hand';
  /** The address of the unit’s page. */
  readonly page: string;
}

/** The same for all who are as far with the item, but for the date. */
const MarkBox = ({ item, kind, name, stage, mayMark: may, page }: MarkBoxProps) => {
  const t = useText(progressTexts);
  const address = `${page}/items/${encodeURIComponent(item)}`;
  const isDone = stage === 'itself' || stage === 'by-hand';
  return (
    <div class="item-mark" id={`mark-${item}`} data-mark={item}>
      <StandingLine item={item} stage={stage} kind={kind} />
      {may && mayMark(kind).allowed && !isDone && <MarkForm action={`${address}/done`} label={t.mark[kind]} name={name} />}
      {may && stage === 'by-hand' && <MarkForm action={`${address}/undone`} label={t.undo} name={name} />}
    </div>
  );
};

const StandingLine = ({ item, stage, kind }: Pick<MarkBoxProps, 'item' | 'stage' | 'kind'>) => {
  const t = useText(progressTexts);
  if (stage === 'ahead') return null;
  if (stage === 'opened') return <span class="meta">{t.opened[kind]}</span>;
  const words = stage === 'itself' ? t.itself : t.byHand;
  return (
    <span class="meta fin">
      <Icon name="check" /> <span>{words[kind]}</span>{' '}
      <Own>
        <DoneOn item={item} />
      </Own>
    </span>
  );
};

const DoneOn = ({ item }: { readonly item: string }) => {
  const marks = useContext(Marks);
  const standing = marks?.standing(item);
  return marks && standing?.is === 'done' ? <Time at={standing.at} form="date" zone={marks.zone} /> : null;
};

const MarkForm = ({ action, label, name }: { readonly action: string; readonly label: string; readonly name: string }) => (
  <Form action={action} class="mark-form">
    <Button kind="quiet" size="small">
      {label}
      <span class="sr">{` ${name}`}</span>
    </Button>
  </Form>
);
