import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Button, Form } from '../../platform/markup/forms.js';
import { useText } from '../../platform/markup/frame.js';
import { Icon } from '../../platform/markup/icons.js';
import { Time } from '../../platform/markup/time.js';
import { mayMark, type Completion } from './completion.policy.js';
import type { ItemKind } from './study-items.js';
import { progressTexts } from './text.js';

/** A student’s own marks on the page of a unit; there are none for those who teach it, nor on a sheet by itself. */
export interface OwnMarks {
  /** The address of the unit’s page. */
  readonly address: string;
  readonly zone: string;
  readonly mayMark: boolean;
  standing(item: string): Completion;
}

const Marks = createContext<OwnMarks | null>(null);

export const WithMarks = ({ marks, children }: { readonly marks: OwnMarks | null; readonly children: ComponentChildren }) => (
  <Marks.Provider value={marks}>{children}</Marks.Provider>
);

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
  const [marks, t] = [useContext(Marks), useText(progressTexts)];
  if (!marks) return null;
  const standing = marks.standing(item);
  const address = `${marks.address}/items/${encodeURIComponent(item)}`;
  return (
    <div class="item-mark" id={`mark-${item}`} data-mark={item}>
      <StandingLine standing={standing} kind={kind} zone={marks.zone} />
      {marks.mayMark && mayMark(kind).allowed && standing.is !== 'done' && (
        <MarkForm action={`${address}/done`} label={t.mark[kind]} name={name} />
      )}
      {marks.mayMark && standing.is === 'done' && standing.how === 'by-hand' && (
        <MarkForm action={`${address}/undone`} label={t.undo} name={name} />
      )}
    </div>
  );
};

const StandingLine = ({ standing, kind, zone }: { readonly standing: Completion; readonly kind: ItemKind; readonly zone: string }) => {
  const t = useText(progressTexts);
  if (standing.is === 'ahead') return null;
  if (standing.is === 'opened') return <span class="meta">{t.opened[kind]}</span>;
  const words = standing.how === 'itself' ? t.itself : t.byHand;
  return (
    <span class="meta fin">
      <Icon name="check" /> <span>{words[kind]}</span> <Time at={standing.at} form="date" zone={zone} />
    </span>
  );
};

const MarkForm = ({ action, label, name }: { readonly action: string; readonly label: string; readonly name: string }) => (
  <Form action={action} class="mark-form">
    <Button kind="quiet" size="small">
      {label}
      <span class="sr">{` ${name}`}</span>
    </Button>
  </Form>
);
