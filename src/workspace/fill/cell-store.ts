import { Autosave, type SaveState } from '../../platform/browser/save.js';
import type { SaveWord } from '../../platform/markup/notices.js';
import type { SaveAnswer } from '../../platform/saving/save.shared.js';
import { type Cell, type CellContent, type CellPlace, EMPTY, isSameContent } from '../sheet/worksheet.shared.js';
import type { TheirCell } from './row-form.shared.js';

/** One cell as this page has it: what is saved, what is not yet, and what somebody else saved instead. */
export interface CellStatus {
  readonly cell: Cell;
  /** What was written here and is not known to be saved. */
  readonly draft: CellContent | null;
  readonly theirs: TheirCell | null;
  readonly save: SaveState<CellContent>;
}

interface StoreOptions {
  /** Sends one cell; rejects when nobody answered. */
  readonly send: (place: CellPlace, content: CellContent, version: number) => Promise<SaveAnswer<CellContent>>;
  /** Something has changed: whoever draws, draws again. */
  readonly tell: () => void;
}

/** A saved change of mine: what to go back to, and the version that it made. */
interface Step extends CellPlace {
  readonly from: CellContent;
  readonly version: number;
}

const IDLE = { kind: 'idle' } as const;
const keyOf = ({ row, field }: CellPlace): string => `${row} ${field}`;

/** The cells of a page in the browser, each saved by itself under its version. It draws nothing. */
export class CellStore {
  private readonly states = new Map<string, CellStatus>();
  private readonly engines = new Map<string, Autosave<CellContent>>();
  private readonly steps: Step[] = [];
  private isGoingBack = false;

  constructor(private readonly options: StoreOptions) {}

  statusOf(place: CellPlace): CellStatus {
    return this.states.get(keyOf(place)) ?? { cell: EMPTY, draft: null, theirs: null, save: IDLE };
  }

  /** A cell as the server has it: what is being written here stays, and its save will find out. False where nothing is new. */
  receive(place: CellPlace, cell: Cell): boolean {
    const { draft, cell: known } = this.statusOf(place);
    if (draft || cell.version <= known.version) return false;
    this.engines.delete(keyOf(place));
    this.put(place, { cell, save: IDLE });
    return true;
  }

  /** What two people saved in one cell, as a form came back with it. */
  contest(place: CellPlace, draft: CellContent | null, theirs: TheirCell): void {
    this.put(place, { draft, theirs });
  }

  write(place: CellPlace, content: CellContent): void {
    const { cell, draft, theirs } = this.statusOf(place);
    if (!draft && isSameContent(content, cell)) return;
    this.put(place, { draft: content });
    if (!theirs) this.engineOf(place).change(content);
  }

  keepTheirs(place: CellPlace): void {
    const { theirs } = this.statusOf(place);
    if (!theirs) return;
    this.engines.delete(keyOf(place));
    this.put(place, { cell: cellIn(theirs), draft: null, theirs: null, save: { kind: 'saved', at: theirs.at } });
  }

  async keepMine(place: CellPlace): Promise<void> {
    const { theirs, draft } = this.statusOf(place);
    if (!theirs || !draft || isSameContent(draft, theirs)) return this.keepTheirs(place);
    this.put(place, { cell: cellIn(theirs), theirs: null });
    await this.engineOf(place).settle(draft, theirs.version);
  }

  get canUndo(): boolean {
    return this.steps.length > 0;
  }

  /** Takes my last saved change back, unless somebody has saved there since. */
  async undo(): Promise<{ readonly place: CellPlace; readonly isDone: boolean } | null> {
    const step = this.steps.pop();
    if (!step) return null;
    const { cell, draft } = this.statusOf(step);
    if (draft || cell.version !== step.version) return { place: step, isDone: false };
    this.isGoingBack = true;
    this.write(step, step.from);
    await this.engineOf(step).flush();
    this.isGoingBack = false;
    return { place: step, isDone: this.statusOf(step).draft === null };
  }

  async flush(): Promise<void> {
    await Promise.all([...this.engines.values()].map((engine) => engine.flush()));
  }

  leave(): void {
    for (const engine of this.engines.values()) engine.leave();
  }

  wouldLose(): boolean {
    return [...this.engines.values()].some((engine) => engine.wouldLose());
  }

  /** What is to be said of all cells together: the worst of them; saved only when all are. */
  together(): { readonly word: SaveWord; readonly at?: string; readonly because?: string } {
    const saves = [...this.states.values()].map(({ save }) => save);
    const worst = WORST_FIRST.find((kind) => saves.some((save) => save.kind === kind));
    const refused = saves.find((save) => save.kind === 'refused');
    if (worst) return { word: worst, ...(refused && { because: refused.because }) };
    const times = saves.flatMap((save) => (save.kind === 'saved' ? [save.at] : [])).sort();
    return times.length > 0 ? { word: 'saved', at: times.at(-1)! } : { word: 'idle' };
  }

  private put(place: CellPlace, part: Partial<CellStatus>): void {
    this.states.set(keyOf(place), { ...this.statusOf(place), ...part });
    this.options.tell();
  }

  private engineOf(place: CellPlace): Autosave<CellContent> {
    const known = this.engines.get(keyOf(place));
    if (known) return known;
    const made = new Autosave<CellContent>({
      version: this.statusOf(place).cell.version,
      isSame: isSameContent,
      tell: (save) => this.told(place, save),
      send: async (content, version) => this.noted(place, content, await this.options.send(place, content, version)),
    });
    this.engines.set(keyOf(place), made);
    return made;
  }

  private told(place: CellPlace, save: SaveState<CellContent>): void {
    if (save.kind !== 'conflict') return this.put(place, save.kind === 'saved' ? { save, draft: null } : { save });
    const { content, version, by, at } = save.theirs;
    this.put(place, { save, theirs: { ...content, version, by, at } });
  }

  private noted(place: CellPlace, content: CellContent, answer: SaveAnswer<CellContent>): SaveAnswer<CellContent> {
    if (answer.kind !== 'saved') return answer;
    const { state, value } = this.statusOf(place).cell;
    if (!this.isGoingBack) this.steps.push({ ...place, from: { state, value }, version: answer.version });
    this.put(place, { cell: { ...content, version: answer.version } });
    return answer;
  }
}

const WORST_FIRST = ['conflict', 'refused', 'offline', 'saving', 'unsaved'] as const;
const cellIn = ({ state, value, version }: TheirCell): Cell => ({ state, value, version });
